import { breakEven, type Contribution, netContribution } from '../../kernel/net-contribution.ts';
import {
  CONFIDENCE,
  HORIZON_MONTHS,
  LEAST_STAYS,
  type ProjectionInput,
  type Range,
  type Stays,
} from '../../success/lifetime/model.ts';
import {
  drawLifetimes,
  type ExpectedMonth,
  type LifetimeDraw,
  lifetimeOutlook,
} from '../../success/lifetime/rules/draw-lifetimes.ts';
import { lostIn, sharedTable } from '../../success/lifetime/rules/renewals.ts';
import { commissionRates } from './commission-rates.ts';
import type { BroughtFacts, Economics, PerCustomer, QualityOutcome, Worth } from './model.ts';

/** Of ten customers, at least this many must have come to a renewal. */
export const LEAST_RENEWED = 5;
const SMALL_PART = 0.1;
const YEARS = [12, 24, HORIZON_MONTHS];

/** `pool`: everybody a partner's customers are compared with, the partner's own among them. */
type Pool = { stays: Stays[]; facts: BroughtFacts; stay(): number };
type Input = { own: BroughtFacts; pool: Pool; economics: Economics };
type Parts = Contribution & { fixed: number };

/**
 * What the customers of a partner or a programme are worth against what they cost: the survival of its own customers,
 * leaning on the pool's where they are few (sBG), what they pay after refunds, commissions as they were paid by year of
 * stay, and rewards and discounts as given so far. Each amount is rounded once.
 */
export function worthOf(input: Input): Worth {
  const outcome = obstacle(input);
  return outcome ? nothing(input.own.id, outcome) : valued(input);
}

function nothing(id: string, outcome: QualityOutcome): Worth {
  const none = { ratio: null, monthsStayed: null, othersStay: null, perCustomer: null, netMinor: null };
  return { id, outcome, ...none, breakEvenMonth: null };
}

function obstacle({ own, pool, economics }: Input): QualityOutcome | undefined {
  if (economics.marginBps === null) return 'margin_not_set';
  if (own.unpriced > 0) return 'amount_without_rate';
  if (own.customers < LEAST_STAYS) return 'too_few_customers';
  const renewed = own.stays.reduce((sum, { watched, term, stays }) => sum + (watched >= term ? stays : 0), 0);
  if (renewed < LEAST_RENEWED) return 'no_renewal_cycle';
  if (lostIn(sharedTable(pool.stays, 1)) === 0) return 'nobody_lost_yet';
  return own.revenue.every(({ accounts }) => accounts === 0) ? 'nobody_pays' : undefined;
}

function valued(input: Input): Worth {
  const { own } = input;
  const projection = projectionOf(input, own.stays);
  const priced = pricing(input);
  const { draws, months } = lifetimeOutlook(projection, YEARS);
  const parts = draws.map(priced.ofDraw);
  const perCustomer = expectedOf(parts);
  const isFree = costOf(perCustomer) <= 0;
  return {
    id: own.id,
    outcome: isFree ? 'no_costs' : 'judged',
    ratio: isFree ? null : middle(parts.map((one) => one.margin / costOf(one))),
    monthsStayed: staysOf(draws),
    othersStay: othersStay(input),
    perCustomer: rounded(perCustomer),
    netMinor: netRange(own.customers, perCustomer, parts),
    breakEvenMonth: breakEven(months.map(priced.ofMonth)).month,
  };
}

/** All of the pool but one's own; where those are a small part of it, leaving them out changes nothing that is worth a fit. */
function othersStay(input: Input): number | null {
  const { own, pool } = input;
  const count = (stays: readonly Stays[]) => stays.reduce((sum, one) => sum + one.stays, 0);
  if (count(own.stays) <= SMALL_PART * count(pool.stays)) return pool.stay();
  const others = without(pool.stays, own.stays);
  return others.length === 0 ? null : stayOf(drawLifetimes(projectionOf(input, others), []));
}

/** How long a new customer of the pool stays: asked for by many partners, found once. */
export function poolStay(pool: Omit<Pool, 'stay'>, economics: Economics): () => number {
  let known: number | undefined;
  return () => {
    known ??= stayOf(
      drawLifetimes(projectionOf({ own: pool.facts, pool: { ...pool, stay: () => 0 }, economics }, pool.stays), []),
    );
    return known;
  };
}

