import { say } from '../../platform/locale.ts';
import type { CurveComparison } from '../../success/lifetime/rules/compare-curves.ts';
import { type Curve, pointAt } from '../../success/lifetime/rules/survival-curve.ts';
import type { Attribute } from './curves.ts';

/** "82% (74 to 88%)" of a group, at the month of the comparison. */
function shareOf(group: Pick<Curve, 'curve'> | null | undefined, month: number | null): string {
  const point = group && month !== null ? pointAt(group, month) : undefined;
  const percent = (share = 0) => Math.round(100 * share);
  return say('survival:share', { share: percent(point?.share), low: percent(point?.low), high: percent(point?.high) });
}

/** "Customers from search", "Customers brought by a partner". */
function customersOf(by: Attribute, value: string | null): string {
  return say(`survival:customers.${by}${by === 'partner' ? `_${value}` : ''}`, { value });
}

/** Whether some stay longer, in a sentence with its intervals and how likely chance is; `questions` were asked of the data. */
export function answerOf(by: Attribute, found: CurveComparison, questions: number): string {
  if (by === 'segment') return answerOfSegments(found, questions);
  const { verdict, month, longest, shortest, test, groups } = found;
  const [most, least] = [longest, shortest].map((value) => groups.find((one) => one.value === value));
  return say(`survival:answers.${verdict}`, {
    what: say(`survival:what.${by}`),
    months: month,
    longest: customersOf(by, longest),
    shortest: customersOf(by, shortest),
    most: shareOf(most, month),
    least: shareOf(least, month),
    p: probability(test?.p),
    questions,
  });
}

/** Segments share customers: only that one differs from everybody outside it can be said. */
function answerOfSegments({ verdict, month, longest, shortest, test, groups }: CurveComparison, questions: number) {
  const own = groups.find(({ value }) => value === (longest ?? shortest));
  const params = { segment: own?.value, months: month, own: shareOf(own, month), others: shareOf(own?.others, month) };
  return say(`survival:segments.${verdict}`, {
    finding: say(`survival:segments.${longest === null ? 'sooner' : 'longer'}`, params),
    p: probability(test?.p),
    count: groups.filter(({ others }) => (others?.p_corrected ?? null) !== null).length,
    questions,
  });
}

/** Two digits that say something: "0.012", "less than 0.001". */
function probability(p = 1): string {
  return p < 0.001 ? say('survival:tiny') : Number(p.toPrecision(2)).toString();
}
