import { DAY_MS } from '../../kernel/time.ts';
import type { UsageDay, UsageRow, UsageSpan } from './model.ts';

/** The first to come of each (account_id, id), account by account: so rows lie together in the index. */
export function firstOfEach(rows: readonly UsageRow[]): UsageRow[] {
  const accounts = new Map<string, Map<string, UsageRow>>();
  for (const row of rows) {
    const known = accounts.get(row.account_id);
    if (known === undefined) accounts.set(row.account_id, new Map([[row.id, row]]));
    else if (!known.has(row.id)) known.set(row.id, row);
  }
  return [...accounts.keys()].sort().flatMap((account) => [...(accounts.get(account)?.values() ?? [])]);
}

/** The rows added up by account, day (UTC) and feature; in order of the accounts when the rows are. */
export function sumDays(rows: readonly UsageRow[]): UsageDay[] {
  const accounts = new Map<string, Map<number, Map<string, UsageDay>>>();
  for (const row of rows) {
    const day = dayOf(accounts, row);
    day.events += 1;
    day.quantity += row.quantity ?? 1;
    day.duration_s += row.duration_s ?? 0;
    day.errors += row.error_count ?? 0;
  }
  return [...accounts.values()].flatMap((days) => [...days.values()].flatMap((features) => [...features.values()]));
}

/** Three small look-ups cost less than a key made of three texts. */
function dayOf(
  accounts: Map<string, Map<number, Map<string, UsageDay>>>,
  { account_id, occurred_at, feature }: UsageRow,
): UsageDay {
  const number = Math.floor(msOf(occurred_at) / DAY_MS);
  const days = accounts.get(account_id) ?? new Map<number, Map<string, UsageDay>>();
  if (days.size === 0) accounts.set(account_id, days);
  const features = days.get(number) ?? new Map<string, UsageDay>();
  if (features.size === 0) days.set(number, features);
  const known = features.get(feature);
  if (known) return known;
  const on_date = new Date(number * DAY_MS).toISOString().slice(0, 10);
  const day = { account_id, on_date, feature, events: 0, quantity: 0, duration_s: 0, errors: 0 };
  features.set(feature, day);
  return day;
}

/** An instant in epoch milliseconds. */
export function msOf(instant: Date | string | number): number {
  return typeof instant === 'number' ? instant : new Date(instant).getTime();
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
