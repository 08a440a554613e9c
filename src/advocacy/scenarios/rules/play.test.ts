import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakEven, type Contribution } from '../../../kernel/net-contribution.ts';
import type { Offer, OfferReward, Played, ScenarioInput } from '../model.ts';
import { forMonths, unitOf } from './economics.ts';
import { forecastOf } from './forecast.ts';
import { makePlayer, playScenario } from './play.ts';
import { certainScenario, TWENTY, unsureScenario } from './scenario.fixture.ts';

function played(input: ScenarioInput, runs = 400): Played {
  const result = makePlayer(runs)(input);
  if (result.outcome !== 'played') throw new Error(`${result.field}: ${result.said.key}`);
  return result;
}

const offering = (reward: OfferReward, friend: Offer['friend'] = { kind: 'none' }) => ({
  offers: { a: { reward, friend }, b: null },
});

/**
 * By hand, for 1,000 customers: asked 500, share 200, reach 1,000 people, 200 leads, 50 customers won, of them 40 real.
 * A month: revenue 20,000, margin 12,000; churn 12,000 / 720,000 = 1/60, so 60 months and 720,000 margin each.
 */
const WON = 50;
const REVENUE = 20_000;
const CHURN = 1 / 60;
const YEAR = (1 - (1 - CHURN) ** 12) / CHURN;
const MARGIN = 40 * 720_000;
const ACQUISITION = 40 * 30_000;
const CARE = 40 * 2000 * 60;
const FAKES = 0.1 / 0.9;

describe('how sure the answer is in words', () => {
  const sure = (reach: Partial<ScenarioInput['assumptions']['reach']>) => {
    const input = certainScenario();
    input.assumptions.reach = { ...input.assumptions.reach, ...reach };
    return played(input).a.verdict;
  };

  test('what happens in every run is never called 100%', () => {
    expect(sure({})).toMatchObject({ key: 'verdict', params: { percent: '>99%' } });
  });

  test('an input that rests on two facts is named, and nothing is almost certain', () => {
    const { key, params } = sure({ source: 'own', n: 2 });
    expect(key).toBe('as_far_as');
    expect(params.verdict).toMatchObject({ params: { percent: '>90%', chance: { key: 'chance.very_likely' } } });
    expect(params.few).toMatchObject({
      params: { name: { key: 'fields.reach.name' }, on: { key: 'few.reach', params: { count: 2 } } },
    });
  });

  test.each([
    ['own facts in number', { source: 'own', n: 10 } as const],
    ['a number typed by hand', { source: 'typed', n: null } as const],
  ])('%s is taken at its word', (_, reach) => {
    expect(sure(reach).key).toBe('verdict');
  });
});

