import { normalQuantile } from '../../../stats/distributions.ts';
import { type Random, seededRandom } from '../../../stats/random.ts';
import { sbgSurvival } from '../../../stats/sbg.ts';
import {
  CONFIDENCE,
  HORIZON_MONTHS,
  LEAST_STAYS,
  type Projection,
  type ProjectionInput,
  type Range,
  type Revenue,
  type Stays,
  type SurvivalCheck,
  type TooEarly,
} from '../model.ts';
import { type Likely, likelyModels } from './posterior.ts';
import { clocksOf, lostIn, renewalTable, sharedTable, survivalCurve } from './renewals.ts';

export const DRAWS = 2000;
export const SEED = 20;
/** How many customers' worth of everybody's experience a group starts with. */
const BORROWED = 10;

/** Customers on one clock: how many of the group they are, what they pay, and how they may go on. */
export type Strand = { clock: number; share: number; revenue: Revenue; futures: Future[] };
/**
 * A model with the payments it promises: months of margin discounted and years stayed, of one new customer. `there`: the
 * share still there at the start of each term of the horizon.
 */
export type Future = Likely & { at: number; upTo: number; there: number[]; months: number; years: number };

/**
 * What a new customer of a group will be worth: Σ monthly margin × S(t), discounted, over ten years. S(t) is sBG
 * (Fader & Hardie 2007) for each contract term; the value is the middle of 2,000 seeded draws over the models and the
 * means the data allow, the interval their middle 80 %. What customers pay is held at what the group pays today.
 */
export function projectLifetime(input: ProjectionInput): Projection {
  const stays = countStays(input.own);
  const lost = lostIn(renewalTable(input.own, 1));
  const reason = tooEarly(input, stays);
  if (reason) return { outcome: 'too_early', reason, stays, lost };
  const strands = strandsOf(input);
  const random = seededRandom(SEED);
  const drawn = Array.from({ length: DRAWS }, () => drawOnce(strands, input.marginBps / 10_000, random));
  return {
    outcome: 'projected',
    stays,
    lost,
    valueMinor: rounded(middleOf(drawn.map(({ value }) => value))),
    years: middleOf(drawn.map(({ years }) => years)),
    check: checkOf(input.own, strands),
  };
}

function countStays(stays: readonly Stays[]): number {
  return stays.reduce((sum, one) => sum + one.stays, 0);
}

function tooEarly({ own, all, revenue }: ProjectionInput, stays: number): TooEarly | undefined {
  if (stays < LEAST_STAYS) return 'too_few_stays';
  if (renewalTable(own, 1).length === 0) return 'no_renewal_yet';
  if (lostIn(sharedTable(all, 1)) === 0) return 'nobody_lost_yet';
  return revenue.every(({ accounts }) => accounts === 0) ? 'nobody_pays' : undefined;
}

type Clocked = { clocks: Map<number, number>; groups: Map<number, Stays[]> };
const clocked = new WeakMap<readonly Stays[], Clocked>();

/** Everybody by their clocks: many groups lean on the same list. */
function clockedOf(all: readonly Stays[]): Clocked {
  const known = clocked.get(all);
  if (known) return known;
  const clocks = clocksOf(all);
  const made = { clocks, groups: Map.groupBy(all, ({ term }) => clocks.get(term) ?? 1) };
  clocked.set(all, made);
  return made;
}

export function strandsOf({ own, all, revenue, discountBps }: ProjectionInput): Strand[] {
  const { clocks, groups: everybody } = clockedOf(all);
  const clockOf = ({ term }: { term: number }) => clocks.get(term) ?? 1;
  const paying = pooled(revenue);
  const byClock = [...Map.groupBy(own, clockOf)].sort(([a], [b]) => a - b);
  return byClock.map(([clock, group]) => {
    const shared = everybody.get(clock) ?? group;
    const worth = Math.min(1, BORROWED / countStays(shared));
    const models = likelyModels(renewalTable(group, clock), sharedTable(shared, clock), worth);
    const paid = pooled(revenue.filter((one) => clockOf(one) === clock));
    return {
      clock,
      share: countStays(group) / countStays(own),
      revenue: paid.accounts === 0 ? paying : paid,
      futures: futuresOf(models, clock, discountBps),
    };
  });
}

