import { conditionsOf, type Rule } from '../model.ts';
import { fieldOf } from './catalogue.ts';

/** The first field of a rule that changes with what an account does; undefined when all of them last. */
export function passingField(rule: Rule): string | undefined {
  return conditionsOf(rule).find(({ field }) => !fieldOf(field)?.lasting)?.field;
}