describe('with every assumption certain', () => {
  const { a } = played(certainScenario());

  test('a share of the first year costs what the hand computes', () => {
    const commission = WON * 0.2 * REVENUE * (YEAR + FAKES);
    expect(a.expected.margin).toBeCloseTo(MARGIN, 4);
    expect(a.expected.commission).toBeCloseTo(commission, 4);
    expect(a.expected.acquisition).toBeCloseTo(ACQUISITION, 6);
    expect(a.expected.retention).toBeCloseTo(CARE, 4);
    expect(a.expected.net).toBeCloseTo(MARGIN - commission - ACQUISITION - CARE, -0.4);
    expect(a.ltv_cac.p50).toBeCloseTo(MARGIN / (commission + ACQUISITION), 9);
  });

  test('every run says the same', () => {
    expect(a.net.p10).toBe(a.net.p90);
    expect(a.net.mean).toBeCloseTo(a.expected.net, 3);
    expect(a.customers).toEqual({ p10: WON, p50: WON, p90: WON });
    expect(a.profit).toBe(1);
    expect(a.tornado).toEqual([]);
    expect(a.histogram).toHaveLength(1);
  });

  test('the largest reward is where LTV:CAC is the guard', () => {
    const largest = (MARGIN / 4 - ACQUISITION) / (WON * REVENUE * (YEAR + FAKES));
    expect(a.largest).toEqual({ outcome: 'found', size: Math.floor(largest * 1000) / 1000 });
  });

  test.each<[string, OfferReward, number]>([
    ['as long as it pays', { kind: 'recurring', rate: 0.1 }, 0.1 * REVENUE * (60 + FAKES)],
    ['once', { kind: 'flat', amount_minor: 30_000 }, 30_000 * (1 + FAKES)],
    ['for four leads a customer', { kind: 'per_lead', amount_minor: 5000 }, 4 * 5000 * (1 + FAKES)],
    ['for ten seats', { kind: 'company_credit', per_seat_minor: 1500 }, 10 * 1500 * (1 + FAKES)],
    ['in free months', { kind: 'free_months', months: 2 }, 2 * REVENUE * (1 + FAKES)],
    ['as a gift', { kind: 'gift', worth_minor: 9000 }, 9000 * (1 + FAKES)],
    ['nothing', { kind: 'none' }, 0],
  ])('a reward paid %s costs what the hand computes', (_, reward, each) => {
    const { expected } = played(certainScenario({}, offering(reward))).a;
    expect(expected.commission + expected.rewards).toBeCloseTo(WON * each, 3);
  });

  test('a discount for the friend is given once it pays and lowers what is shared', () => {
    const friend = { kind: 'discount', rate: 0.25, months: 6 } as const;
    const half = (1 - (1 - CHURN) ** 6) / CHURN;
    const { expected } = played(certainScenario({}, offering(TWENTY.reward, friend))).a;
    expect(expected.discounts).toBeCloseTo(WON * 0.25 * REVENUE * half, 3);
    expect(expected.commission).toBeCloseTo(WON * 0.2 * REVENUE * (YEAR - 0.25 * half + 0.75 * FAKES), 3);
  });

  test('it is paid back in the month in which everything is covered', () => {
    const input = certainScenario({}, { fixed_cost_minor: 2_000_000 });
    const run = Object.fromEntries(Object.entries(input.assumptions).map(([key, { value }]) => [key, value])) as never;
    const unit = unitOf(run, input, TWENTY);
    const months: Contribution[] = [];
    forMonths(unit, TWENTY, 60, (age, spend, margin, care) => {
      const rewards = age === 1 ? 2_000_000 : 0;
      months.push({ margin: WON * margin, commission: WON * spend, rewards, discounts: 0, retention: WON * care });
    });
    const { month } = breakEven(months);
    expect(month).toBeGreaterThan(1);
    expect(played(input).a.payback).toEqual({ p10: month, p50: month, p90: month });
  });

  test('what never comes back has no month', () => {
    const { a: lost } = played(certainScenario({}, offering({ kind: 'flat', amount_minor: 900_000 })));
    expect(lost.payback.p50).toBeNull();
    expect(lost.paid_back).toBe(0);
    expect(lost.profit).toBe(0);
  });

  test('sharing answers a reward twice as large, and none, as the power says', () => {
    const answering = { elasticity: 0.5 };
    const customers = (amount_minor: number) =>
      played(certainScenario(answering, offering({ kind: 'flat', amount_minor }))).a.customers.p50;
    expect(customers(10_000)).toBeCloseTo(WON, 9);
    expect(customers(20_000)).toBeCloseTo(WON * 1.5 ** 0.5, 9);
    expect(customers(0)).toBeCloseTo(WON * 0.5 ** 0.5, 9);
  });
});

describe('the largest reward', () => {
  test('is none where even without a reward the guard does not hold', () => {
    const { a } = played(certainScenario({ cac: 2_000_000 }));
    expect(a.largest).toEqual({ outcome: 'none' });
  });

  test('is any where nothing one could offer breaks the guard', () => {
    const { a } = played(certainScenario({ cac: 0, ltv: 10_000_000 }));
    expect(a.largest).toMatchObject({ outcome: 'any', size: 1 });
  });

  test('is not asked for where there is none', () => {
    expect(played(certainScenario({}, offering({ kind: 'none' }))).a.largest).toEqual({ outcome: 'no_reward' });
  });

  test('keeps the guard with the confidence asked for, and a little more does not', () => {
    const first = played(unsureScenario(), 2000);
    if (first.a.largest.outcome !== 'found') throw new Error('there is a largest reward');
    const { size } = first.a.largest;
    const withRate = (rate: number) =>
      played(unsureScenario({}, offering({ kind: 'percent', rate, months: 12 })), 2000).a.guard_holds;
    expect(withRate(size)).toBeGreaterThanOrEqual(0.8);
    expect(withRate(size + 0.002)).toBeLessThan(0.8);
  });
});

