import { DAY_MS, type IsoDate } from '../../kernel/time.ts';
import type { UsageDay, UsageRow, UsageSpan } from './model.ts';

/** The first to come of each (account_id, id), account by account: so rows lie together in the index. */
export function firstOfEach(rows: readonly UsageRow[]): UsageRow[] {
  const accounts = new Map<string, Map<string, UsageRow>>();
  for (const row of rows) {
    const known = accounts.get(row.account_id) ?? new Map<string, UsageRow>();
    if (known.size === 0) accounts.set(row.account_id, known);
    if (!known.has(row.id)) known.set(row.id, row);
  }
  return [...accounts.keys()].sort().flatMap((account) => [...(accounts.get(account)?.values() ?? [])]);
}

/** The rows added up by account, day (UTC) and feature; in order of the accounts when the rows are. */
export function sumDays(rows: readonly UsageRow[]): UsageDay[] {
  const days = new Map<string, UsageDay>();
  const dateOf = dateTeller();
  for (const { account_id, occurred_at, feature, quantity, duration_s, error_count } of rows) {
    const on_date = dateOf(occurred_at);
    const key = `${account_id} ${on_date} ${feature}`;
    let day = days.get(key);
    if (!day) {
      day = { account_id, on_date, feature, events: 0, quantity: 0, duration_s: 0, errors: 0 };
      days.set(key, day);
    }
    day.events += 1;
    day.quantity += quantity ?? 1;
    day.duration_s += duration_s ?? 0;
    day.errors += error_count ?? 0;
  }
  return [...days.values()];
}

/** The days added up by account. */
export function sumSpans(days: readonly UsageDay[]): UsageSpan[] {
  const spans = new Map<string, UsageSpan>();
  for (const { account_id, on_date, events } of days) {
    const span = spans.get(account_id) ?? { account_id, first_on: on_date, last_on: on_date, events: 0 };
    if (on_date < span.first_on) span.first_on = on_date;
    if (on_date > span.last_on) span.last_on = on_date;
    span.events += events;
    spans.set(account_id, span);
  }
  return [...spans.values()];
}

/** Writes each day once: most rows of a load are of a few days. */
function dateTeller(): (instant: Date | string) => IsoDate {
  const dates = new Map<number, IsoDate>();
  return (instant) => {
    const day = Math.floor(new Date(instant).getTime() / DAY_MS);
    const date = dates.get(day) ?? new Date(day * DAY_MS).toISOString().slice(0, 10);
    dates.set(day, date);
    return date;
  };
}
