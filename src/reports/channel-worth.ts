import { type RawBuilder, sql } from 'kysely';
import { rational, roundToMinor } from '../kernel/money.ts';
import type { IsoDate } from '../kernel/time.ts';
import type { Ctx } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { acquisitionByChannel, type ChannelAcquisition, lastTwelveMonths, type WonBy } from './acquisition.ts';
import type { CompanyFacts } from './company.ts';
import { projectedValue } from './lifetime/metrics.ts';
import { lifetimeBy } from './lifetime/projection.ts';
import { type Metric, metric, ratio } from './metric.ts';
import { yearBefore } from './revenue-retention.ts';
import { accountSpells, spellOn } from './sql/account-spells.ts';

/** How the customers of a channel fare, and what winning one costs against what they will be worth. */
export type ChannelWorth = {
  scored: number;
  healthy: number;
  active_year_ago: number;
  churned_since: number;
  cac: Metric;
  ltv: Metric;
  ltv_cac: Metric;
};

type Input = { company: CompanyFacts; on: IsoDate; wonBy: WonBy };
type Fate = { channel: string | null; scored: number; healthy: number; active_year_ago: number; churned_since: number };

/** A look-up of what is known of a channel; null is the channel that is not known. */
export async function channelWorth(ctx: Ctx, input: Input): Promise<(channel: string | null) => ChannelWorth> {
  const { company, on, wonBy } = input;
  const fates = await fatesByChannel(ctx, input);
  const costs = await acquisitionByChannel(ctx, on, wonBy);
  const by = wonBy === 'imported' ? 'source' : 'first_touch';
  const { groups } = await lifetimeBy(ctx, { company, on, by });
  return (channel) => {
    const { channel: _, ...fate } = fates.find((one) => one.channel === channel) ?? nobody(channel);
    const group = groups.find(({ value }) => value === channel);
    const none = { outcome: 'too_early', reason: 'too_few_stays', stays: 0, lost: 0 } as const;
    const ltv = projectedValue(company, on, group?.projection ?? none);
    const cost = costs.find((one) => one.channel === channel);
    const cac = channel === null ? unknownChannel(company, on) : channelCac(company, on, cost);
    return { ...fate, cac, ltv, ltv_cac: multiple(company, on, { ltv, cac }) };
  };
}

function nobody(channel: string | null): Fate {
  return { channel, scored: 0, healthy: 0, active_year_ago: 0, churned_since: 0 };
}

const COLUMN: Record<WonBy, RawBuilder<unknown>> = {
  first_touch: sql`a.first_touch_channel`,
  imported: sql`a.imported_source`,
};

async function fatesByChannel(ctx: Ctx, { company, on, wonBy }: Input): Promise<Fate[]> {
  const { rows } = await sql<Fate>`
    select ${COLUMN[wonBy]} as channel, count(h.account_id) as scored,
      count(*) filter (where h.band = 'green') as healthy, count(y.account_id) as active_year_ago,
      count(*) filter (where y.churned) as churned_since
    from accounts a
    left join health_scores h on h.account_id = a.id and h.superseded_at is null and h.band <> 'unknown'
    left join (
      select account_id, bool_or(churned_on <= ${on}::date) as churned
      from ${accountSpells(company.churnDefinition, company.graceDays, on)} p
      where ${spellOn(yearBefore(on))} group by account_id
    ) y on y.account_id = a.id
    where a.merged_into_id is null
    group by 1`.execute(ctx.db);
  return rows;
}

const base = (company: CompanyFacts, on: IsoDate) =>
  ({
    key: 'cac_channel',
    definition: 'cac-by-channel',
    unit: 'minor',
    currency: company.currency,
    period: lastTwelveMonths(on),
  }) as const;

function unknownChannel(company: CompanyFacts, on: IsoDate): Metric {
  return metric({ ...base(company, on), value: null, n: null, reason: 'channel_not_known' });
}

function channelCac(company: CompanyFacts, on: IsoDate, cost: ChannelAcquisition | undefined): Metric {
  const common = base(company, on);
  if (!cost) return metric({ ...common, value: null, n: null, reason: 'no_channel_cost' });
  if (cost.unpriced > 0) return metric({ ...common, value: null, n: cost.won, reason: 'cost_without_rate' });
  if (cost.won === 0) return metric({ ...common, value: null, n: 0, reason: 'channel_won_nobody' });
  const note = cost.months < 12 ? say('metrics:notes.cost_months', { count: cost.months }) : undefined;
  return metric({ ...common, value: roundToMinor(rational(cost.costMinor, cost.won)), n: cost.won, note });
}

type Pair = { ltv: Metric; cac: Metric };

/** LTV ÷ CAC with the interval of LTV, and on which side of the guard it lies; or why there is none. */
export function multiple(
  company: CompanyFacts,
  at: IsoDate,
  { ltv, cac }: Pair,
  definition: 'ltv-cac-by-channel' | 'ltv-cac-by-segment' = 'ltv-cac-by-channel',
): Metric {
  const common = { key: 'ltv_cac', definition, unit: 'ratio', at, n: cac.n } as const;
  const value = ltv.value === null || cac.value === null ? null : ratio(ltv.value, cac.value);
  if (value === null || cac.value === null || !ltv.interval) {
    const reason = cac.value === 0 ? 'channel_costs_nothing' : 'needs_ltv_and_cac';
    return metric({ ...common, value: null, reason });
  }
  const { low, high, confidence } = ltv.interval;
  const note = say(`metrics:notes.${value > company.ltvCacGuard ? 'crosses_guard' : 'below_guard'}`, {
    guard: company.ltvCacGuard,
  });
  return metric({ ...common, value, interval: { low: low / cac.value, high: high / cac.value, confidence }, note });
}
