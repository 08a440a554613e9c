import { clusteredAuc } from '../../src/stats/auc.ts';
import { CARS } from '../../src/stats/cars.fixture.ts';
import { benjaminiHochberg } from '../../src/stats/false-discovery.ts';
import { fisherP } from '../../src/stats/fisher.ts';
import { clopperPearson, wilson } from '../../src/stats/intervals.ts';
import { fitLogistic, logisticChance } from '../../src/stats/logistic.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { chanceAbove } from '../../src/stats/shrinkage.ts';
import { telcoDesign } from '../../src/stats/telco.fixture.ts';
import { sharedCsv } from '../../test/harness/shared-data.ts';
import type { Estimates, FoundNumber, Topic } from './topic.ts';

const telco = sharedCsv('telco/Telco-Customer-Churn.csv');
const design = telco && telcoDesign(telco);

function cars(): FoundNumber[] {
  const fit = fitLogistic(CARS);
  if (fit.outcome !== 'fitted') return [];
  return [
    { name: 'intercept', published: 12.04037, digits: 5, found: fit.model.intercept },
    { name: 'weight', published: -4.02397, digits: 5, found: fit.model.coefficients[0] ?? 0 },
  ];
}

/** Five folds, row index mod 5. */
function logisticOfTelco(): FoundNumber[] | undefined {
  if (!design) return undefined;
  const { rows, outcomes } = design;
  const judged = [0, 1, 2, 3, 4].flatMap((fold) => {
    const pick = <T>(items: readonly T[], held: boolean) => items.filter((_, row) => (row % 5 === fold) === held);
    const fit = fitLogistic({ rows: pick(rows, false), outcomes: pick(outcomes, false), ridge: 1 });
    if (fit.outcome !== 'fitted') return [];
    const churned = pick(outcomes, true);
    return pick(rows, true).map((row, index) => ({
      score: logisticChance(fit.model, row),
      outcome: churned[index] === true,
      cluster: `${fold} ${index}`,
      stratum: `${fold}`,
    }));
  });
  const brier = judged.reduce((sum, { score, outcome }) => sum + (score - (outcome ? 1 : 0)) ** 2, 0) / judged.length;
  return [
    { name: 'AUC on five folds', published: 0.845, digits: 3, found: clusteredAuc(judged)?.value ?? 0 },
    { name: 'Brier score', published: 0.135, digits: 3, found: brier },
  ];
}

function tests(): FoundNumber[] {
  const exact = clopperPearson(7, 20);
  const score = wilson(7, 20);
  const adjusted = benjaminiHochberg([0.01, 0.04, 0.03, 0.005, 0.5]);
  const above = chanceAbove({ successes: 120, n: 1000 }, { successes: 100, n: 1000 });
  return [
    {
      name: 'Fisher 3 1 1 3',
      published: 0.4857143,
      digits: 7,
      found: fisherP([
        [3, 1],
        [1, 3],
      ]),
    },
    {
      name: 'Fisher 1 11 9 3',
      published: 0.00275946,
      digits: 8,
      found: fisherP([
        [1, 11],
        [9, 3],
      ]),
    },
    ...[0.025, 0.05, 0.05, 0.025, 0.5].map((published, index) => ({
      name: `Benjamini-Hochberg ${index + 1}`,
      published,
      digits: 3,
      found: adjusted[index] ?? 0,
    })),
    { name: 'Wilson low', published: 0.181192, digits: 6, found: score.low },
    { name: 'Wilson high', published: 0.567146, digits: 6, found: score.high },
    { name: 'Clopper-Pearson low', published: 0.1539092, digits: 7, found: exact.low },
    { name: 'Clopper-Pearson high', published: 0.5921885, digits: 7, found: exact.high },
    { name: '120 above 100 of 1,000', published: 0.92318344, digits: 8, found: above },
  ];
}

const TRUTHS = { intercept: -0.5, first: 0.7, second: -0.4 };

function recoverLogistic(seed: number): Estimates {
  const random = seededRandom(seed);
  const rows = Array.from({ length: 500 }, () => [4 * random() - 2, random() < 0.4 ? 1 : 0]);
  const outcomes = rows.map(([a = 0, b = 0]) => {
    const odds = TRUTHS.intercept + TRUTHS.first * a + TRUTHS.second * b;
    return random() < 1 / (1 + Math.exp(-odds));
  });
  const fit = fitLogistic({ rows, outcomes });
  if (fit.outcome !== 'fitted') return undefined;
  const { model, standardErrors } = fit;
  const of = (index: number) => ({
    value: model.coefficients[index] ?? 0,
    error: standardErrors.coefficients[index] ?? 0,
  });
  return { intercept: { value: model.intercept, error: standardErrors.intercept }, first: of(0), second: of(1) };
}

export const topic: Topic = {
  published: [
    { model: 'Logistic, mtcars (R)', numbers: cars },
    { model: 'Ridge logistic, Telco, 30 dummies', numbers: logisticOfTelco },
    { model: 'Tests and intervals of shares (R, scipy)', numbers: tests },
  ],
  recovered: [{ model: 'Logistic, 500 rows', truths: TRUTHS, estimate: recoverLogistic }],
};
