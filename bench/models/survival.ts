import { fitCox } from '../../src/stats/cox.ts';
import { kaplanMeier, survivalAt } from '../../src/stats/kaplan-meier.ts';
import { logRank } from '../../src/stats/log-rank.ts';
import { checkProportionalHazards } from '../../src/stats/proportional-hazards.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { exponentialDraw } from '../../src/stats/random-draws.ts';
import { sharedCsv } from '../../test/harness/shared-data.ts';
import type { Estimates, FoundNumber, Topic } from './topic.ts';

const FEATURES = ['fin', 'age', 'race', 'wexp', 'mar', 'paro', 'prio'];
const COEFFICIENTS = [-0.3794222, -0.0574377, 0.3138998, -0.1497957, -0.4337039, -0.0848711, 0.0914971];
const ERRORS = [0.1913795, 0.0219995, 0.3079928, 0.2122243, 0.3818681, 0.1957567, 0.0286485];
const rossi = sharedCsv('rossi/rossi.csv');
const telco = sharedCsv('telco/Telco-Customer-Churn.csv');

const subjectsOf = (features: readonly string[]) =>
  rossi?.map((row) => ({
    time: Number(row.week),
    ended: row.arrest === '1',
    x: features.map((feature) => Number(row[feature])),
  }));

function cox(): FoundNumber[] | undefined {
  const subjects = subjectsOf(FEATURES);
  const fit = subjects && fitCox({ subjects });
  if (fit?.outcome !== 'fitted') return undefined;
  const { coefficients, standardErrors, likelihoodRatio } = fit;
  return [
    ...FEATURES.flatMap((name, index) => [
      { name, published: COEFFICIENTS[index] ?? 0, digits: 7, found: coefficients[index] ?? 0 },
      { name: `error of ${name}`, published: ERRORS[index] ?? 0, digits: 7, found: standardErrors[index] ?? 0 },
    ]),
    { name: 'partial log-likelihood without features', published: -675.3806, digits: 4, found: fit.nullLogLikelihood },
    { name: 'partial log-likelihood', published: -658.7477, digits: 4, found: fit.logLikelihood },
    { name: 'likelihood ratio', published: 33.27, digits: 2, found: likelihoodRatio.statistic },
    { name: 'concordance', published: 0.64, digits: 2, found: fit.concordance },
  ];
}

function proportionality(): FoundNumber[] | undefined {
  const subjects = subjectsOf(['fin', 'age', 'prio']);
  const fit = subjects && fitCox({ subjects });
  const check = fit?.outcome === 'fitted' && checkProportionalHazards(subjects ?? [], fit);
  if (!check) return undefined;
  return [
    { name: 'age, chi-squared', published: 6.54147, digits: 5, found: check.features[1]?.statistic ?? 0 },
    { name: 'all, chi-squared', published: 7.13046, digits: 5, found: check.global.statistic },
  ];
}

function logRankByAid(): FoundNumber[] | undefined {
  const subjects = subjectsOf(['fin']);
  const test = subjects && logRank([0, 1].map((fin) => subjects.filter(({ x }) => x[0] === fin)));
  if (test?.outcome !== 'tested') return undefined;
  return [
    { name: 'chi-squared', published: 3.83757, digits: 5, found: test.statistic },
    { name: 'p', published: 0.05012, digits: 5, found: test.p },
  ];
}

function rossiCurve(): FoundNumber[] | undefined {
  const subjects = subjectsOf([]);
  const curve = subjects && kaplanMeier(subjects);
  const heights: [number, number][] = [
    [10, 0.965],
    [20, 0.907],
    [30, 0.861],
    [40, 0.803],
    [52, 0.736],
  ];
  return (
    curve &&
    heights.map(([week, published]) => ({ name: `S(${week})`, published, digits: 3, found: survivalAt(curve, week) }))
  );
}

function telcoCurve(): FoundNumber[] | undefined {
  const curve = telco && kaplanMeier(telco.map((row) => ({ time: Number(row.tenure), ended: row.Churn === 'Yes' })));
  const heights: [number, number][] = [
    [1, 0.945961],
    [12, 0.8432],
    [24, 0.788736],
  ];
  return (
    curve &&
    heights.map(([month, published]) => ({
      name: `S(${month})`,
      published,
      digits: 6,
      found: survivalAt(curve, month),
    }))
  );
}

const TRUTHS = { first: 0.7, second: -0.4 };

function recoverCox(seed: number): Estimates {
  const random = seededRandom(seed);
  const subjects = Array.from({ length: 400 }, () => {
    const x = [2 * random() - 1, random() < 0.4 ? 1 : 0];
    const ends = exponentialDraw(random) / Math.exp(TRUTHS.first * (x[0] ?? 0) + TRUTHS.second * (x[1] ?? 0));
    const cut = 3 * random();
    return { time: Math.min(ends, cut), ended: ends <= cut, x };
  });
  const fit = fitCox({ subjects });
  if (fit.outcome !== 'fitted') return undefined;
  const of = (index: number) => ({ value: fit.coefficients[index] ?? 0, error: fit.standardErrors[index] ?? 0 });
  return { first: of(0), second: of(1) };
}

export const topic: Topic = {
  published: [
    { model: 'Cox, Efron, Rossi (R survival)', numbers: cox },
    { model: 'Proportional hazards, Rossi (Fox, appendix on Cox regression)', numbers: proportionality },
    { model: 'Log-rank by financial aid, Rossi (R survival)', numbers: logRankByAid },
    { model: 'Kaplan-Meier, Rossi (R survival)', numbers: rossiCurve },
    { model: 'Kaplan-Meier, Telco (R survival)', numbers: telcoCurve },
  ],
  recovered: [{ model: 'Cox, 400 subjects', truths: TRUTHS, estimate: recoverCox }],
};
