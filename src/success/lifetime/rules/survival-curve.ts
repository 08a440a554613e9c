import { clopperPearson, type Interval } from '../../../stats/intervals.ts';
import { kaplanMeier, type SurvivalStep, survivalAt } from '../../../stats/kaplan-meier.ts';

type CurvePoint = Interval & { month: number; at_risk: number; share: number };
/** `curve` begins at month 0 and ends where fewer than 5 are still watched. */
export type Curve = { customers: number; left: number; curve: CurvePoint[] };
/**
 * Everybody outside a group: `p` of the log-rank test against them, `p_corrected` for the number of groups (Holm).
 * `looks_ahead`: who is in the group depends on how it went on, so that no test is made.
 */
export type Others = Curve & { p: number | null; p_corrected: number | null; looks_ahead: boolean };
/**
 * `value` null: not known. `median_months`: when half had left; null while more than half stay. `is_compared`: 10 customers
 * or more, and their value is known. `others`: of groups that overlap; null where everybody is in one group only.
 */
export type CurveGroup = Curve & {
  value: string | null;
  is_compared: boolean;
  median_months: number | null;
  others: Others | null;
};
export type CurveTest = { statistic: number; df: number; p: number; q: number };
/**
 * What one attribute shows before it is known how many were asked. `month`: at which groups are compared in words, `longest`
 * and `shortest` their values then; of groups that overlap one of the two, the group that differs most from its others.
 */
export type Question = {
  isOverlapping: boolean;
  month: number | null;
  longest: string | null;
  shortest: string | null;
  test: Omit<CurveTest, 'q'> | null;
  groups: CurveGroup[];
};
export type Stay = { time: number; ended: boolean };

/** Groups are compared in words at the latest of these months that they reach. */
export const MONTHS = [12, 6, 3];
export const LEAST_CUSTOMERS = 10;
const MONTH_DAYS = 30.4375;
const LEAST_WATCHED = 5;
const LONGEST_CURVE = 60;

/** The Kaplan-Meier curve of a group with its 95 % band. */
export function toGroup(value: string | null, stays: readonly Stay[]): CurveGroup {
  const steps = kaplanMeier(stays);
  const half = steps.find(({ survival }) => survival <= 0.5);
  return {
    value,
    ...counted(stays, steps),
    is_compared: value !== null && stays.length >= LEAST_CUSTOMERS,
    median_months: half ? Math.round((10 * half.time) / MONTH_DAYS) / 10 : null,
    others: null,
  };
}

/** The same of everybody outside a group. */
export function toCurve(stays: readonly Stay[]): Curve {
  return counted(stays, kaplanMeier(stays));
}

function counted(stays: readonly Stay[], steps: readonly SurvivalStep[]): Curve {
  return {
    customers: stays.length,
    left: stays.filter(({ ended }) => ended).length,
    curve: curveOf(stays, steps),
  };
}

function curveOf(stays: readonly Stay[], steps: readonly SurvivalStep[]): CurvePoint[] {
  const points: CurvePoint[] = [];
  for (let month = 0; month <= LONGEST_CURVE; month += 1) {
    const day = month * MONTH_DAYS;
    const atRisk = stays.filter(({ time }) => time >= day).length;
    if (month > 0 && atRisk < LEAST_WATCHED) break;
    points.push({ month, at_risk: atRisk, share: survivalAt(steps, day), ...bandAt(steps, day, atRisk) });
  }
  return points;
}

/** While nobody has left, or when all have, the exact interval of so many customers. */
function bandAt(steps: readonly SurvivalStep[], day: number, atRisk: number): Interval {
  const step = steps.findLast(({ time }) => time <= day);
  if (step?.band) return step.band;
  if (day === 0) return { low: 1, high: 1 };
  return clopperPearson(step ? 0 : atRisk, Math.max(1, atRisk));
}

export function pointAt({ curve }: Pick<Curve, 'curve'>, month: number): CurvePoint | undefined {
  return curve.find((point) => point.month === month);
}
