import type { IsoDate } from '../../kernel/time.ts';

export const FIELD_KINDS = ['text', 'number', 'money', 'share', 'date'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

export const FIELD_GROUPS = ['company', 'contract', 'usage', 'support', 'voice', 'success', 'own'] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

/** What a rule may ask of an account. Money in minor units of the reporting currency, shares as fractions (.1 = 10 %). */
export type Field = {
  key: string;
  kind: FieldKind;
  group: FieldGroup;
  /** The only values it can have. */
  options?: readonly string[];
  /** What the company is rather than what it does: true of the past as well, so past scores may be judged by it. */
  lasting?: boolean;
};

export const OPERATORS = [
  'is',
  'is_not',
  'in',
  'not_in',
  'contains',
  'starts_with',
  'lt',
  'lte',
  'gt',
  'gte',
  'between',
  'within_last',
  'longer_ago',
  'within_next',
  'known',
  'unknown',
] as const;
export type Operator = (typeof OPERATORS)[number];

const ORDERED: Operator[] = ['is', 'is_not', 'gt', 'gte', 'lt', 'lte', 'between', 'known', 'unknown'];

/** What may be asked of a field of each kind, the likeliest first. */
export const OPERATORS_OF: Record<FieldKind, readonly Operator[]> = {
  text: ['is', 'is_not', 'in', 'not_in', 'contains', 'starts_with', 'known', 'unknown'],
  number: ['gte', 'lte', ...ORDERED.filter((one) => one !== 'gte' && one !== 'lte')],
  money: ['gte', 'lte', ...ORDERED.filter((one) => one !== 'gte' && one !== 'lte')],
  share: ['gt', 'lt', ...ORDERED.filter((one) => one !== 'gt' && one !== 'lt')],
  date: ['within_last', 'longer_ago', 'within_next', 'lt', 'gt', 'between', 'known', 'unknown'],
};

export type Value = string | number;

/**
 * One question about one field. `value`: text, a number or a date for comparisons, a list for in and not_in, a pair for
 * between (both ends count), days for within_last, longer_ago and within_next, none for known and unknown.
 */
export type Condition = { field: string; op: Operator; value?: Value | Value[] };

/** A rule: one condition, all of several, any of several, or the opposite of one. */
export type Rule = Condition | { all: Rule[] } | { any: Rule[] } | { not: Rule };

/** What is known of one account, field by field: null when unknown, dates as `YYYY-MM-DD`. */
export type Facts = Readonly<Record<string, Value | null | undefined>>;

export const MOST_CONDITIONS = 50;
export const DEEPEST = 5;
export const MOST_VALUES = 200;

/** Own attributes of imported accounts are fields too: `attributes.region`. */
export const ATTRIBUTE = 'attributes.';

export type Segment = {
  id: string;
  name: string;
  description: string;
  rule: Rule;
  member_count: number;
  evaluated_at: Date | null;
  evaluated_on: IsoDate | null;
  created_by: string;
  created_at: Date;
  updated_at: Date;
  archived_at: Date | null;
};

/** Every condition of a rule, in reading order. */
export function conditionsOf(rule: Rule): Condition[] {
  if ('all' in rule) return rule.all.flatMap(conditionsOf);
  if ('any' in rule) return rule.any.flatMap(conditionsOf);
  return 'not' in rule ? conditionsOf(rule.not) : [rule];
}
