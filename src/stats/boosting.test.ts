import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedCsv } from '../../test/harness/shared-data.ts';
import { clusteredAuc } from './auc.ts';
import { binColumn } from './bins.ts';
import { type BoostedTrees, boostedLogOdds, fitBoosting } from './boosting.ts';
import { goesLeft, type Tree } from './grow-tree.ts';
import { seededRandom } from './random.ts';
import { telcoDesign } from './telco.fixture.ts';
import { expectedOf, treeShap } from './tree-shap.ts';

const columnsOf = (rows: readonly (readonly number[])[]) =>
  (rows[0] ?? []).map((_, feature) => Float64Array.from(rows, (row) => row[feature] as number));

function fitted(rows: readonly (readonly number[])[], outcomes: readonly boolean[], options = {}): BoostedTrees {
  const found = fitBoosting(columnsOf(rows), outcomes, options);
  if (found.outcome !== 'fitted') throw new Error(found.reason);
  return found.model;
}

/** Churn where x is high, unless y is low; z is noise; some values are missing. */
function made(count: number, seed = 1) {
  const random = seededRandom(seed);
  const rows = Array.from({ length: count }, () => [
    random(),
    random() < 0.1 ? Number.NaN : Math.floor(random() * 6),
    random(),
  ]);
  const outcomes = rows.map(([x = 0, y = 0]) => random() < (x > 0.6 && !(y < 2) ? 0.9 : 0.1));
  return { rows, outcomes };
}

describe('boosted trees', () => {
  it('find a cause, an exception to it and nothing else', () => {
    const { rows, outcomes } = made(2000);
    const model = fitted(rows, outcomes, { rounds: 40 });
    const share = (row: number[]) => 1 / (1 + Math.exp(-boostedLogOdds(model, row)));
    expect(share([0.9, 4, 0.5])).toBeGreaterThan(0.8);
    expect(share([0.9, 0, 0.5])).toBeLessThan(0.25);
    expect(share([0.2, 4, 0.5])).toBeLessThan(0.25);
    expect(Math.abs(share([0.9, 4, 0.1]) - share([0.9, 4, 0.9]))).toBeLessThan(0.15);
    expect(share([0.9, Number.NaN, 0.5])).toBeGreaterThan(0.6);
  });

  it('are the same for the same rows, and can be stored as JSON', () => {
    const { rows, outcomes } = made(300);
    const model = fitted(rows, outcomes, { rounds: 5 });
    expect(fitted(rows, outcomes, { rounds: 5 })).toEqual(model);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });

  it.each([
    ['empty', [], []],
    ['one_class', [[1], [2]], [true, true]],
    ['constant', [[1], [1]], [true, false]],
    ['not_finite', [[1], [Number.POSITIVE_INFINITY]], [true, false]],
  ] as const)('say %s instead of answering', (reason, rows, outcomes) => {
    expect(fitBoosting(columnsOf(rows), [...outcomes])).toMatchObject({ outcome: 'no_model', reason: reason });
  });

  it('stay finite where one value tells everything', () => {
    const rows = Array.from({ length: 100 }, (_, index) => [index]);
    const model = fitted(
      rows,
      rows.map(([x = 0]) => x >= 50),
    );
    expect(Number.isFinite(boostedLogOdds(model, [99]))).toBe(true);
    expect(boostedLogOdds(model, [99])).toBeGreaterThan(3);
  });

  it('refuse columns of another length', () => {
    expect(() => fitBoosting([Float64Array.of(1)], [true, false])).toThrow(RangeError);
  });
});

