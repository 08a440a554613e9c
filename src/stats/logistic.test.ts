import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedCsv } from '../../test/harness/shared-data.ts';
import { clusteredAuc } from './auc.ts';
import { CARS, WEIGHTS } from './cars.fixture.ts';
import { fitLogistic, type LogisticInput, logisticChance, logisticContributions, logisticOdds } from './logistic.ts';
import { seededRandom } from './random.ts';
import { telcoDesign } from './telco.fixture.ts';

function fitted(input: LogisticInput) {
  const fit = fitLogistic(input);
  if (fit.outcome !== 'fitted') throw new Error(fit.outcome);
  return fit;
}

const oddsUnder = ([a, b]: readonly [number, number]) => WEIGHTS.map((weight) => a + b * weight);
const chanceOf = (odds: number) => 1 / (1 + Math.exp(-odds));

function momentsAt(odds: readonly number[]) {
  const spreads = odds.map((one) => chanceOf(one) * (1 - chanceOf(one)));
  const sum = (power: number) => WEIGHTS.reduce((total, x, car) => total + (spreads[car] ?? 0) * x ** power, 0);
  return { spreads, n: sum(0), x: sum(1), xx: sum(2), det: sum(0) * sum(2) - sum(1) ** 2 };
}

/** Standard errors of intercept and slope by the 2 × 2 information matrix at these ln(odds) of the cars. */
function errorsAt(odds: readonly number[]): [number, number] {
  const { n, xx, det } = momentsAt(odds);
  return [Math.sqrt(xx / det), Math.sqrt(n / det)];
}

/** The ln(odds) after each step of R's `glm`: from (y + ½) ÷ 2, until the deviance moves by less than 1e-8. */
function stepsOfR(): number[][] {
  const came = CARS.outcomes.map(Number);
  const deviance = (odds: readonly number[]) =>
    odds.reduce((sum, one, car) => sum - 2 * Math.log(chanceOf(came[car] ? one : -one)), 0);
  const steps = [came.map((y) => Math.log((y + 0.5) / 2 / (1 - (y + 0.5) / 2)))];
  for (;;) {
    const odds = steps.at(-1) ?? [];
    const { spreads, n, x, xx, det } = momentsAt(odds);
    const working = odds.map((one, car) => (spreads[car] ?? 0) * one + (came[car] ?? 0) - chanceOf(one));
    const z = working.reduce((sum, one) => sum + one, 0);
    const zx = working.reduce((sum, one, car) => sum + one * (WEIGHTS[car] ?? 0), 0);
    const next = oddsUnder([(xx * z - x * zx) / det, (n * zx - x * z) / det]);
    steps.push(next);
    if (Math.abs(deviance(next) - deviance(odds)) < 1e-8 * (deviance(next) + 0.1)) return steps;
  }
}

/** Rows of `features` normals-like numbers whose outcome follows the coefficients. */
function drawn(coefficients: readonly number[], count: number, seed: number) {
  const random = seededRandom(seed);
  const rows = Array.from({ length: count }, () => coefficients.map(() => 4 * (random() - 0.5)));
  const outcomes = rows.map((row) => {
    const odds = row.reduce((sum, x, feature) => sum + x * (coefficients[feature] ?? 0), -0.3);
    return random() < 1 / (1 + Math.exp(-odds));
  });
  return { rows, outcomes };
}