describe('drawn', () => {
  const reference = played(unsureScenario({}, { offers: { a: TWENTY, b: TWENTY } }), 10_000);

  test('the same seed gives the same answer, and another seed another', () => {
    expect(playScenario(unsureScenario({}, { offers: { a: TWENTY, b: TWENTY } }))).toEqual(reference);
    expect(played(unsureScenario({}, { seed: 8 })).a.net).not.toEqual(reference.a.net);
  });

  test('a player that remembers answers as one that does not', () => {
    const play = makePlayer();
    play(unsureScenario({ convert_rate: 0.3 }));
    expect(play(unsureScenario({}, { offers: { a: TWENTY, b: TWENTY } }))).toEqual(reference);
  });

  test('the same offer twice differs in no run', () => {
    expect(reference.difference).toMatchObject({ p10: 0, p50: 0, p90: 0, better: 0 });
    expect(reference.difference?.verdict.key).toBe('difference.same');
  });

  test('the mean stays near what certainty says, and runs spread around it', () => {
    const { mean, p10, p50, p90 } = reference.a.net;
    expect(p10).toBeLessThan(p50);
    expect(p50).toBeLessThan(p90);
    expect(mean / reference.a.expected.net).toBeGreaterThan(0.9);
    expect(mean / reference.a.expected.net).toBeLessThan(1.1);
    expect(reference.a.histogram.reduce((sum, { runs }) => sum + runs, 0)).toBe(10_000);
  });

  test('the tornado names what moves the net, the strongest first', () => {
    const widths = reference.a.tornado.map((one) => Math.abs(one.net_at_high - one.net_at_low));
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    const input = certainScenario();
    input.assumptions.ltv.sd = 100_000;
    input.assumptions.care.sd = 100;
    expect(played(input).a.tornado.map(({ key }) => key)).toEqual(['ltv', 'care']);
  });

  test('a larger reward that nobody answers never earns more, in no quantile', () => {
    const netOf = (rate: number) => played(unsureScenario({}, offering({ kind: 'percent', rate, months: 12 }))).a;
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (x, y) => {
        const [small, large] = [netOf(Math.min(x, y)), netOf(Math.max(x, y))];
        for (const at of ['p10', 'p50', 'p90'] as const) {
          expect(large.net[at]).toBeLessThanOrEqual(small.net[at]);
          expect(large.ltv_cac[at] ?? 0).toBeLessThanOrEqual(small.ltv_cac[at] ?? 0);
        }
        expect(large.guard_holds).toBeLessThanOrEqual(small.guard_holds);
      }),
      { numRuns: 12 },
    );
  });

  test('is finite whatever one assumes', () => {
    const share = fc.double({ min: 0.1, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(
        share,
        share,
        share,
        fc.integer({ min: 0, max: 500_000 }),
        (margin, convert_rate, fraud, amount_minor) => {
          const values = { margin, convert_rate, fraud: fraud * 0.5, elasticity: 1, churn_change: -0.3 };
          const { a } = played(unsureScenario(values, offering({ kind: 'per_lead', amount_minor })));
          const numbers = [...Object.values(a.net), ...Object.values(a.customers), ...Object.values(a.expected)];
          expect(numbers.every(Number.isFinite)).toBe(true);
        },
      ),
      { numRuns: 8 },
    );
  });
});

describe('the forecast by month', () => {
  test('sums to what the scenario says of a year, once its customers have lived', () => {
    const input = certainScenario({}, { fixed_cost_minor: 120_000 });
    const forecast = forecastOf(input, TWENTY);
    expect(forecast.map(({ month }) => month)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
    expect(forecast[0]?.customers.p50).toBeCloseTo(WON / 12, 9);
    const first = 0.2 * REVENUE * (1 + FAKES) + 0.8 * 30_000;
    expect(forecast[0]?.spend.p50).toBeCloseTo((WON / 12) * first + 10_000, 6);
    const stays = (1 - (1 - CHURN) ** 24) / CHURN;
    const steady = (WON / 12) * (0.2 * REVENUE * (YEAR + FAKES) + 0.8 * 30_000) + 10_000;
    expect(forecast[23]?.spend.p50).toBeCloseTo(steady, 6);
    expect(forecast[23]?.net.p50).toBeCloseTo((WON / 12) * 0.8 * 10_000 * stays - steady, 5);
  });
});
