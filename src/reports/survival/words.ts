import { say } from '../../platform/locale.ts';
import { type CurveComparison, pointAt } from '../../success/lifetime/rules/compare-curves.ts';
import type { Attribute } from './curves.ts';

/** "82% (74 to 88%)" of the group with this value, at the month of the comparison. */
function shareOf({ groups, month }: CurveComparison, value: string | null): Record<string, number> {
  const group = groups.find((one) => one.value === value);
  const point = group && month !== null ? pointAt(group, month) : undefined;
  const percent = (share = 0) => Math.round(100 * share);
  return { share: percent(point?.share), low: percent(point?.low), high: percent(point?.high) };
}

/** "Customers from search", "Customers brought by a partner". */
function customersOf(by: Attribute, value: string | null): string {
  return say(`survival:customers.${by}${by === 'partner' ? `_${value}` : ''}`, { value });
}

/** Whether some stay longer, in a sentence with its intervals and how likely chance is; `questions` were asked of the data. */
export function answerOf(by: Attribute, found: CurveComparison, questions: number): string {
  const { verdict, month, longest, shortest, test } = found;
  const [most, least] = [shareOf(found, longest), shareOf(found, shortest)];
  return say(`survival:answers.${verdict}`, {
    what: say(`survival:what.${by}`),
    months: month,
    longest: customersOf(by, longest),
    shortest: customersOf(by, shortest),
    most: say('survival:share', most),
    least: say('survival:share', least),
    p: probability(test?.p),
    q: probability(test?.q),
    questions,
  });
}

/** Two digits that say something: "0.012", "less than 0.001". */
function probability(p = 1): string {
  return p < 0.001 ? say('survival:tiny') : Number(p.toPrecision(2)).toString();
}
