import { DAY_MS } from '../../kernel/time.ts';
import { type LiveUsage, msOf, type UsageDay, type UsageRow, type UsageSpan } from './model.ts';

/** The rows by account, in order of the accounts: so rows lie together in the index. */
export function byAccount(rows: readonly UsageRow[]): UsageRow[][] {
  const accounts = new Map<string, UsageRow[]>();
  for (const row of rows) {
    const known = accounts.get(row.account_id);
    if (known === undefined) accounts.set(row.account_id, [row]);
    else known.push(row);
  }
  return [...accounts.keys()].sort().map((account) => accounts.get(account) ?? []);
}

/** Rows that are there, as what came live. */
export function liveUsage(rows: readonly UsageRow[]): LiveUsage {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { occurred_at } of rows) {
    const at = msOf(occurred_at);
    if (at < first) first = at;
    if (at > last) last = at;
  }
  return { first, last, own: byAccount(rows) };
}

/** The first to come of each id of an account, in pieces of about so many; an account is in one piece. */
export function* firstOfEach(own: LiveUsage['own'], size: number): Generator<UsageRow[]> {
  let piece: UsageRow[] = [];
  for (const rows of own) {
    for (const row of firstOfIds(rows)) piece.push(row);
    if (piece.length < size) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}

/** Most come once. That is told from sorted ids in a third of the time that a set of them takes: they differ early. */
function firstOfIds(rows: readonly UsageRow[]): readonly UsageRow[] {
  const sorted = rows.map(({ id }) => id).sort();
  if (sorted.every((id, at) => id !== sorted[at - 1])) return rows;
  const ids = new Set<string>();
  return rows.filter(({ id }) => ids.size < ids.add(id).size);
}

/** The rows added up by account, day (UTC) and feature; in order of the accounts when the rows are. */
export function sumDays(rows: readonly UsageRow[]): UsageDay[] {
  const dayOf = dayFinder();
  for (const row of rows) {
    const day = dayOf(row);
    day.events += 1;
    day.quantity += row.quantity ?? 1;
    day.duration_s += row.duration_s ?? 0;
    day.errors += row.error_count ?? 0;
  }
  return dayOf.all();
}

/** The next row is mostly of the same account and day: then only the feature is looked up. */
function dayFinder() {
  const all = new Map<string, Map<string, UsageDay>>();
  let last = { account_id: '', number: Number.NaN, on_date: '', features: new Map<string, UsageDay>() };
  const find = ({ account_id, occurred_at, feature }: UsageRow): UsageDay => {
    const number = Math.floor(msOf(occurred_at) / DAY_MS);
    if (number !== last.number || account_id !== last.account_id) {
      const on_date = number === last.number ? last.on_date : new Date(number * DAY_MS).toISOString().slice(0, 10);
      const key = `${account_id} ${on_date}`;
      const features = all.get(key) ?? new Map<string, UsageDay>();
      all.set(key, features);
      last = { account_id, number, on_date, features };
    }
    const known = last.features.get(feature);
    if (known) return known;
    const day = { account_id, on_date: last.on_date, feature, events: 0, quantity: 0, duration_s: 0, errors: 0 };
    last.features.set(feature, day);
    return day;
  };
  return Object.assign(find, { all: () => [...all.values()].flatMap((features) => [...features.values()]) });
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
