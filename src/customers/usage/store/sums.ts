import { type RawBuilder, sql } from 'kysely';
import type { IsoDate } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/postgres.ts';

/** A number of 64 bits holds so many features, one a bit; rarer ones are kept by name. */
const MOST_BITS = 63;
/** So many rows, or of accounts that are named so many, say which features are common. */
const SAMPLE = { rows: 200_000, accounts: 50 };

type Span = { on: IsoDate; accountIds: readonly string[] | undefined };

/** Forgets the sums of the accounts named, or of all. */
export async function deleteSums(db: Db, accountIds?: readonly string[]): Promise<void> {
  const which = accountIds ? sql`where account_id = any(${accountIds}::text[])` : sql``;
  await sql`delete from usage_sums ${which}`.execute(db);
}

/**
 * Sums half a year of days by account as of the end of `on` and of the day before, in one reading. First by stretches of
 * a day and of six days in turn, whose days and features are bits: telling them apart needs no sorting and no condition a
 * row, and seven days are two neighbouring stretches whichever of the two days they are counted from. By one process:
 * several would each meet every account, and bring the same stretches together again. Events are summed as floats, which
 * hold them exactly up to 2^53, the most a count may be. Until its end, the transaction may sort in 128 MB; the stretches of
 * 100,000 accounts are gathered in 470 MB, which costs less than to sort them.
 */
export async function insertSums(db: Db, span: Span): Promise<void> {
  const names = await listCommonFeatures(db, span);
  await sql`set local work_mem = '128MB'`.execute(db);
  if (!span.accountIds) await sql`set local jit = on`.execute(db);
  await sql`set local max_parallel_workers_per_gather = 0`.execute(db);
  await sql`set local hash_mem_multiplier = 6`.execute(db);
  await makeStretches(db, span, names);
  await sql`set local hash_mem_multiplier to default`.execute(db);
  await sql`set local max_parallel_workers_per_gather to default`.execute(db);
  await sql`set local jit to default`.execute(db);
  await sumStretches(db, span, await hasRareFeatures(db));
  await sql`drop table usage_stretches`.execute(db);
}

/** One row an account, stretch and rare feature; what is not rare shares a row. */
async function makeStretches(db: Db, span: Span, names: readonly string[]): Promise<void> {
  const ago = sql`(${dateOf(span)} - on_date)`;
  const bit = bitOf(names);
  await sql`
    create temp table usage_stretches on commit drop as
    select account_id, ${stretchOf(ago)} as stretch, case when ${bit} is null then feature end as rare,
      max(on_date) as last_on, sum(events::float8) as events, bit_or(1 << ${ago} % 7) as days, bit_or(${bit}) as features
    from usage_daily where ${within(span)} group by 1, 2, 3`.execute(db);
}

const dateOf = ({ on }: Span) => sql`${on}::date`;

