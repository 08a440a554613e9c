import { type RawBuilder, sql } from 'kysely';
import type { IsoDate } from '../../../kernel/time.ts';
import type { DaysPrint } from '../../../platform/firehose/model.ts';
import type { Db } from '../../../platform/postgres.ts';

const ON_DATE = sql`(occurred_at at time zone 'UTC')::date`;
export const DAY_COLUMNS = sql`account_id, on_date, feature, events, quantity, duration_s, errors`;

const WAYS = ['hashagg', 'seqscan', 'bitmapscan'];

export const ADDED = sql`set events = usage_daily.events + excluded.events,
  quantity = usage_daily.quantity + excluded.quantity, duration_s = usage_daily.duration_s + excluded.duration_s,
  errors = usage_daily.errors + excluded.errors`;

/** Adds events to their days, or takes them off. */
export async function addToDaily(db: Db, from: RawBuilder<unknown>, sign: 1 | -1): Promise<void> {
  await sql`insert into usage_daily (${DAY_COLUMNS})
    ${daysOf(from, sign)}
    on conflict (account_id, on_date, feature) do update ${ADDED}`.execute(db);
}

function daysOf(from: RawBuilder<unknown>, sign: 1 | -1): RawBuilder<unknown> {
  return sql`select account_id, ${ON_DATE}, feature collate "C", ${sql.lit(sign)} * count(*),
      ${sql.lit(sign)} * sum(quantity), ${sql.lit(sign)} * coalesce(sum(duration_s), 0),
      ${sql.lit(sign)} * coalesce(sum(error_count), 0)
    from ${from} group by 1, 2, 3 order by 1, 2, 3`;
}

/** Adds the days of one account to those of another. */
export async function moveDays(db: Db, fromId: string, intoId: string): Promise<void> {
  await sql`insert into usage_daily (${DAY_COLUMNS})
    select ${intoId}, on_date, feature, events, quantity, duration_s, errors from usage_daily where account_id = ${fromId}
    on conflict (account_id, on_date, feature) do update ${ADDED}`.execute(db);
  await sql`delete from usage_daily where account_id = ${fromId}`.execute(db);
}

/** Tells the accounts of the staged events that they were used. */
export async function addToSignals(db: Db): Promise<void> {
  await sql`insert into account_signals (account_id, first_on, last_on, events)
    select account_id, min(${ON_DATE}), max(${ON_DATE}), count(*) from usage_stage group by 1 order by 1
    on conflict (account_id) do update set first_on = least(account_signals.first_on, excluded.first_on),
      last_on = greatest(account_signals.last_on, excluded.last_on),
      events = account_signals.events + excluded.events`.execute(db);
}

/** Makes the signals of accounts anew from their days, after taking away the days on which nothing is left. */
export async function recountSignals(db: Db, accounts: RawBuilder<unknown>): Promise<void> {
  await sql`with touched as materialized (${accounts})
    delete from usage_daily where events = 0 and account_id in (select account_id from touched)`.execute(db);
  await sql`with touched as materialized (${accounts})
    delete from account_signals where account_id in (select account_id from touched)`.execute(db);
  await sql`insert into account_signals (account_id, first_on, last_on, events)
    with touched as materialized (${accounts})
    select account_id, min(on_date), max(on_date), sum(events)::bigint from usage_daily
    where account_id in (select account_id from touched) group by account_id`.execute(db);
}

/**
 * Fills empty days and signals from the events: all, or those since midnight UTC of a day. Read by the key, an account's
 * events are together and only they are sorted; left to itself the planner sorts all events on disk, which takes three
 * times as long.
 */
export async function rollUpAllUsage(db: Db, from: IsoDate | null): Promise<void> {
  // The planner needs to know no more than that the months are not empty.
  await sql`set local default_statistics_target = 5`.execute(db);
  await sql`analyze usage_events`.execute(db);
  await sql`set local default_statistics_target to default`.execute(db);
  await allowAll(db, WAYS, 'off');
  const since = from ? sql`where occurred_at >= ${from}::timestamp at time zone 'UTC'` : sql``;
  await sql`insert into usage_daily (${DAY_COLUMNS}) ${daysOf(sql`usage_events ${since}`, 1)}`.execute(db);
  await allowAll(db, WAYS, 'default');
  await recountAllSignals(db);
}

/** Makes the days anew that the events are all there for; earlier days stay as they are. */
export async function rebuildUsageDays(db: Db, from: IsoDate | null): Promise<void> {
  await sql`delete from usage_daily where on_date >= coalesce(${from}::date, '-infinity')`.execute(db);
  await rollUpAllUsage(db, from);
}

/** How many days there are, and a print of all they say, whatever their order. */
export async function printUsageDays(db: Db): Promise<DaysPrint> {
  const { rows } = await sql<DaysPrint>`
    select count(*) as days, coalesce(sum(hashtextextended(concat_ws(' ', ${DAY_COLUMNS}), 0)::numeric), 0)::text as print
    from usage_daily`.execute(db);
  return rows[0] ?? { days: 0, print: '0' };
}

/** Says which ways the planner may go in this transaction: not these, or again as the database is set up. */
export async function allowAll(db: Db, ways: readonly string[], value: 'off' | 'default'): Promise<void> {
  const names = ways.map((way) => `enable_${way}`);
  const set = value === 'off' ? sql`'off'` : sql`reset_val`;
  await sql`select set_config(name, ${set}, true) from pg_settings where name = any(${names}::text[])`.execute(db);
}

export async function recountAllSignals(db: Db): Promise<void> {
  await sql`delete from account_signals`.execute(db);
  await sql`insert into account_signals (account_id, first_on, last_on, events)
    select account_id, min(on_date), max(on_date), sum(events)::bigint from usage_daily group by account_id`.execute(
    db,
  );
}
