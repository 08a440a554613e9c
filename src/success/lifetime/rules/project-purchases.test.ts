import { describe, expect, it } from 'vitest';
import { bgNbdExpectedPurchases, bgNbdSurvival } from '../../../stats/bgnbd.ts';
import { type Random, seededRandom } from '../../../stats/random.ts';
import { type Buyer, projectPurchases } from './project-purchases.ts';

/** Purchases at a rate around 0.5 a month that differ as Gamma(2, 4); the chance to leave after each as Beta(1, 9). */
const MODEL = { r: 2, alpha: 4, a: 1, b: 9 };
const MEAN = 10_000;

const exponential = (random: Random, rate: number) => -Math.log(1 - random()) / rate;
const gamma2 = (random: Random, scale: number) => exponential(random, scale) + exponential(random, scale);

function buyer(random: Random): Buyer {
  const T = 6 + 30 * random();
  const rate = gamma2(random, MODEL.alpha);
  const leaves = 1 - (1 - random()) ** (1 / MODEL.b);
  let [x, tx] = [0, 0];
  for (let at = exponential(random, rate); at <= T; at += exponential(random, rate)) {
    [x, tx] = [x + 1, at];
    if (random() < leaves) break;
  }
  return { x, tx, T, mean: MEAN * (0.5 + random()) };
}

const buyers = (count: number, seed: number) => {
  const random = seededRandom(seed * 7919);
  return Array.from({ length: count }, () => buyer(random));
};
const input = (some: Buyer[]) => ({ buyers: some, marginBps: 8000, discountBps: 0 });
const truth = 0.8 * MEAN * (1 + bgNbdExpectedPurchases(MODEL, 120));

function projected(some: Buyer[]) {
  const projection = projectPurchases(input(some));
  if (projection.outcome !== 'projected') throw new Error(projection.reason);
  return projection;
}

describe('the worth of a new customer without a contract', () => {
  it('is in its 80 % interval for most companies that are made by a known model', () => {
    const hits = Array.from({ length: 30 }, (_, at) => projected(buyers(300, at + 1)).valueMinor).filter(
      ({ low, high }) => low <= truth && truth <= high,
    ).length;
    expect(hits).toBeGreaterThanOrEqual(18);
    expect(hits).toBeLessThanOrEqual(29);
  });

  it('comes near the truth for many customers, and says the same in whatever order they come', () => {
    const many = projected(buyers(3000, 4));
    expect(Math.abs(many.valueMinor.value / truth - 1)).toBeLessThan(0.12);
    const years = Array.from({ length: 40 }, (_, at) => bgNbdSurvival(MODEL, 3 * (at + 0.5)) / 4).reduce(
      (a, b) => a + b,
    );
    expect(many.years.low).toBeLessThan(years);
    expect(many.years.high).toBeGreaterThan(years);
    expect(projectPurchases(input(buyers(3000, 4).toReversed()))).toEqual(many);
  });

  it('says what is missing', () => {
    expect(projectPurchases(input(buyers(9, 1)))).toMatchObject({ outcome: 'too_early', reason: 'too_few_stays' });
    const once = buyers(50, 1).map((one) => ({ ...one, x: 0, tx: 0 }));
    expect(projectPurchases(input(once))).toMatchObject({ reason: 'nobody_bought_again', stays: 50 });
  });
});

it('leaves customers at the rate they buy times the chance that it was the last', () => {
  const random = seededRandom(3);
  const alive = Array.from({ length: 100_000 }, () => {
    const rate = gamma2(random, MODEL.alpha);
    return exponential(random, rate * (1 - (1 - random()) ** (1 / MODEL.b))) > 24;
  }).filter(Boolean).length;
  expect(bgNbdSurvival(MODEL, 24)).toBeCloseTo(alive / 100_000, 2);
});
