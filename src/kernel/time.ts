export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;
export const MINUTE_MS = 60_000;

/** A calendar date, `YYYY-MM-DD`. */
export type IsoDate = string;

function zoned(instant: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
}

/** The instant n calendar months later in the zone, clamped to the month's last day. */
export function addMonths(instant: Date, months: number, zone: string): Date {
  return new Date(zoned(instant, zone).add({ months }).epochMilliseconds);
}

export function addDays(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * DAY_MS);
}

export function addHours(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + hours * HOUR_MS);
}

/** The calendar date an instant falls on in the zone. */
export function dateIn(instant: Date, zone: string): IsoDate {
  return zoned(instant, zone).toPlainDate().toString();
}

export function addDaysToDate(date: IsoDate, days: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

export function addMonthsToDate(date: IsoDate, months: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** The last day of the month `YYYY-MM`. */
export function monthEnd(month: string): IsoDate {
  const first = Temporal.PlainDate.from(`${month}-01`);
  return first.with({ day: first.daysInMonth }).toString();
}

export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export function isZone(zone: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC';
}
