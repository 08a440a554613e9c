import { type RawBuilder, sql } from 'kysely';
import type { IsoDate } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/postgres.ts';

/** A number of 64 bits holds so many features, one a bit; more are counted by sorting. */
const MOST_BITS = 63;

type Span = { on: IsoDate; accountIds: readonly string[] | undefined };

/** Forgets the sums of the accounts named, or of all. */
export async function deleteSums(db: Db, accountIds?: readonly string[]): Promise<void> {
  const which = accountIds ? sql`where account_id = any(${accountIds}::text[])` : sql``;
  await sql`delete from usage_sums ${which}`.execute(db);
}

/**
 * Sums half a year of days by account as of the end of `on` and of the day before, in one reading. First by stretches of
 * a day and of six days in turn, whose days and features are bits: telling them apart needs no sorting and no condition a
 * row, and seven days are two neighbouring stretches whichever of the two days they are counted from.
 */
export async function insertSums(db: Db, span: Span): Promise<void> {
  const names = await listFeatures(db, span);
  const isFew = names.length <= MOST_BITS;
  await sql`set local work_mem = '128MB'`.execute(db);
  await sql`
    insert into usage_sums (account_id, on_date, last_on, active_days, events, features, slope, events_90d,
      events_prior_90d, features_90d, counted)
    with ${isFew ? stretchesInBits(span, names) : stretchesInLists(span)},
    summed as materialized (
      select account_id, back, max(last_on) as last_on, sum(days) filter (where at < 8) as active_days,
        sum(events) filter (where at < 8) as events, ${countFeatures(isFew, 8)} as features,
        array[${sql.join([7, 6, 5, 4, 3, 2, 1, 0].map(eventsOf))}] as by_week,
        sum(events) filter (where at < 18) as events_90d, sum(events) filter (where at >= 18) as events_prior_90d,
        ${countFeatures(isFew, 18)} as features_90d
      from (select s.*, back, stretch - back as at from stretches s cross join generate_series(0, 1) as b (back)) counted
      where at between 0 and 19 group by account_id, back)
    select account_id, ${span.on}::date - back, summed.last_on, coalesce(active_days, 0), coalesce(summed.events, 0),
      coalesce(features, 0), case when summed.last_on > ${span.on}::date - back - 56 then (
        select regr_slope(ln(1 + used::float8), week)::float8 from unnest(by_week) with ordinality as w (used, week)) end,
      coalesce(events_90d, 0), coalesce(events_prior_90d, 0), coalesce(features_90d, 0), coalesce(g.events, 0)
    from summed left join account_signals g using (account_id)`.execute(db);
  await sql`set local work_mem to default`.execute(db);
}

/** Days before the end of the span, 0 the last. */
const agoOf = ({ on }: Span) => sql`(${on}::date - on_date)`;

function stretchOf(span: Span): RawBuilder<unknown> {
  const ago = agoOf(span);
  return sql`case when ${ago} <= 56 then ${ago} / 7 * 2 + case when ${ago} % 7 = 0 then 0 else 1 end
    when ${ago} < 90 then 17 when ${ago} = 90 then 18 when ${ago} < 180 then 19 else 20 end`;
}

function stretchesInBits(span: Span, names: readonly string[]): RawBuilder<unknown> {
  return sql`named as materialized (select feature collate "C" as name, (n - 1)::integer as n
      from unnest(${names}::text[]) with ordinality as f (feature, n)),
    stretches as materialized (
      select account_id, ${stretchOf(span)} as stretch, max(on_date) as last_on, sum(events)::bigint as events,
        bit_count(bit_or(1::bigint << ${agoOf(span)} % 7)::bit(64)) as days, bit_or(1::bigint << n) as features
      from usage_daily d join named on named.name = d.feature
      where ${within(span)} group by 1, 2)`;
}

function stretchesInLists(span: Span): RawBuilder<unknown> {
  return sql`stretches as materialized (
      select account_id, ${stretchOf(span)} as stretch, max(on_date) as last_on, sum(events)::bigint as events,
        count(distinct on_date) as days, jsonb_agg(distinct feature) as features
      from usage_daily where ${within(span)} group by 1, 2)`;
}

function eventsOf(week: number): RawBuilder<unknown> {
  return sql`coalesce(sum(events) filter (where at / 2 = ${sql.lit(week)}), 0)`;
}

function countFeatures(isFew: boolean, before: number): RawBuilder<unknown> {
  if (isFew) return sql`bit_count(bit_or(features) filter (where at < ${sql.lit(before)})::bit(64))`;
  return sql`(select count(distinct name)
    from jsonb_array_elements(jsonb_agg(features) filter (where at < ${sql.lit(before)})) as own, jsonb_array_elements_text(own) as name)`;
}

function within({ on, accountIds }: Span): RawBuilder<unknown> {
  const named = accountIds ? sql`and account_id = any(${accountIds}::text[])` : sql``;
  return sql`on_date > ${on}::date - 181 and on_date <= ${on}::date ${named}`;
}

async function listFeatures(db: Db, span: Span): Promise<string[]> {
  const { rows } = await sql<{ feature: string }>`
    select distinct feature from usage_daily where ${within(span)} limit ${MOST_BITS + 1}`.execute(db);
  return rows.map(({ feature }) => feature);
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
