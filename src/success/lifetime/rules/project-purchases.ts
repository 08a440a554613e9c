import {
  bgNbdExpectedPurchases,
  bgNbdLogLikelihood,
  bgNbdOf,
  bgNbdSurvival,
  type Purchases,
} from '../../../stats/bgnbd.ts';
import { gammaGammaLogLikelihood, gammaGammaMean, gammaGammaOf } from '../../../stats/gamma-gamma.ts';
import { laplaceDraws } from '../../../stats/laplace.ts';
import { minimise, type Point } from '../../../stats/minimise.ts';
import { seededRandom } from '../../../stats/random.ts';
import { HORIZON_MONTHS, LEAST_STAYS, type Projection, type Range, type TooEarly } from '../model.ts';

/** Somebody who buys without a contract; times in months since the first purchase, `mean` in minor units of all purchases. */
export type Buyer = Purchases & { mean: number };
export type PurchaseInput = { buyers: readonly Buyer[]; marginBps: number; discountBps: number };

const DRAWS = 300;
const SEED = 21;
/** How far a logarithm may be from the middle before the data have to insist: e³ is a factor of 20. */
const WIDTH = 3;
const QUARTER = 3;
const QUARTERS = HORIZON_MONTHS / QUARTER;

/**
 * What a new customer without a contract will be worth: margin × mean purchase × purchases expected over ten years,
 * discounted. Purchases are BG/NBD (Fader, Hardie & Lee 2005), their size Gamma-Gamma (Fader & Hardie 2013); the value
 * is the middle of 300 seeded draws around the best fit, the interval their middle 80 %.
 */
export function projectPurchases(input: PurchaseInput): Projection {
  const buyers = input.buyers.toSorted(inOneOrder);
  const counted = { stays: buyers.length, lost: 0 };
  const too = (reason: TooEarly): Projection => ({ outcome: 'too_early', reason, ...counted });
  if (buyers.length < LEAST_STAYS) return too('too_few_stays');
  if (buyers.every(({ x }) => x === 0)) return too('nobody_bought_again');
  const habits = habitDraws(buyers);
  if (!habits) return too('no_fit');
  const means = meanDraws(buyers);
  const futures = habits.map((at, index) => futureOf(at, means[index] as number, input));
  const valueMinor = middle(futures.map(({ value }) => value));
  return {
    outcome: 'projected',
    ...counted,
    valueMinor: {
      value: Math.round(valueMinor.value),
      low: Math.round(valueMinor.low),
      high: Math.round(valueMinor.high),
    },
    years: middle(futures.map(({ years }) => years)),
    check: null,
  };
}

/** Sums in another order differ in their last digits, and where the data say little a search ends elsewhere for that. */
function inOneOrder(a: Buyer, b: Buyer): number {
  return a.x - b.x || a.tx - b.tx || a.T - b.T || a.mean - b.mean;
}

/** Parameters of BG/NBD (logarithms) that the data allow. */
function habitDraws(buyers: readonly Buyer[]): Point[] | undefined {
  const meanT = buyers.reduce((sum, { T }) => sum + T, 0) / buyers.length;
  const loss = (at: Point) => -bgNbdLogLikelihood(buyers, bgNbdOf(at));
  return plausible(loss, [0, Math.log(Math.max(meanT, 1) / 4), 0, 0], SEED);
}

/** The mean purchase over all customers, drawn as often as the habits; the plain mean where it has no model. */
function meanDraws(buyers: readonly Buyer[]): number[] {
  const spendings = buyers.map(({ mean, x }) => ({ mean, x: x + 1 }));
  const plain = buyers.reduce((sum, { mean }) => sum + mean, 0) / buyers.length;
  const loss = (at: Point) => -gammaGammaLogLikelihood(spendings, gammaGammaOf(at));
  const draws = plausible(loss, [1, 1, Math.log(plain)], SEED + 1);
  return draws ? draws.map((at) => gammaGammaMean(gammaGammaOf(at)) ?? plain) : Array(DRAWS).fill(plain);
}

/**
 * Points that the data allow. Where customers are all alike a likelihood has no end, so each logarithm is held near that
 * of a middling model by a wide normal (Gelman et al. 2013, "Bayesian Data Analysis", section 4.1).
 */
function plausible(loss: (at: Point) => number, centre: Point, seed: number): Point[] | undefined {
  const held = (at: Point) =>
    at.reduce((sum, value, index) => sum + ((value - (centre[index] ?? 0)) / WIDTH) ** 2 / 2, loss(at));
  const found = minimise(held, centre);
  return found.outcome === 'found' ? laplaceDraws(held, found.at, DRAWS, seededRandom(seed)) : undefined;
}

function futureOf(at: readonly number[], mean: number, { marginBps, discountBps }: PurchaseInput) {
  const model = bgNbdOf(at);
  let purchases = 1;
  let years = 0;
  let before = 0;
  for (let quarter = 1; quarter <= QUARTERS; quarter += 1) {
    const middleMonth = (quarter - 0.5) * QUARTER;
    const expected = bgNbdExpectedPurchases(model, quarter * QUARTER);
    purchases += (expected - before) * (1 + discountBps / 10_000) ** (-middleMonth / 12);
    years += (bgNbdSurvival(model, middleMonth) * QUARTER) / 12;
    before = expected;
  }
  return { value: (purchases * mean * marginBps) / 10_000, years };
}

function middle(values: readonly number[]): Range {
  const sorted = values.filter(Number.isFinite).toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { value: at(0.5), low: at(0.1), high: at(0.9) };
}
