import { benjaminiHochberg } from '../../../stats/false-discovery.ts';
import { logRank } from '../../../stats/log-rank.ts';
import { compareOverlapping } from './compare-overlapping.ts';
import { type CurveGroup, type CurveTest, MONTHS, pointAt, type Question, toGroup } from './survival-curve.ts';

/** What is known of a customer: a value, nothing (null), or every group the customer is in. */
type Value = string | null | readonly string[];
/** A customer's first stay: how many days it was watched, whether it ended, and what is known of the customer. */
export type FirstStay<Attribute extends string = string> = {
  days: number;
  ended: boolean;
  values: Record<Attribute, Value>;
};
/**
 * differs: unlikely to be chance even after as many questions as there are attributes; perhaps: unlikely alone, but not
 * so among as many; alike: chance would do it; too_early: no month of 3, 6 or 12 is reached by two groups; no_groups:
 * nobody is in any of the groups that may overlap; looks_ahead: who is in each of them depends on how it went on.
 */
export type Verdict =
  | 'differs'
  | 'perhaps'
  | 'alike'
  | 'too_early'
  | 'too_few'
  | 'nobody_left'
  | 'no_groups'
  | 'looks_ahead'
  | 'no_customers';
/**
 * `month`: at which groups are compared in words. `longest` and `shortest` are their values then; of groups that overlap
 * only one of them is told, the group that differs most from everybody outside it.
 */
export type CurveComparison = {
  verdict: Verdict;
  month: number | null;
  longest: string | null;
  shortest: string | null;
  test: CurveTest | null;
  groups: CurveGroup[];
};
const UNLIKELY = 0.05;

/**
 * How long customers stay, by each attribute: Kaplan-Meier curves of first stays with 95 % bands, the log-rank test of
 * the groups of 10 or more, and its q value among all attributes (Benjamini & Hochberg). The groups of `overlapping`
 * attributes share customers and are compared with their outsides instead, but for those `lookingAhead`.
 */
export function compareAttributes<Attribute extends string>(input: {
  attributes: readonly Attribute[];
  overlapping?: readonly Attribute[];
  lookingAhead?: readonly string[];
  stays: readonly FirstStay<Attribute>[];
}): Record<Attribute, CurveComparison> {
  const { attributes, overlapping = [], lookingAhead = [], stays } = input;
  const questions = attributes.map((attribute) =>
    overlapping.includes(attribute)
      ? compareOverlapping(membersOf(stays, attribute), lookingAhead)
      : compareApart(stays, attribute),
  );
  const tested = questions.flatMap(({ test }, index) => (test ? [{ index, p: test.p }] : []));
  const qs = benjaminiHochberg(tested.map(({ p }) => p));
  const pairs = questions.map(({ isOverlapping, ...question }, index) => {
    const q = qs[tested.findIndex((one) => one.index === index)] ?? 1;
    const found = { ...question, test: question.test && { ...question.test, q } };
    return [attributes[index], { ...found, verdict: verdictOf(found, isOverlapping && stays.length > 0) }];
  });
  return Object.fromEntries(pairs);
}

function membersOf<Attribute extends string>(stays: readonly FirstStay<Attribute>[], attribute: Attribute) {
  return stays.map(({ days, ended, values }) => {
    const value: Value = values[attribute];
    return { time: days, ended, groups: typeof value === 'string' ? [value] : (value ?? []) };
  });
}

function compareApart<Attribute extends string>(
  stays: readonly FirstStay<Attribute>[],
  attribute: Attribute,
): Question {
  const found = groupsBy(stays, attribute);
  const test = logRank(found.filter(({ group }) => group.is_compared).map((one) => one.stays));
  const groups = found.map(({ group }) => group);
  const known = test.outcome === 'tested' ? { statistic: test.statistic, df: test.df, p: test.p } : null;
  return { groups, isOverlapping: false, test: known, ...extremesOf(groups) };
}

function groupsBy<Attribute extends string>(stays: readonly FirstStay<Attribute>[], attribute: Attribute) {
  const one = (value: Value) => (typeof value === 'string' ? value : null);
  const byValue = [...Map.groupBy(stays, ({ values }) => one(values[attribute]))];
  const rank = (value: string | null, count: number) => (value === null ? 0 : count);
  return byValue
    .sort(([a, first], [b, second]) => rank(b, second.length) - rank(a, first.length))
    .map(([value, own]) => {
      const times = own.map(({ days, ended }) => ({ time: days, ended }));
      return { group: toGroup(value, times), stays: times };
    });
}

function extremesOf(groups: readonly CurveGroup[]): Pick<Question, 'month' | 'longest' | 'shortest'> {
  const compared = groups.filter((group) => group.is_compared);
  const month = MONTHS.find((at) => compared.filter((group) => pointAt(group, at)).length >= 2) ?? null;
  const there = compared.flatMap((group) => {
    const point = month === null ? undefined : pointAt(group, month);
    return point ? [{ value: group.value, share: point.share }] : [];
  });
  there.sort((a, b) => b.share - a.share);
  return { month, longest: there[0]?.value ?? null, shortest: there.at(-1)?.value ?? null };
}

/** `mayOverlap`: there are customers, and one group with its others is enough. */
function verdictOf({ groups, month, test }: Omit<CurveComparison, 'verdict'>, mayOverlap: boolean): Verdict {
  if (groups.length === 0) return mayOverlap ? 'no_groups' : 'no_customers';
  const compared = groups.filter((group) => group.is_compared);
  if (groups.every(({ others }) => others?.looks_ahead)) return 'looks_ahead';
  if (compared.length < (mayOverlap ? 1 : 2)) return 'too_few';
  if (compared.every(({ left, others }) => left + (others?.left ?? 0) === 0)) return 'nobody_left';
  if (month === null || !test) return 'too_early';
  if (test.p >= UNLIKELY) return 'alike';
  return test.q < UNLIKELY ? 'differs' : 'perhaps';
}