/** Months a new customer stays within the horizon. */
const staysOf = (draws: readonly LifetimeDraw[]): Range => middle(draws.map(({ years }) => 12 * years));
const stayOf = (draws: readonly LifetimeDraw[]): number => staysOf(draws).value;

function projectionOf({ own, pool, economics }: Input, stays: Stays[]): ProjectionInput {
  const { marginBps, discountBps } = economics;
  return { own: stays, all: pool.stays, revenue: own.revenue, marginBps: marginBps ?? 0, discountBps };
}

/** What a draw, or a month, comes to in each part of the contribution. */
function pricing({ own, pool, economics }: Input) {
  const margin = (economics.marginBps ?? 0) / 10_000;
  const { rates, flatMinor } = commissionRates(own, pool.facts);
  const kept = 1 - refundedShare(own);
  const care = own.careMonthMinor ?? 0;
  const [rewards, discounts] = [own.rewardsMinor / own.customers, own.discountsMinor / own.customers];
  const fixed = economics.fixedMinor ?? 0;
  return {
    ofDraw({ revenueMinor, months }: LifetimeDraw): Parts {
      let earned = 0;
      for (let at = 0; at < revenueMinor.length; at += 1) {
        const paid = kept * ((revenueMinor[at] as number) - (revenueMinor[at - 1] ?? 0));
        earned += paid * (rates[at] ?? 0);
      }
      const commission = flatMinor + earned;
      const revenue = kept * (revenueMinor.at(-1) ?? 0);
      return {
        margin: margin * revenue,
        commission,
        rewards,
        discounts,
        retention: care * (months.at(-1) ?? 0),
        fixed,
      };
    },
    ofMonth({ there, revenueMinor }: ExpectedMonth, month: number): Contribution {
      const first = month === 0 ? 1 : 0;
      const year = YEARS.findIndex((end) => month < end);
      const commission = first * flatMinor + kept * revenueMinor * (rates[year] ?? 0);
      const spent = { rewards: first * rewards, discounts: first * discounts, retention: care * there };
      return { margin: margin * kept * revenueMinor, commission, ...spent };
    },
  };
}

function refundedShare({ years }: BroughtFacts): number {
  const gross = years.reduce((sum, one) => sum + one.grossMinor, 0);
  const refunded = years.reduce((sum, one) => sum + one.refundedMinor, 0);
  return gross > 0 ? Math.min(1, Math.max(0, refunded / gross)) : 0;
}

function costOf({ commission, rewards, discounts, fixed }: Parts): number {
  return commission + rewards + discounts + fixed;
}

function expectedOf(all: readonly Parts[]): Parts {
  const mean = (of: keyof Parts) => all.reduce((sum, one) => sum + one[of], 0) / all.length;
  return {
    margin: mean('margin'),
    commission: mean('commission'),
    rewards: mean('rewards'),
    discounts: mean('discounts'),
    retention: mean('retention'),
    fixed: mean('fixed'),
  };
}

function rounded(parts: Parts): PerCustomer {
  const whole = Object.fromEntries(Object.entries(parts).map(([key, value]) => [key, Math.round(value)])) as Parts;
  return { ...whole, net: netContribution(parts) };
}

function netRange(customers: number, expected: Contribution, draws: readonly Contribution[]): Range {
  const times = (parts: Contribution) =>
    netContribution({
      margin: customers * parts.margin,
      commission: customers * parts.commission,
      rewards: customers * parts.rewards,
      discounts: customers * parts.discounts,
      retention: customers * parts.retention,
    });
  const { low, high } = middle(draws.map(times));
  return { value: times(expected), low, high };
}

function middle(values: readonly number[]): Range {
  const sorted = Float64Array.from(values).sort();
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  return { value: at(0.5), low: at((1 - CONFIDENCE) / 2), high: at((1 + CONFIDENCE) / 2) };
}

/** Everybody of the pool who is not among one's own. */
function without(all: readonly Stays[], own: readonly Stays[]): Stays[] {
  const keyOf = ({ term, watched, lost }: Stays) => `${term} ${watched} ${lost}`;
  const taken = new Map<string, number>();
  for (const one of own) taken.set(keyOf(one), (taken.get(keyOf(one)) ?? 0) + one.stays);
  return all.flatMap((one) => {
    const key = keyOf(one);
    const less = Math.min(one.stays, taken.get(key) ?? 0);
    taken.set(key, (taken.get(key) ?? 0) - less);
    return one.stays > less ? [{ ...one, stays: one.stays - less }] : [];
  });
}