function futuresOf(models: readonly Likely[], clock: number, discountBps: number): Future[] {
  let upTo = 0;
  return models.map((one, at) => {
    upTo += one.weight;
    const there = sbgSurvival(one.model, Math.ceil(HORIZON_MONTHS / clock) - 1);
    return { ...one, at, upTo, there, ...promise(there, { clock, discountBps, mark: HORIZON_MONTHS }) };
  });
}

/** Several terms as one: the mean over all accounts, the deviation around it. */
function pooled(revenue: readonly Revenue[]): Revenue {
  const accounts = revenue.reduce((sum, one) => sum + one.accounts, 0);
  const sum = (of: (one: Revenue) => number) => revenue.reduce((total, one) => total + one.accounts * of(one), 0);
  const meanMinor = accounts === 0 ? 0 : sum((one) => one.meanMinor) / accounts;
  const squares = sum((one) => one.deviationMinor ** 2 + (one.meanMinor - meanMinor) ** 2);
  return { term: 0, accounts, meanMinor, deviationMinor: accounts === 0 ? 0 : Math.sqrt(squares / accounts) };
}

type Reach = { clock: number; discountBps: number; mark: number };
type Promised = { months: number; years: number };

/** What is paid within the first `mark` months of who is there so. Payment falls due at the start of each term. */
export function promise(there: readonly number[], { clock, discountBps, mark }: Reach): Promised {
  const terms = Math.min(there.length, Math.ceil(mark / clock));
  const factor = (1 + discountBps / 10_000) ** (-clock / 12);
  let discount = 1;
  let months = 0;
  let years = 0;
  for (let term = 0; term < terms; term += 1) {
    const share = there[term] as number;
    months += clock * share * discount;
    years += (clock * share) / 12;
    discount *= factor;
  }
  return { months, years };
}

function drawOnce(strands: readonly Strand[], margin: number, random: Random): { value: number; years: number } {
  let value = 0;
  let years = 0;
  for (const { share, revenue, futures } of strands) {
    const future = pick(futures, random());
    value += share * margin * meanDraw(revenue, random) * future.months;
    years += share * future.years;
  }
  return { value, years };
}

/** The model at this share of the weight, by halving: the list is long and drawn from often. */
export function pick(futures: readonly Future[], at: number): Future {
  let low = 0;
  let high = futures.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((futures[middle] as Future).upTo < at) low = middle + 1;
    else high = middle;
  }
  return futures[low] as Future;
}

/** Where the true mean may lie: the observed one with its standard error; a single account scatters by all of it. */
export function meanDraw(revenue: Revenue, random: Random): number {
  return meanAt(revenue, normalDraw(random));
}

/** A draw of the standard normal distribution. */
export function normalDraw(random: Random): number {
  return normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random())));
}

/** The same from a draw of the standard normal. */
export function meanAt({ meanMinor, deviationMinor, accounts }: Revenue, normal: number): number {
  const deviation = accounts > 1 ? deviationMinor * Math.sqrt(accounts / (accounts - 1)) : meanMinor;
  return Math.max(0, meanMinor + (normal * deviation) / Math.sqrt(accounts));
}

function middleOf(values: number[]): Range {
  const sorted = Float64Array.from(values).sort();
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  return { value: at(0.5), low: at((1 - CONFIDENCE) / 2), high: at((1 + CONFIDENCE) / 2) };
}

function rounded({ value, low, high }: Range): Range {
  return { value: Math.round(value), low: Math.round(low), high: Math.round(high) };
}

/** At the last month that ten were still there to watch: do the observed and the projected share agree? */
function checkOf(own: readonly Stays[], strands: readonly Strand[]): SurvivalCheck | null {
  const step = survivalCurve(own).findLast(({ atRisk, band }) => atRisk >= LEAST_STAYS && band !== null);
  if (!step?.band) return null;
  const projected = strands.reduce((sum, { clock, share, futures }) => {
    const renewals = Math.floor(step.time / clock);
    const there = futures.reduce(
      (total, one) => total + one.weight * (sbgSurvival(one.model, renewals).at(-1) ?? 1),
      0,
    );
    return sum + share * there;
  }, 0);
  return { months: step.time, observed: step.survival, ...step.band, projected };
}