describe('the bins of a column', () => {
  it('are those between neighbours, in quantiles when there are many, with what is missing apart', () => {
    const few = binColumn(Float64Array.of(3, 1, Number.NaN, 1, 2));
    expect([...few.thresholds]).toEqual([1.5, 2.5]);
    expect([...few.bins]).toEqual([2, 0, few.missing, 0, 1]);
    const many = binColumn(Float64Array.from({ length: 10_000 }, (_, index) => index));
    expect(many.thresholds).toHaveLength(254);
    expect(Math.max(...many.bins)).toBe(254);
  });

  it('never put a value on the wrong side of a threshold', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }), (values) => {
        const { bins, thresholds } = binColumn(Float64Array.from(values));
        values.forEach((value, row) => {
          const bin = bins[row] as number;
          expect(bin === thresholds.length || value <= (thresholds[bin] as number)).toBe(true);
          expect(bin === 0 || value > (thresholds[bin - 1] as number)).toBe(true);
        });
      }),
    );
  });
});

describe('what each feature contributes', () => {
  const { rows, outcomes } = made(800, 5);
  const model = fitted(rows, outcomes, { rounds: 12, maxLeaves: 6 });

  it('sums to the raw score, for every row', () => {
    for (const row of rows.slice(0, 200)) {
      const { expected, contributions } = treeShap(model, row);
      const sum = contributions.reduce((all, one) => all + one, expected);
      expect(Math.abs(sum - boostedLogOdds(model, row))).toBeLessThan(1e-9);
    }
  });

  it('is the Shapley value of the trees’ conditional expectation, by its definition', () => {
    for (const row of rows.slice(0, 25)) {
      const { contributions } = treeShap(model, row);
      shapleyByDefinition(model, row).forEach((value, feature) => {
        expect(contributions[feature]).toBeCloseTo(value, 9);
      });
    }
  });

  it('has the mean of the training as its base', () => {
    const mean = rows.reduce((sum, row) => sum + boostedLogOdds(model, row), 0) / rows.length;
    expect(treeShap(model, rows[0] ?? []).expected).toBeCloseTo(mean, 9);
  });
});

function conditional(tree: Tree, node: number, row: readonly number[], known: number): number {
  const feature = tree.feature[node] as number;
  if (feature < 0) return tree.value[node] as number;
  const [left, right] = [tree.left[node] as number, tree.right[node] as number];
  if (known & (1 << feature))
    return conditional(tree, goesLeft(tree, node, row[feature] as number) ? left : right, row, known);
  const share = (tree.cover[left] as number) / (tree.cover[node] as number);
  return share * conditional(tree, left, row, known) + (1 - share) * conditional(tree, right, row, known);
}

function shapleyByDefinition(model: BoostedTrees, row: readonly number[]): number[] {
  const worth = (known: number) =>
    model.trees.reduce((sum, tree) => sum + conditional(tree, 0, row, known) - expectedOf(tree, 0), 0);
  const weights = [1 / 3, 1 / 6, 1 / 3];
  return [0, 1, 2].map((feature) =>
    [0, 1, 2, 3, 4, 5, 6, 7]
      .filter((known) => !(known & (1 << feature)))
      .reduce((sum, known) => {
        const size = [0, 1, 2].filter((one) => known & (1 << one)).length;
        return sum + (weights[size] as number) * (worth(known | (1 << feature)) - worth(known));
      }, 0),
  );
}

const customers = sharedCsv('telco/Telco-Customer-Churn.csv');

describe.skipIf(!customers)('boosting on the Telco customers', () => {
  it('ranks pairs of the five folds right in .845 to .847', () => {
    const { rows, outcomes } = telcoDesign(customers ?? []);
    const aucs = [0, 1, 2, 3, 4].map((fold) => {
      const isTest = (_: unknown, index: number) => index % 5 === fold;
      const isTraining = (_: unknown, index: number) => index % 5 !== fold;
      const model = fitted(rows.filter(isTraining), outcomes.filter(isTraining));
      const tested = outcomes.filter(isTest);
      const scored = rows.filter(isTest).map((row, index) => ({
        score: boostedLogOdds(model, row),
        outcome: tested[index] as boolean,
        cluster: String(index),
        stratum: '',
      }));
      return clusteredAuc(scored)?.value ?? 0;
    });
    const mean = aucs.reduce((sum, auc) => sum + auc, 0) / aucs.length;
    expect(mean).toBeGreaterThanOrEqual(0.845);
    expect(mean).toBeLessThanOrEqual(0.847);
  });
});