function stretchOf(ago: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case when ${ago} <= 56 then (${ago} + 6) / 7 + ${ago} / 7
    when ${ago} < 90 then 17 when ${ago} = 90 then 18 when ${ago} < 180 then 19 else 20 end`;
}

function bitOf(names: readonly string[]): RawBuilder<unknown> {
  if (names.length === 0) return sql`null::bigint`;
  const branches = names.map((name, bit) => sql`when ${name} then ${sql.raw(String(1n << BigInt(bit)))}::bigint`);
  return sql`case feature ${sql.join(branches, sql` `)} end`;
}

async function sumStretches(db: Db, span: Span, hasRare: boolean): Promise<void> {
  const on = dateOf(span);
  await sql`
    insert into usage_sums (account_id, on_date, last_on, active_days, events, features, slope, events_90d,
      events_prior_90d, features_90d, counted)
    select account_id, ${on} - back, s.last_on, active_days, s.events, features,
      case when s.last_on > ${on} - back - 56 then ${SLOPE} end, events_90d, events_prior_90d, features_90d,
      coalesce(g.events, 0)
    from (
      select account_id, back, max(last_on) as last_on, ${countDays(hasRare)} as active_days,
        coalesce(sum(events) filter (where at < 8), 0) as events, ${countFeatures(hasRare, 8)} as features,
        ${sql.join(WEEKS.map((week) => sql`${eventsOf(week)} as ${sql.ref(`week_${week}`)}`))},
        coalesce(sum(events) filter (where at < 18), 0) as events_90d,
        coalesce(sum(events) filter (where at >= 18), 0) as events_prior_90d,
        ${countFeatures(hasRare, 18)} as features_90d
      from (select s.*, back, stretch - back as at from usage_stretches s cross join generate_series(0, 1) as b (back)) counted
      where at between 0 and 19 group by account_id, back
    ) s left join account_signals g using (account_id)`.execute(db);
}

/** Weeks ago. */
const WEEKS = [0, 1, 2, 3, 4, 5, 6, 7];
/** Least squares of ln(1 + events) over eight weeks: the weeks lie 3.5 around their middle, their squares sum to 42. */
const SLOPE = sql`(${sql.join(
  WEEKS.map((week) => sql`${sql.lit(3.5 - week)}::float8 * ln(1 + ${sql.ref(`week_${week}`)})`),
  sql` + `,
)}) / 42`;

function eventsOf(week: number): RawBuilder<unknown> {
  return sql`coalesce(sum(events) filter (where at / 2 = ${sql.lit(week)}), 0)`;
}

/** A rare feature has rows of its own, whose days may be those of others. */
function countDays(hasRare: boolean): RawBuilder<unknown> {
  if (!hasRare) return sql`coalesce(sum(bit_count(days::bit(32))::integer) filter (where at < 8), 0)`;
  const each = [0, 1, 2, 3, 4, 5, 6, 7].map(
    (at) => sql`coalesce(bit_count(bit_or(days) filter (where at = ${sql.lit(at)})::bit(32)), 0)`,
  );
  return sql.join(each, sql` + `);
}

function countFeatures(hasRare: boolean, before: number): RawBuilder<unknown> {
  const common = sql`coalesce(bit_count(bit_or(features) filter (where at < ${sql.lit(before)})::bit(64)), 0)`;
  return hasRare ? sql`${common} + count(distinct rare) filter (where at < ${sql.lit(before)})` : common;
}

function within(span: Span): RawBuilder<unknown> {
  const on = dateOf(span);
  const named = span.accountIds ? sql`and account_id = any(${span.accountIds}::text[])` : sql``;
  return sql`on_date > ${on} - 181 and on_date <= ${on} ${named}`;
}

/** The features most days have, of a sample of the days or accounts: what a name is not among, is kept by its name. */
async function listCommonFeatures(db: Db, { on, accountIds }: Span): Promise<string[]> {
  const some = accountIds
    ? sql`where account_id = any(${accountIds.slice(0, SAMPLE.accounts)}::text[]) and`
    : sql`tablesample system (${await sampleShare(db)}) where`;
  const { rows } = await sql<{ feature: string }>`
    select feature from usage_daily ${some} on_date > ${on}::date - 181 and on_date <= ${on}::date
    group by 1 order by count(*) desc, 1 limit ${MOST_BITS}`.execute(db);
  return rows.map(({ feature }) => feature);
}

/** In percent of the days there are. */
async function sampleShare(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select greatest(reltuples, 1) as n from pg_class where oid = 'usage_daily'::regclass`.execute(db);
  return Math.min(100, (100 * SAMPLE.rows) / (rows[0]?.n ?? 1));
}

async function hasRareFeatures(db: Db): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select 1 from usage_stretches where rare is not null) as found`.execute(db);
  return rows[0]?.found ?? false;
}

/** The accounts whose use was counted otherwise when it was summed as of `on`. */
export async function listChangedUsage(db: Db, on: IsoDate): Promise<string[]> {
  const { rows } = await sql<{ account_id: string }>`
    select coalesce(g.account_id, u.account_id) as account_id
    from (select account_id, events from account_signals where last_on > ${on}::date - 181) g
    full join (select account_id, counted from usage_sums where on_date = ${on}::date) u on u.account_id = g.account_id
    where g.events is distinct from u.counted`.execute(db);
  return rows.map(({ account_id }) => account_id);
}
