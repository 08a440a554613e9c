import type { FeePeriod } from '../model.ts';

const MONTHS: Record<Exclude<FeePeriod, 'once'>, number> = { month: 1, quarter: 3, year: 12 };

export type Period = { starts_on: string; ends_on: string | null; starts_at: Date; ends_at: Date | null };

/**
 * The paid period an instant falls in: whole calendar months counted from the day the partner came in, in the
 * programme's zone, each starting on that day of the month or on its last one.
 */
export function feePeriod(period: FeePeriod, enrolledAt: Date, at: Date, zone: string): Period {
  const first = Temporal.Instant.fromEpochMilliseconds(enrolledAt.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const startOf = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(zone).epochMilliseconds);
  if (period === 'once')
    return { starts_on: first.toString(), ends_on: null, starts_at: startOf(first), ends_at: null };
  const today = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const step = MONTHS[period];
  const months = (today.year - first.year) * 12 + today.month - first.month;
  const guess = Math.floor(months / step);
  const isEarly = Temporal.PlainDate.compare(first.add({ months: guess * step }), today) > 0;
  const index = Math.max(0, isEarly ? guess - 1 : guess);
  const from = first.add({ months: index * step });
  const to = first.add({ months: (index + 1) * step });
  return { starts_on: from.toString(), ends_on: to.toString(), starts_at: startOf(from), ends_at: startOf(to) };
}
