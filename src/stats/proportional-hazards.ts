import { type CoxFit, riskSets, type Subject } from './cox.ts';
import { chiSquaredP } from './distributions.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { congruent, dot } from './linear-algebra.ts';

export type ProportionalHazards = {
  /** A feature each: does its effect change over time? `correlation` above 0: it grows. Null for a constant feature. */
  features: ({ correlation: number; statistic: number; p: number } | null)[];
  /** All features together. */
  global: { statistic: number; df: number; p: number };
};

type Residual = { time: number; x: number[] };

/**
 * Does the effect of each feature stay the same over time, as Cox' model says? The test of Grambsch & Therneau (1994,
 * Biometrika 81) on scaled Schoenfeld residuals against 1 − S(t−) of the Kaplan-Meier curve (R's cox.zph, "km", before
 * survival 3). Efron's ties. Undefined with fewer than two times of events.
 */
export function checkProportionalHazards(
  subjects: readonly Subject[],
  fit: Extract<CoxFit, { outcome: 'fitted' }>,
): ProportionalHazards | undefined {
  const residuals = schoenfeld(subjects, fit.coefficients);
  const curve = kaplanMeier(subjects);
  const before = new Map(curve.map(({ time }, index) => [time, 1 - (curve[index - 1]?.survival ?? 1)]));
  const clock = residuals.map(({ time }) => before.get(time) as number);
  const middle = clock.reduce((sum, one) => sum + one, 0) / clock.length;
  const away = clock.map((one) => one - middle);
  const spread = dot(away, away);
  if (!(spread > 0)) return undefined;
  const varying = fit.coefficients
    .keys()
    .filter((feature) => !fit.constant.includes(feature))
    .toArray();
  const sums = fit.coefficients.map((_, feature) =>
    dot(
      away,
      residuals.map(({ x }) => x[feature] as number),
    ),
  );
  const global = ((congruent(fit.covariance, [sums])[0]?.[0] as number) * fit.events) / spread;
  return {
    features: fit.covariance.map((row, feature) => {
      if (fit.constant.includes(feature)) return null;
      const scaled = residuals.map(({ x }) => fit.events * dot(row, x));
      const slope = dot(away, scaled);
      const statistic = slope ** 2 / ((row[feature] as number) * fit.events * spread);
      return { correlation: correlationOf(away, scaled), statistic, p: chiSquaredP(statistic, 1) };
    }),
    global: { statistic: global, df: varying.length, p: chiSquaredP(global, varying.length) },
  };
}

/** Of each event: its features less their risk-weighted mean among those at risk (Schoenfeld 1982, Biometrika 69). */
function schoenfeld(subjects: readonly Subject[], coefficients: readonly number[]): Residual[] {
  const all = { risk: 0, x: coefficients.map(() => 0) };
  const residuals: Residual[] = [];
  const middle = coefficients.map(
    (_, feature) => subjects.reduce((sum, { x }) => sum + (x[feature] as number), 0) / subjects.length,
  );
  const featuresOf = (index: number) =>
    subjects[index]?.x.map((one, axis) => one - (middle[axis] as number)) as number[];
  for (const { time, joining, ended } of riskSets(subjects)) {
    const ending = { risk: 0, x: coefficients.map(() => 0) };
    for (const index of joining) add(all, featuresOf(index), coefficients);
    for (const index of ended) add(ending, featuresOf(index), coefficients);
    const shares = ended.map((_, nth) => nth / ended.length);
    const means = coefficients.map((_, axis) => {
      const at = (gone: number) =>
        ((all.x[axis] as number) - gone * (ending.x[axis] as number)) / (all.risk - gone * ending.risk);
      return shares.reduce((sum, gone) => sum + at(gone), 0) / shares.length;
    });
    for (const index of ended)
      residuals.push({ time, x: featuresOf(index).map((one, axis) => one - (means[axis] as number)) });
  }
  return residuals;
}

function add(sums: { risk: number; x: number[] }, x: readonly number[], coefficients: readonly number[]): void {
  const risk = Math.exp(dot(x, coefficients));
  sums.risk += risk;
  for (const [axis, one] of x.entries()) sums.x[axis] = (sums.x[axis] as number) + risk * one;
}

/** Pearson's, of numbers whose mean is 0 already and others; 0 where those do not vary. */
function correlationOf(away: readonly number[], others: readonly number[]): number {
  const mean = others.reduce((sum, one) => sum + one, 0) / others.length;
  const spread = others.reduce((sum, one) => sum + (one - mean) ** 2, 0) * dot(away, away);
  return spread > 0 ? dot(away, others) / Math.sqrt(spread) : 0;
}
