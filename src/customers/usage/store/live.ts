import { sql } from 'kysely';
import { recordset } from '../../../platform/bulk.ts';
import type { Db } from '../../../platform/postgres.ts';
import type { UsageDay, UsageRow, UsageSpan } from '../model.ts';
import { ADDED, allowAll, DAY_COLUMNS } from './days.ts';

/** Only so far apart do the times of one event lie: months further away need not be asked. */
const KNOWN_WITHIN = sql`interval '31 days'`;
/** They would read whole months, however few rows are asked for. */
const WAYS = ['hashjoin', 'mergejoin', 'seqscan', 'bitmapscan'];

/** Which of the rows are stored already. */
export async function findKnown(db: Db, rows: readonly UsageRow[]): Promise<ReadonlySet<string>> {
  const accounts = rows.map(({ account_id }) => account_id);
  const ids = rows.map(({ id }) => id);
  const { first, last } = spanOf(rows);
  await allowAll(db, WAYS, sql`off`);
  // The outer join says which way round: each account asks the index for all its ids at once.
  const found = await sql<{ account_id: string | null; id: string }>`
    with s as materialized (select account_id, array_agg(id) as ids
      from unnest(${accounts}::text[], ${ids}::text[]) as given (account_id, id) group by account_id)
    select k.account_id, k.id from s left join usage_events k on k.account_id = s.account_id and k.id = any(s.ids)
      and k.occurred_at >= ${first}::timestamptz - ${KNOWN_WITHIN}
      and k.occurred_at <= ${last}::timestamptz + ${KNOWN_WITHIN}`.execute(db);
  await allowAll(db, WAYS, sql`default`);
  return new Set(found.rows.flatMap(({ account_id, id }) => (account_id === null ? [] : keyOf({ account_id, id }))));
}

/** What names an event. */
export function keyOf({ account_id, id }: Pick<UsageRow, 'account_id' | 'id'>): string {
  return `${account_id} ${id}`;
}

function spanOf(rows: readonly UsageRow[]): { first: Date; last: Date } {
  const times = rows.map(({ occurred_at }) => new Date(occurred_at).getTime());
  return {
    first: new Date(times.reduce((a, b) => Math.min(a, b))),
    last: new Date(times.reduce((a, b) => Math.max(a, b))),
  };
}

/** Adds to the days, by arrays: unlike JSON, they cost no more to read than COPY. */
export async function addDays(db: Db, days: readonly UsageDay[]): Promise<void> {
  const column = <Name extends keyof UsageDay>(name: Name) => days.map((day) => day[name]);
  await sql`insert into usage_daily (${DAY_COLUMNS})
    select * from unnest(${column('account_id')}::text[], ${column('on_date')}::date[], ${column('feature')}::text[],
      ${column('events')}::bigint[], ${column('quantity')}::bigint[], ${column('duration_s')}::bigint[],
      ${column('errors')}::bigint[])
    on conflict (account_id, on_date, feature) do update ${ADDED}`.execute(db);
}

const SPAN = { account_id: 'text', first_on: 'date', last_on: 'date', events: 'bigint' };

/** Tells accounts that they were used. */
export async function addSpans(db: Db, spans: readonly UsageSpan[]): Promise<void> {
  const given = recordset({ columns: SPAN }, Object.keys(SPAN), spans);
  await sql`insert into account_signals (account_id, first_on, last_on, events)
    select account_id, first_on, last_on, events from ${given}
    on conflict (account_id) do update set first_on = least(account_signals.first_on, excluded.first_on),
      last_on = greatest(account_signals.last_on, excluded.last_on),
      events = account_signals.events + excluded.events`.execute(db);
}
