import { bgNbdConditionalPurchases, bgNbdLogLikelihood, bgNbdOf, fitBgNbd } from '../../src/stats/bgnbd.ts';
import { drawBgNbd, drawParetoNbd, drawSbg, drawSpending } from '../../src/stats/customers.fixture.ts';
import {
  fitGammaGamma,
  gammaGammaConditionalMean,
  gammaGammaLogLikelihood,
  gammaGammaMean,
  gammaGammaOf,
} from '../../src/stats/gamma-gamma.ts';
import { laplaceErrors } from '../../src/stats/laplace.ts';
import type { Point } from '../../src/stats/minimise.ts';
import { fitParetoNbd, paretoNbdLogLikelihood, paretoNbdOf } from '../../src/stats/pareto-nbd.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { fitSbg, sbgLogLikelihood, sbgResidualLifetime, sbgSurvival } from '../../src/stats/sbg.ts';
import { sharedCsv } from '../../test/harness/shared-data.ts';
import type { Estimates, FoundNumber, Topic } from './topic.ts';

const cohorts = sharedCsv('sbg/survival.csv');
const cdnow = sharedCsv('cdnow/cdnow_customers_summary.csv')?.map((row) => ({
  x: Number(row.frequency),
  tx: Number(row.recency),
  T: Number(row.T),
}));
const buyers = sharedCsv('cdnow/cdnow_customers_summary_with_transactions.csv')
  ?.map((row) => ({ x: Number(row.x), mean: Number(row.zbar) }))
  .filter(({ x }) => x > 0);

const named = (published: Record<string, [number, number]>, found: Record<string, number>): FoundNumber[] =>
  Object.entries(published).map(([name, [value, digits]]) => ({
    name,
    published: value,
    digits,
    found: found[name] ?? Number.NaN,
  }));

function sbg(column: string, alpha: number, beta: number, logLikelihood: number): FoundNumber[] | undefined {
  const there = cohorts?.map((row) => Math.round(Number(row[column]) * 10));
  const table = there?.slice(0, 7).map((atRisk, index) => ({ atRisk, lost: atRisk - (there[index + 1] ?? 0) }));
  const fit = table && fitSbg(table);
  if (fit?.outcome !== 'fitted') return undefined;
  const published = { alpha: [alpha, 4], beta: [beta, 4], 'log-likelihood': [logLikelihood, 2] } as const;
  const numbers = named(
    Object.fromEntries(Object.entries(published).map(([name, [value, digits]]) => [name, [value, digits]])),
    { ...fit.model, 'log-likelihood': fit.logLikelihood },
  );
  if (column !== 'regular') return numbers;
  const survival = sbgSurvival(fit.model, 12);
  const shares = [62.7, 47.4, 38.8, 33.2, 29.2, 26.2, 23.9, 22, 20.4, 19.1, 18, 17];
  const lifetimes = [2.964, 4.103, 4.87, 5.442, 5.894];
  return [
    ...numbers,
    ...shares.map((share, at) => ({
      name: `S(${at + 1})`,
      published: share,
      digits: 1,
      found: 100 * (survival[at + 1] ?? 0),
    })),
    ...lifetimes.map((lifetime, at) => ({
      name: `residual lifetime before renewal ${at + 1}`,
      published: lifetime,
      digits: 3,
      found: sbgResidualLifetime(fit.model, at + 1, 0.1),
    })),
  ];
}

function bgNbd(): FoundNumber[] | undefined {
  const fit = cdnow && fitBgNbd(cdnow);
  if (fit?.outcome !== 'fitted') return undefined;
  return named(
    {
      r: [0.2426, 4],
      alpha: [4.4135, 4],
      a: [0.7929, 4],
      b: [2.4258, 4],
      'log-likelihood': [-9582.43, 2],
      'purchases in 39 weeks': [1.226, 3],
    },
    {
      ...fit.model,
      'log-likelihood': fit.logLikelihood,
      'purchases in 39 weeks': bgNbdConditionalPurchases(fit.model, { x: 2, tx: 30.43, T: 38.86 }, 39),
    },
  );
}

function paretoNbd(): FoundNumber[] | undefined {
  const fit = cdnow && fitParetoNbd(cdnow);
  if (fit?.outcome !== 'fitted') return undefined;
  return named(
    { r: [0.553, 3], alpha: [10.578, 3], s: [0.606, 3], beta: [11.67, 2], 'log-likelihood': [-9595, 1] },
    { ...fit.model, 'log-likelihood': fit.logLikelihood },
  );
}

