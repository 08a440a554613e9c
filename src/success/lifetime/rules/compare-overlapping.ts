import { holm } from '../../../stats/family-wise.ts';
import { logRank } from '../../../stats/log-rank.ts';
import {
  type CurveGroup,
  LEAST_CUSTOMERS,
  MONTHS,
  type Others,
  pointAt,
  type Question,
  type Stay,
  toCurve,
  toGroup,
} from './survival-curve.ts';

type Member = Stay & { groups: readonly string[] };
type WithOthers = CurveGroup & { others: Others };
type Tested = { group: WithOthers; statistic: number; p: number; corrected: number };

/**
 * Groups that share customers, as saved segments do. The log-rank test takes its groups to be apart (Mantel 1966), so it
 * is never made between them: each is compared with everybody who is not in it, which are two groups that are apart. As
 * these tests lean on the same customers, they are corrected by Holm (1979), who asks nothing of how they depend; the p of
 * the whole question is the least of them so corrected. Groups of `lookingAhead` have members by what came later (who is
 * healthy today has not left), which makes any curve of theirs too good or too bad (Suissa 2008, Am. J. Epidemiol. 167, on
 * immortal time): they are counted, never tested. `longest` or `shortest` names the group that differs most from its
 * others, by whether it stays longer or shorter than they do.
 */
export function compareOverlapping(members: readonly Member[], lookingAhead: readonly string[] = []): Question {
  const names = [...new Set(members.flatMap(({ groups }) => groups))];
  const compared = names.map((name) => againstOthers(name, members, lookingAhead.includes(name)));
  const asked = compared.filter(({ group, statistic }) => statistic !== null && sharedMonth(group) !== null);
  const corrected = holm(asked.map(({ p }) => p ?? 1));
  const tested = asked.map(({ group, statistic, p }, at): Tested => {
    const own = { p: p ?? 1, corrected: corrected[at] ?? 1 };
    return { group: correctedGroup(group, own), statistic: statistic ?? 0, ...own };
  });
  const groups = compared.map(({ group }) => tested.find((one) => one.group.value === group.value)?.group ?? group);
  groups.sort((a, b) => b.customers - a.customers);
  return { groups, isOverlapping: true, ...strongestOf(tested) };
}

function againstOthers(name: string, members: readonly Member[], looks_ahead: boolean) {
  const [own, rest] = [true, false].map((is) => members.filter(({ groups }) => groups.includes(name) === is));
  const group = toGroup(name, own ?? []);
  const isCompared = !looks_ahead && group.is_compared && (rest?.length ?? 0) >= LEAST_CUSTOMERS;
  const test = isCompared ? logRank([own ?? [], rest ?? []]) : null;
  const { statistic, p } = test?.outcome === 'tested' ? test : { statistic: null, p: null };
  const others = { ...toCurve(rest ?? []), p, p_corrected: null, looks_ahead };
  return { group: { ...group, is_compared: isCompared, others }, statistic, p };
}

function correctedGroup(group: WithOthers, { p, corrected }: { p: number; corrected: number }): WithOthers {
  return { ...group, others: { ...group.others, p, p_corrected: corrected } };
}

/** The latest of the months at which a group and its others can both be seen. */
function sharedMonth({ others, ...group }: WithOthers): number | null {
  return MONTHS.find((at) => pointAt(group, at) && pointAt(others, at)) ?? null;
}

function strongestOf(tested: readonly Tested[]): Omit<Question, 'groups' | 'isOverlapping'> {
  const [first] = tested.toSorted((a, b) => b.statistic - a.statistic);
  if (!first) return { month: null, longest: null, shortest: null, test: null };
  const { group, statistic, corrected } = first;
  const month = sharedMonth(group);
  const shareOf = (curve: Pick<CurveGroup, 'curve'>) => (month === null ? 0 : (pointAt(curve, month)?.share ?? 0));
  const isLonger = shareOf(group) >= shareOf(group.others);
  return {
    month,
    longest: isLonger ? group.value : null,
    shortest: isLonger ? null : group.value,
    test: { statistic, df: 1, p: corrected },
  };
}
