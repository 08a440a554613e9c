import { type RawBuilder, sql } from 'kysely';
import { addMonthsToDate, type IsoDate } from '../kernel/time.ts';
import type { Ctx } from '../platform/ctx.ts';
import { lastWholeMonth } from './headline-facts.ts';
import { type Period, readMinor } from './metric.ts';

/** Which of an account's sources says what channel won it. */
export type WonBy = 'first_touch' | 'imported';

/** What a channel cost in the months whose cost is known, and whom it won in these months. */
export type ChannelAcquisition = {
  channel: string;
  months: number;
  costMinor: number;
  won: number;
  /** Months whose cost has no value in the reporting currency. */
  unpriced: number;
};

const COLUMN: Record<WonBy, RawBuilder<unknown>> = {
  first_touch: sql`a.first_touch_channel`,
  imported: sql`a.imported_source`,
};

/** The twelve whole months that end by day `on`. */
export function lastTwelveMonths(on: IsoDate): Period {
  const { from, to } = lastWholeMonth(on);
  return { from: addMonthsToDate(from, -11), to };
}

type Row = { channel: string; months: number; cost: string | null; won: number; unpriced: number };

/** What did each channel with known costs cost over twelve whole months, and how many accounts first paid through it? */
export async function acquisitionByChannel(ctx: Ctx, on: IsoDate, by: WonBy): Promise<ChannelAcquisition[]> {
  const { from, to } = lastTwelveMonths(on);
  const { rows } = await sql<Row>`
    with won as materialized (
      select ${COLUMN[by]} as channel, date_trunc('month', f.first_on)::date as month, count(*) as won
      from (
        select account_id, min(started_on) as first_on from subscriptions
        where not is_trial and mrr_minor > 0 group by account_id
      ) f join accounts a on a.id = f.account_id
      where f.first_on between ${from}::date and ${to}::date
      group by 1, 2
    )
    select c.channel, count(*) as months, sum(c.amount_reporting_minor)::text as cost,
      coalesce(sum(w.won), 0)::integer as won,
      count(*) filter (where c.amount_reporting_minor is null) as unpriced
    from channel_costs c left join won w on w.channel = c.channel and w.month = c.month
    where c.month between ${from}::date and ${to}::date
    group by c.channel order by c.channel`.execute(ctx.db);
  return rows.map(({ cost, ...row }) => ({ ...row, costMinor: readMinor(cost) }));
}

/** What all channels cost in the twelve whole months up to day `on`; undefined unless each month has a known cost. */
export async function costOfYear(ctx: Ctx, on: IsoDate): Promise<number | undefined> {
  const { from, to } = lastTwelveMonths(on);
  const { rows } = await sql<{ months: number; unpriced: number; cost: string | null }>`
    select count(distinct month) as months, count(*) filter (where amount_reporting_minor is null) as unpriced,
      sum(amount_reporting_minor)::text as cost
    from channel_costs where month between ${from}::date and ${to}::date`.execute(ctx.db);
  const row = rows[0];
  return row && row.months === 12 && row.unpriced === 0 ? readMinor(row.cost) : undefined;
}

/** Which source says what channel won an account? Tracked first touch, once it knows as many accounts as a file does. */
export async function wonBySource(ctx: Ctx): Promise<WonBy> {
  const { rows } = await sql<{ tracked: number; imported: number }>`
    select count(first_touch_channel) as tracked, count(imported_source) as imported
    from accounts where merged_into_id is null`.execute(ctx.db);
  const { tracked = 0, imported = 0 } = rows[0] ?? {};
  return tracked > 0 && tracked >= imported ? 'first_touch' : 'imported';
}
