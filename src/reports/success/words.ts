import { say } from '../../platform/locale.ts';
import type { ConditionKey, OutcomeRule, Why } from '../../success/outcome/model.ts';
import type { OutcomeCount } from '../../success/outcome/rules/decide.ts';

export function conditionName(condition: ConditionKey): string {
  return say(`success:conditions.${condition}`);
}

/** Why an account did not succeed or cannot be told: "Health below 70". */
export function whySentence(why: Why, { conditions, day }: OutcomeRule): string {
  const [key, unknown] = why.split('_unknown');
  const at_least = conditions.find(({ condition }) => condition === key)?.at_least ?? 0;
  return say(`success:${unknown === undefined ? 'why' : 'unknown'}.${key}`, { at_least, day });
}

type Counted = Omit<OutcomeCount, 'reasons'> & { noStart: number };

/** How many succeeded, in a sentence; or what is missing before anybody can be judged. */
export function outcomeSentence({ day }: OutcomeRule, count: Counted): string {
  const judged = count.succeeded + count.failed;
  const params = { ...count, judged, day, percent: percent(count.succeeded, judged) };
  if (judged > 0) return say('success:outcome.judged', params);
  if (count.cannot_tell > 0) return say('success:outcome.cannot_tell', params);
  if (count.too_young > 0) return say('success:outcome.too_young', params);
  return say(`success:outcome.${count.noStart > 0 ? 'no_start' : 'no_customers'}`, params);
}

export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((100 * part) / whole);
}
