import { addDaysToDate, type IsoDate } from '../../../kernel/time.ts';
import type { Condition, Facts, Rule, Value } from '../model.ts';

/** Capital letters A-Z read as small ones, all others as they are: the same in every database and here. */
export function fold(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/**
 * Does an account match a checked rule at the end of day `on`? A condition is true or false, never in between: nothing
 * can be said of an unknown value, so every comparison with it is false, and `is_not` and `not_in`, the opposites of
 * `is` and `in`, are true. The compiler of reports/segments answers the same in SQL.
 */
export function matches(rule: Rule, facts: Facts, on: IsoDate): boolean {
  if ('all' in rule) return rule.all.every((one) => matches(one, facts, on));
  if ('any' in rule) return rule.any.some((one) => matches(one, facts, on));
  return 'not' in rule ? !matches(rule.not, facts, on) : holds(rule, facts[rule.field] ?? null, on);
}

function holds({ op, value = '' }: Condition, known: Value | null, on: IsoDate): boolean {
  if (op === 'known') return known !== null;
  if (op === 'unknown') return known === null;
  if (op === 'is_not') return !isOneOf(known, [value as Value]);
  if (op === 'not_in') return !isOneOf(known, value as Value[]);
  if (known === null) return false;
  if (op === 'is') return isOneOf(known, [value as Value]);
  if (op === 'in') return isOneOf(known, value as Value[]);
  if (op === 'contains') return fold(String(known)).includes(fold(String(value)));
  if (op === 'starts_with') return fold(String(known)).startsWith(fold(String(value)));
  if (op === 'within_last' || op === 'longer_ago' || op === 'within_next') return isNear(op, known, Number(value), on);
  return compares(op, known, value);
}

function isOneOf(known: Value | null, values: readonly Value[]): boolean {
  if (known === null) return false;
  if (typeof known === 'number') return values.includes(known);
  return values.some((value) => fold(String(value)) === fold(known));
}

/** Dates as `YYYY-MM-DD` come in the order of their text. */
function compares(op: Condition['op'], known: Value, value: Value | Value[]): boolean {
  if (Array.isArray(value)) {
    const [from, to] = value;
    return from !== undefined && to !== undefined && known >= from && known <= to;
  }
  if (op === 'lt') return known < value;
  if (op === 'lte') return known <= value;
  return op === 'gt' ? known > value : known >= value;
}

function isNear(op: Condition['op'], known: Value, days: number, on: IsoDate): boolean {
  if (op === 'within_next') return known > on && known <= addDaysToDate(on, days);
  const edge = addDaysToDate(on, -days);
  return op === 'longer_ago' ? known <= edge : known > edge && known <= on;
}
