import { type RawBuilder, sql } from 'kysely';
import type { IsoDate } from '../../kernel/time.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { say } from '../../platform/locale.ts';
import { acquisitionByChannel, lastTwelveMonths, type WonBy, wonBySource } from '../acquisition.ts';
import type { CompanyFacts } from '../company.ts';
import { type Metric, metric } from '../metric.ts';

/** Below this share of its customers won through a channel of known cost, a segment's cost is not told. */
const LEAST_COVERED = 0.8;

/** Customers of a segment won in twelve months, by the channel that won them; null is not known. */
export type WonThrough = { segment: string; channel: string | null; won: number };
/** What winning one customer through a channel costs, minor units, not rounded. */
export type ChannelPrice = { channel: string; each: number };

const COLUMN: Record<WonBy, RawBuilder<unknown>> = {
  first_touch: sql`a.first_touch_channel`,
  imported: sql`a.imported_source`,
};

/**
 * A look-up of what winning a customer of a segment cost: each customer who first paid in the last twelve whole months
 * costs what its channel spent for each customer it won, whatever segment they are in. Segments as they are now.
 */
export async function costBySegment(
  ctx: Ctx,
  { company, on }: { company: CompanyFacts; on: IsoDate },
): Promise<(segment: string | null) => Metric> {
  const wonBy = await wonBySource(ctx);
  const costs = await acquisitionByChannel(ctx, on, wonBy);
  const prices = costs.flatMap(({ channel, costMinor, won, unpriced }) =>
    won > 0 && unpriced === 0 ? [{ channel, each: costMinor / won }] : [],
  );
  const won = await wonInSegments(ctx, on, wonBy);
  return (segment) => segmentCac({ company, on, prices, won: won.filter((one) => one.segment === segment) });
}

async function wonInSegments(ctx: Ctx, on: IsoDate, wonBy: WonBy): Promise<WonThrough[]> {
  const { from, to } = lastTwelveMonths(on);
  const { rows } = await sql<WonThrough>`
    select g.name as segment, ${COLUMN[wonBy]} as channel, count(*) as won
    from (
      select account_id, min(started_on) as first_on from subscriptions
      where not is_trial and mrr_minor > 0 group by account_id
    ) f join accounts a on a.id = f.account_id
    join segment_members m on m.account_id = a.id and m.left_at is null
    join segments g on g.id = m.segment_id and g.archived_at is null
    where f.first_on between ${from}::date and ${to}::date
    group by 1, 2`.execute(ctx.db);
  return rows;
}

type Input = {
  company: Pick<CompanyFacts, 'currency'>;
  on: IsoDate;
  prices: readonly ChannelPrice[];
  won: readonly WonThrough[];
};

/** The mean price of those whose channel has one, or why it cannot be told. */
export function segmentCac({ company, on, prices, won }: Input): Metric {
  const sum = (of: (one: WonThrough) => number) => won.reduce((total, one) => total + of(one), 0);
  const priceOf = (channel: string | null) => prices.find((one) => one.channel === channel)?.each;
  const all = sum((one) => one.won);
  const covered = sum((one) => (priceOf(one.channel) === undefined ? 0 : one.won));
  const common = {
    key: 'cac_segment',
    definition: 'cac-by-segment',
    unit: 'minor',
    currency: company.currency,
    period: lastTwelveMonths(on),
  } as const;
  if (all === 0) return metric({ ...common, value: null, n: 0, reason: 'segment_won_nobody' });
  if (covered < LEAST_COVERED * all)
    return metric({ ...common, value: null, n: covered, reason: 'segment_without_cost', params: { covered, all } });
  const cost = sum((one) => one.won * (priceOf(one.channel) ?? 0));
  const note = covered < all ? say('metrics:notes.segment_covered', { covered, all }) : undefined;
  return metric({ ...common, value: Math.round(cost / covered), n: covered, note });
}