function gammaGamma(): FoundNumber[] | undefined {
  const fit = buyers && fitGammaGamma(buyers);
  if (fit?.outcome !== 'fitted') return undefined;
  return named(
    { p: [6.2488, 4], q: [3.7446, 4], v: [15.4477, 4], mean: [35.171, 3], 'mean of 22.35 twice': [24.659, 3] },
    {
      ...fit.model,
      mean: gammaGammaMean(fit.model) ?? Number.NaN,
      'mean of 22.35 twice': gammaGammaConditionalMean(fit.model, { mean: 22.35, x: 2 }),
    },
  );
}

/** Estimates of the logarithms of a model's parameters, with errors by the curvature of the likelihood. */
function ofLogarithms(model: Record<string, number>, loss: (at: Point) => number): Estimates {
  const at = Object.values(model).map(Math.log);
  const errors = laplaceErrors(loss, at);
  if (!errors) return undefined;
  return Object.fromEntries(
    Object.keys(model).map((name, index) => [`ln ${name}`, { value: at[index] ?? 0, error: errors[index] ?? 0 }]),
  );
}

const logarithms = (model: Record<string, number>) =>
  Object.fromEntries(Object.entries(model).map(([name, value]) => [`ln ${name}`, Math.log(value)]));
const many = <T>(count: number, draw: (index: number) => T) => Array.from({ length: count }, (_, index) => draw(index));

const SBG = { alpha: 0.9, beta: 2.5 };
const BG_NBD = { r: 0.8, alpha: 6, a: 0.8, b: 2.5 };
const PARETO_NBD = { r: 0.9, alpha: 4, s: 0.8, beta: 12 };
const GAMMA_GAMMA = { p: 6.25, q: 3.75, v: 15.5 };

function recoverSbg(seed: number): Estimates {
  const table = drawSbg(seededRandom(seed), SBG, 2000, 8);
  const fit = fitSbg(table);
  if (fit.outcome !== 'fitted') return undefined;
  const loss = ([a = 0, b = 0]: Point) => -sbgLogLikelihood(table, { alpha: Math.exp(a), beta: Math.exp(b) });
  return ofLogarithms(fit.model, loss);
}

function recoverBgNbd(seed: number): Estimates {
  const random = seededRandom(seed);
  const customers = many(1500, () => drawBgNbd(random, BG_NBD, 26 + 26 * random()));
  const fit = fitBgNbd(customers);
  if (fit.outcome !== 'fitted') return undefined;
  return ofLogarithms(fit.model, (at) => -bgNbdLogLikelihood(customers, bgNbdOf(at)));
}

function recoverParetoNbd(seed: number): Estimates {
  const random = seededRandom(seed);
  const customers = many(1000, () => drawParetoNbd(random, PARETO_NBD, 26 + 26 * random()).customer);
  const fit = fitParetoNbd(customers);
  if (fit.outcome !== 'fitted') return undefined;
  return ofLogarithms(fit.model, (at) => -paretoNbdLogLikelihood(customers, paretoNbdOf(at)));
}

function recoverGammaGamma(seed: number): Estimates {
  const random = seededRandom(seed);
  const spending = many(1000, (index) => drawSpending(random, GAMMA_GAMMA, 1 + (index % 6)));
  const fit = fitGammaGamma(spending);
  if (fit.outcome !== 'fitted') return undefined;
  return ofLogarithms(fit.model, (at) => -gammaGammaLogLikelihood(spending, gammaGammaOf(at)));
}

export const topic: Topic = {
  published: [
    { model: 'sBG, regular (Fader & Hardie 2007)', numbers: () => sbg('regular', 0.7041, 1.182, -1680.27) },
    { model: 'sBG, high end (Fader & Hardie 2007)', numbers: () => sbg('high_end', 0.6681, 3.8061, -1611.16) },
    { model: 'BG/NBD, CDNOW (Fader, Hardie & Lee 2005)', numbers: bgNbd },
    { model: 'Pareto/NBD, CDNOW (Fader, Hardie & Lee 2005)', numbers: paretoNbd },
    { model: 'Gamma-Gamma, CDNOW', numbers: gammaGamma },
  ],
  recovered: [
    { model: 'sBG, 2,000 customers', truths: logarithms(SBG), estimate: recoverSbg },
    { model: 'BG/NBD, 1,500 customers', truths: logarithms(BG_NBD), estimate: recoverBgNbd },
    { model: 'Pareto/NBD, 1,000 customers', truths: logarithms(PARETO_NBD), estimate: recoverParetoNbd },
    { model: 'Gamma-Gamma, 1,000 customers', truths: logarithms(GAMMA_GAMMA), estimate: recoverGammaGamma },
  ],
};