describe('logistic regression', () => {
  it('finds R’s coefficients of manual gearboxes by weight', () => {
    const { model } = fitted(CARS);
    expect(model.intercept).toBeCloseTo(12.04037, 5);
    expect(model.coefficients[0]).toBeCloseTo(-4.02397, 5);
  });

  it('finds the standard errors at the very top, where R’s come from one step before', () => {
    const { model, standardErrors } = fitted(CARS);
    const steps = stepsOfR();
    const [intercept, slope] = errorsAt(steps.at(-2) ?? []);
    expect(intercept).toBeCloseTo(4.509706, 6);
    expect(slope).toBeCloseTo(1.436416, 6);
    const [atTop, slopeAtTop] = errorsAt(oddsUnder([model.intercept, model.coefficients[0] ?? 0]));
    expect(standardErrors.intercept).toBeCloseTo(atTop, 9);
    expect(standardErrors.coefficients[0]).toBeCloseTo(slopeAtTop, 9);
  });

  it('is the same for any unit of a feature, with and without a ridge', () => {
    for (const ridge of [0, 3]) {
      const pounds = fitted({ ...CARS, rows: WEIGHTS.map((weight) => [weight * 1000 + 7]), ridge });
      expect((pounds.model.coefficients[0] ?? 0) * 1000).toBeCloseTo(
        fitted({ ...CARS, ridge }).model.coefficients[0] ?? 0,
        8,
      );
    }
  });

  it('counts a row of weight 3 as three rows', () => {
    const { rows, outcomes } = drawn([1, -0.5], 60, 5);
    const weights = rows.map((_, row) => 1 + (row % 3));
    const repeat = <T>(items: readonly T[]) => items.flatMap((item, row) => new Array<T>(weights[row] ?? 1).fill(item));
    const once = fitted({ rows, outcomes, weights });
    const often = fitted({ rows: repeat(rows), outcomes: repeat(outcomes) });
    expect(once.model.coefficients[0]).toBeCloseTo(often.model.coefficients[0] ?? 0, 9);
    expect(once.standardErrors.intercept).toBeCloseTo(often.standardErrors.intercept, 9);
  });

  it('finds no lower penalised loss around its answer, and keeps every sign', () => {
    const signs = [1, -1, 1, 0] as const;
    const seeds = fc.integer({ min: 1, max: 1e6 });
    const moves = fc.array(fc.double({ min: -0.3, max: 0.3, noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(seeds, moves, (seed, move) => {
        const { rows, outcomes } = drawn([0.8, 0.4, -0.6, 0.2], 150, seed);
        const { model, held } = fitted({ rows, outcomes, signs });
        const loss = (coefficients: readonly number[], intercept: number) =>
          rows.reduce((sum, row, index) => {
            const odds = row.reduce((total, x, feature) => total + x * (coefficients[feature] ?? 0), intercept);
            return sum + Math.log1p(Math.exp(outcomes[index] ? -odds : odds));
          }, 0);
        const other = model.coefficients.map((one, feature) => {
          const moved = one + (move[feature] ?? 0);
          return signs[feature] ? signs[feature] * Math.max(0, signs[feature] * moved) : moved;
        });
        expect(loss(other, model.intercept)).toBeGreaterThanOrEqual(loss(model.coefficients, model.intercept) - 1e-7);
        for (const [feature, sign] of signs.entries()) {
          expect((model.coefficients[feature] ?? 0) * sign).toBeGreaterThanOrEqual(0);
          if (held.includes(feature)) expect(model.coefficients[feature]).toBeCloseTo(0, 12);
        }
      }),
      { numRuns: 40, seed: 3 },
    );
  });

  it('explains every answer exactly: base and parts sum to the ln(odds)', () => {
    const { rows, outcomes } = drawn([1, -2, 0.5], 200, 9);
    const { model } = fitted({ rows, outcomes, ridge: 1 });
    for (const row of rows) {
      const { base, parts } = logisticContributions(model, row);
      expect(parts.reduce((sum, part) => sum + part, base)).toBeCloseTo(logisticOdds(model, row), 12);
    }
  });

  it('names the feature that tells the outcomes apart without error, and a ridge stops it', () => {
    const { rows, outcomes } = drawn([1, 0.5], 80, 2);
    const leaking = rows.map((row, index) => [...row, outcomes[index] ? 1 : 0]);
    expect(fitLogistic({ rows: leaking, outcomes })).toEqual({ outcome: 'separated', feature: 2 });
    expect(fitLogistic({ rows: leaking, outcomes, ridge: 1 }).outcome).toBe('fitted');
    const nearly = rows.map((row, index) => [...row, outcomes[index] && index % 2 === 0 ? 1 : 0]);
    expect(fitLogistic({ rows: nearly, outcomes })).toEqual({ outcome: 'separated', feature: 2 });
  });

  it('leaves a feature of one value at 0 and says so', () => {
    const { model, constant, standardErrors } = fitted({ ...CARS, rows: WEIGHTS.map((weight) => [7, weight]) });
    expect(constant).toEqual([0]);
    expect(model.coefficients[0]).toBe(0);
    expect(standardErrors.coefficients[0]).toBe(0);
    expect(model.coefficients[1]).toBeCloseTo(-4.02397, 5);
  });

  it.each([
    ['empty', { rows: [], outcomes: [] }],
    ['one_class', { rows: [[1], [2]], outcomes: [true, true] }],
    ['collinear', { rows: WEIGHTS.map((w) => [w, 2 * w + 1]), outcomes: CARS.outcomes }],
    ['not_finite', { rows: [[1], [Number.NaN]], outcomes: [true, false] }],
  ] as [string, LogisticInput][])('answers %s where nothing can be fitted', (outcome, input) => {
    expect(fitLogistic(input)).toMatchObject({ outcome });
  });

  it('covers the truth about as often as its 80 % intervals say', () => {
    let covered = 0;
    for (let seed = 1; seed <= 100; seed += 1) {
      const { model, standardErrors } = fitted(drawn([0.7, -0.4], 200, seed));
      const [slope = 0, error = 0] = [model.coefficients[0], standardErrors.coefficients[0]];
      if (Math.abs(slope - 0.7) <= 1.2816 * error) covered += 1;
    }
    expect(covered).toBeGreaterThanOrEqual(72);
    expect(covered).toBeLessThanOrEqual(88);
  });
});

const telco = sharedCsv('telco/Telco-Customer-Churn.csv');

describe.skipIf(!telco)('churn of the Telco customers (skipped where shared data is absent)', () => {
  it('is ranked with an AUC of about .845 and a Brier score of about .135 on five folds', () => {
    const { rows, outcomes } = telcoDesign(telco ?? []);
    const judged = [0, 1, 2, 3, 4].flatMap((fold) => {
      const pick = <T>(items: readonly T[], held: boolean) => items.filter((_, row) => (row % 5 === fold) === held);
      const { model } = fitted({ rows: pick(rows, false), outcomes: pick(outcomes, false), ridge: 1 });
      const churned = pick(outcomes, true);
      return pick(rows, true).map((row, index) => ({
        score: logisticChance(model, row),
        outcome: churned[index] as boolean,
        cluster: `${fold} ${index}`,
        stratum: `${fold}`,
      }));
    });
    const brier = judged.reduce((sum, { score, outcome }) => sum + (score - (outcome ? 1 : 0)) ** 2, 0) / judged.length;
    expect(rows[0]).toHaveLength(30);
    expect(Math.abs((clusteredAuc(judged)?.value ?? 0) - 0.845)).toBeLessThan(0.001);
    expect(brier).toBeCloseTo(0.135, 3);
  });
});
