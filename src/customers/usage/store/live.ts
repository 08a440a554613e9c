import { sql } from 'kysely';
import { recordset } from '../../../platform/bulk.ts';
import type { Db } from '../../../platform/postgres.ts';
import type { UsageRow } from '../model.ts';
import type { UsageDay, UsageSpan } from '../rules.ts';
import { ADDED, allow, DAY_COLUMNS } from './days.ts';

/** Only so far apart do the times of one event lie: months further away need not be asked. */
const KNOWN_WITHIN = sql`interval '31 days'`;
/** They would read whole months, however few rows are asked for. */
const WAYS = ['hashjoin', 'mergejoin', 'seqscan', 'bitmapscan'];

/** Those of the rows that are not stored yet. */
export async function withoutKnown(db: Db, rows: readonly UsageRow[]): Promise<readonly UsageRow[]> {
  if (rows.length === 0) return rows;
  const known = new Set(await findKnown(db, rows));
  return known.size === 0 ? rows : rows.filter((_, index) => !known.has(index + 1));
}

/** The places, from 1 on, of the rows that are stored. The outer join says which way round: each row asks the index. */
async function findKnown(db: Db, rows: readonly UsageRow[]): Promise<number[]> {
  const accounts = rows.map(({ account_id }) => account_id);
  const ids = rows.map(({ id }) => id);
  const { first, last } = spanOf(rows);
  for (const way of WAYS) await allow(db, way, sql`off`);
  const found = await sql<{ places: number[] | null }>`
    with s as materialized (select account_id, id, n::int as n
      from unnest(${accounts}::text[], ${ids}::text[]) with ordinality as given (account_id, id, n))
    select array_agg(s.n) filter (where k.id is not null) as places
    from s left join usage_events k on k.account_id = s.account_id and k.id = s.id
      and k.occurred_at >= ${first}::timestamptz - ${KNOWN_WITHIN}
      and k.occurred_at <= ${last}::timestamptz + ${KNOWN_WITHIN}`.execute(db);
  for (const way of WAYS) await allow(db, way, sql`default`);
  return found.rows[0]?.places ?? [];
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
