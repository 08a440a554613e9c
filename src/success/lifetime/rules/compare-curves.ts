import { benjaminiHochberg } from '../../../stats/false-discovery.ts';
import { clopperPearson, type Interval } from '../../../stats/intervals.ts';
import { kaplanMeier, type SurvivalStep, survivalAt } from '../../../stats/kaplan-meier.ts';
import { logRank } from '../../../stats/log-rank.ts';

/** A customer's first stay: how many days it was watched, whether it ended, and what is known of the customer. */
export type FirstStay<Attribute extends string = string> = {
  days: number;
  ended: boolean;
  values: Record<Attribute, string | null>;
};
export type CurvePoint = Interval & { month: number; at_risk: number; share: number };
/**
 * `value` null: not known. `curve` begins at month 0 and ends where fewer than 5 are still watched. `median_months`: when
 * half had left; null while more than half stay. `is_compared`: 10 customers or more, and their value is known.
 */
export type CurveGroup = {
  value: string | null;
  customers: number;
  left: number;
  is_compared: boolean;
  median_months: number | null;
  curve: CurvePoint[];
};
export type CurveTest = { statistic: number; df: number; p: number; q: number };
/**
 * differs: unlikely to be chance even after as many questions as there are attributes; perhaps: unlikely alone, but not
 * so among as many; alike: chance would do it; too_early: no month of 3, 6 or 12 is reached by two groups.
 */
export type Verdict = 'differs' | 'perhaps' | 'alike' | 'too_early' | 'too_few' | 'nobody_left' | 'no_customers';
/** `month`: at which groups are compared in words. `longest` and `shortest` are their values then. */
export type CurveComparison = {
  verdict: Verdict;
  month: number | null;
  longest: string | null;
  shortest: string | null;
  test: CurveTest | null;
  groups: CurveGroup[];
};

const MONTH_DAYS = 30.4375;
const LEAST_CUSTOMERS = 10;
const LEAST_WATCHED = 5;
const MONTHS = [12, 6, 3];
const UNLIKELY = 0.05;
const LONGEST_CURVE = 60;

type Stay = { time: number; ended: boolean };

/**
 * How long customers stay, by each attribute: Kaplan-Meier curves of first stays with 95 % bands, the log-rank test of
 * the groups of 10 or more, and its q value among all attributes (Benjamini & Hochberg).
 */
export function compareAttributes<Attribute extends string>(input: {
  attributes: readonly Attribute[];
  stays: readonly FirstStay<Attribute>[];
}): Record<Attribute, CurveComparison> {
  const found = input.attributes.map((attribute) => groupsBy(input.stays, attribute));
  const tests = found.map((groups) =>
    logRank(groups.filter(({ group }) => group.is_compared).map(({ stays }) => stays)),
  );
  const tested = tests.flatMap((test, index) => (test.outcome === 'tested' ? [{ index, p: test.p }] : []));
  const qs = benjaminiHochberg(tested.map(({ p }) => p));
  const pairs = input.attributes.map((attribute, index) => {
    const test = tests[index];
    const q = qs[tested.findIndex((one) => one.index === index)];
    const known =
      test?.outcome === 'tested' && q !== undefined ? { statistic: test.statistic, df: test.df, p: test.p, q } : null;
    return [
      attribute,
      judge(
        (found[index] ?? []).map(({ group }) => group),
        known,
      ),
    ];
  });
  return Object.fromEntries(pairs);
}

function groupsBy<Attribute extends string>(stays: readonly FirstStay<Attribute>[], attribute: Attribute) {
  const byValue = [...Map.groupBy(stays, ({ values }) => values[attribute])];
  const rank = (value: string | null, count: number) => (value === null ? 0 : count);
  return byValue
    .sort(([a, one], [b, other]) => rank(b, other.length) - rank(a, one.length))
    .map(([value, own]) => {
      const times = own.map(({ days, ended }) => ({ time: days, ended }));
      return { group: toGroup(value, times), stays: times };
    });
}

function toGroup(value: string | null, stays: readonly Stay[]): CurveGroup {
  const steps = kaplanMeier(stays);
  const half = steps.find(({ survival }) => survival <= 0.5);
  return {
    value,
    customers: stays.length,
    left: stays.filter(({ ended }) => ended).length,
    is_compared: value !== null && stays.length >= LEAST_CUSTOMERS,
    median_months: half ? Math.round((10 * half.time) / MONTH_DAYS) / 10 : null,
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

function judge(groups: CurveGroup[], test: CurveTest | null): CurveComparison {
  const compared = groups.filter((group) => group.is_compared);
  const month = MONTHS.find((at) => compared.filter((group) => pointAt(group, at)).length >= 2) ?? null;
  const there = compared.flatMap((group) => {
    const point = month === null ? undefined : pointAt(group, month);
    return point ? [{ value: group.value, share: point.share }] : [];
  });
  there.sort((a, b) => b.share - a.share);
  return {
    verdict: verdictOf(groups, compared, month, test),
    month,
    longest: there[0]?.value ?? null,
    shortest: there.at(-1)?.value ?? null,
    test,
    groups,
  };
}

export function pointAt({ curve }: CurveGroup, month: number): CurvePoint | undefined {
  return curve.find((point) => point.month === month);
}

function verdictOf(
  groups: CurveGroup[],
  compared: CurveGroup[],
  month: number | null,
  test: CurveTest | null,
): Verdict {
  if (groups.length === 0) return 'no_customers';
  if (compared.length < 2) return 'too_few';
  if (compared.every(({ left }) => left === 0)) return 'nobody_left';
  if (month === null || !test) return 'too_early';
  if (test.p >= UNLIKELY) return 'alike';
  return test.q < UNLIKELY ? 'differs' : 'perhaps';
}
