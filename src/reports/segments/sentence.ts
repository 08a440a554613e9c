import { minorDigits } from '../../kernel/money.ts';
import { formatPercent } from '../../kernel/percent.ts';
import { say } from '../../platform/locale.ts';
import { ATTRIBUTE, type Condition, type Field, type Rule, type Value } from '../../success/segments/model.ts';
import { fieldOf } from '../../success/segments/rules/catalogue.ts';

/** A phrase; a short one ("in Germany", "on Pro") stands beside the next without an "and". */
type Phrase = { text: string; short: boolean };

const BESIDE = new Set(['country_is', 'country_is_not', 'plan_is', 'plan_is_not', 'industry_is']);
const FROM_ZERO = new Set(['usage_change_28d', 'mrr_change_90d', 'health_change_30d']);
const SCORES = new Set(['nps', 'health_score']);
const COUNTED = new Set<Condition['op']>(['is', 'lt', 'lte', 'gt', 'gte', 'between']);
const AS_IS = { in: 'is', not_in: 'is_not' } as Partial<Record<Condition['op'], string>>;

/** "Paying customers in Germany on Pro whose usage grew". Amounts in the reporting currency. */
export function ruleSentence(rule: Rule, currency: string): string {
  const top = 'all' in rule ? rule.all : [rule];
  const rest = top.filter((one) => !isPaying(one));
  const subject = say(`segments:subject.${rest.length < top.length ? 'customers' : 'accounts'}`);
  const [only] = rest;
  if (!only) return subject;
  return say('segments:rule', { subject, rest: phrase(rest.length === 1 ? only : { all: rest }, currency).text });
}

function isPaying(rule: Rule): boolean {
  return 'field' in rule && rule.field === 'state' && rule.op === 'is' && rule.value === 'paying';
}

function phrase(rule: Rule, currency: string): Phrase {
  if ('not' in rule) return { text: say('segments:not', { inner: phrase(rule.not, currency).text }), short: false };
  if ('all' in rule) return inOrder(rule.all.map((one) => inner(one, currency))).reduce(beside);
  if ('any' in rule) return rule.any.map((one) => inner(one, currency)).reduce(either);
  return conditionPhrase(rule, currency);
}

/** Short phrases first: "in Germany on Pro whose usage grew". */
function inOrder(phrases: Phrase[]): Phrase[] {
  return [...phrases.filter(({ short }) => short), ...phrases.filter(({ short }) => !short)];
}

/** A group of several inside another is told apart by brackets. */
function inner(rule: Rule, currency: string): Phrase {
  const said = phrase(rule, currency);
  const isGroup = ('all' in rule && rule.all.length > 1) || ('any' in rule && rule.any.length > 1);
  return isGroup ? { text: say('segments:group', { inner: said.text }), short: false } : said;
}

function beside(before: Phrase, after: Phrase): Phrase {
  const key = before.short || after.short ? 'segments:beside' : 'segments:and';
  return { text: say(key, { before: before.text, after: after.text }), short: after.short };
}

function either(before: Phrase, after: Phrase): Phrase {
  return { text: say('segments:or', { before: before.text, after: after.text }), short: false };
}

/** One condition in words ("whose plan is Pro"), as it stands in the rule's sentence. */
export function conditionSentence(condition: Condition, currency: string): string {
  return conditionPhrase(condition, currency).text;
}

function conditionPhrase(condition: Condition, currency: string): Phrase {
  const field = fieldOf(condition.field) ?? { key: condition.field, kind: 'text', group: 'own' };
  const key = phraseKey(field, condition);
  const values = Array.isArray(condition.value) ? condition.value : [condition.value ?? ''];
  const shown = values.map((value) => valueText(field, value, currency));
  const params = {
    name: saidName(field),
    value: condition.op === 'between' ? shown[0] : listed(shown),
    until: shown[1],
    size: typeof values[0] === 'number' ? valueText(field, Math.abs(values[0]), currency) : undefined,
    count: Number(values[0]),
  };
  return { text: say(`segments:phrases.${key}`, params), short: BESIDE.has(key) };
}

const OWN_PHRASES = ['country', 'plan', 'industry', 'state'];

function phraseKey({ key, kind }: Field, { op, value }: Condition): string {
  const asked = AS_IS[op] ?? op;
  const hasOwn = asked === 'is' || (asked === 'is_not' && key !== 'industry');
  if (hasOwn && OWN_PHRASES.includes(key)) return `${key}_${asked}`;
  if (FROM_ZERO.has(key)) return changeKey(key, op, Number(value));
  if (kind === 'number' && !SCORES.has(key) && COUNTED.has(op)) return `count_${op}`;
  return kind === 'date' && (op === 'lt' || op === 'gt' || op === 'between') ? `date_${op}` : op;
}

/** "fell", "fell by more than 25%"; anything else is said of the change as of every number. */
function changeKey(key: string, op: Condition['op'], value: number): string {
  if (op !== 'gt' && op !== 'lt') return op;
  if (value === 0) return `${key}_${op}`;
  return value > 0 === (op === 'gt') ? `${key}_${op}_by` : op;
}

function saidName({ key, group }: Field): string {
  return group === 'own' ? key.slice(ATTRIBUTE.length) : say(`segments:fields.${key}.said`);
}

function valueText(field: Field, value: Value, currency: string): string {
  if (field.options) return say(`segments:options.${field.key}.${value}`);
  if (typeof value === 'string') return value;
  if (field.kind === 'money') return shortMoney(value, currency);
  return field.kind === 'share' ? formatPercent(value) : new Intl.NumberFormat('en').format(value);
}

const MOST_LISTED = 5;

function listed(values: string[]): string {
  const shown = values.slice(0, MOST_LISTED);
  if (values.length > MOST_LISTED) shown.push(`+${values.length - MOST_LISTED}`);
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(shown);
}

/** "€12.4K": an amount for a sentence. */
export function shortMoney(minor: number, currency: string): string {
  const amount = minor / 10 ** minorDigits(currency);
  const large = Math.abs(amount) >= 10_000;
  const format = { style: 'currency', currency, notation: large ? 'compact' : 'standard' } as const;
  const digits = large ? { maximumFractionDigits: 1 } : Number.isInteger(amount) ? { maximumFractionDigits: 0 } : {};
  return new Intl.NumberFormat('en', { ...format, ...digits }).format(amount);
}
