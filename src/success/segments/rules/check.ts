import { invalidField } from '../../../kernel/errors.ts';
import { isIsoDate } from '../../../kernel/time.ts';
import {
  type Condition,
  conditionsOf,
  DEEPEST,
  type Field,
  type FieldKind,
  MOST_CONDITIONS,
  MOST_VALUES,
  OPERATORS_OF,
  type Operator,
  type Rule,
  type Value,
} from '../model.ts';
import { fieldOf } from './catalogue.ts';

const LARGEST = 1e15;
const MOST_DAYS = 3650;
const LONGEST_TEXT = 200;
const FIRST_DAY = '0001-01-01';
const DAYS: readonly Operator[] = ['within_last', 'longer_ago', 'within_next'];

/** Reads a rule from outside. @throws 422 naming the place (`rule.all[1].value`) and the field that is wrong there. */
export function checkRule(raw: unknown, at = 'rule'): Rule {
  const rule = readRule(raw, at, 1);
  const count = conditionsOf(rule).length;
  if (count > MOST_CONDITIONS) {
    throw invalidField(at, `A rule holds ${MOST_CONDITIONS} conditions at most; this one has ${count}.`);
  }
  return rule;
}

function readRule(raw: unknown, at: string, depth: number): Rule {
  if (depth > DEEPEST) throw invalidField(at, `Groups stand at most ${DEEPEST} deep in each other.`);
  if (!isRecord(raw)) throw invalidField(at, 'A rule is a condition, or a group: all, any or not.');
  const keys = Object.keys(raw).sort().join();
  if (keys === 'all') return { all: readList(raw.all, `${at}.all`, depth) };
  if (keys === 'any') return { any: readList(raw.any, `${at}.any`, depth) };
  if (keys === 'not') return { not: readRule(raw.not, `${at}.not`, depth + 1) };
  return readCondition(raw, at);
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

function readList(raw: unknown, at: string, depth: number): Rule[] {
  if (!Array.isArray(raw) || raw.length === 0) throw invalidField(at, 'A group needs at least one condition.');
  if (raw.length > MOST_CONDITIONS) throw invalidField(at, `A group holds ${MOST_CONDITIONS} conditions at most.`);
  return raw.map((one, index) => readRule(one, `${at}[${index}]`, depth + 1));
}

function readCondition(raw: Record<string, unknown>, at: string): Condition {
  const stray = Object.keys(raw).find((key) => !['field', 'op', 'value'].includes(key));
  if (stray) throw invalidField(`${at}.${cut(stray)}`, 'A condition has a field, an op and a value, nothing else.');
  const field = typeof raw.field === 'string' ? fieldOf(raw.field) : undefined;
  if (!field) {
    const hint = 'GET /v1/segments/fields lists what can be asked.';
    throw invalidField(`${at}.field`, `There is no field ${cut(JSON.stringify(raw.field) ?? 'without a name')}.`, hint);
  }
  const op = OPERATORS_OF[field.kind].find((one) => one === raw.op);
  if (!op) {
    const known = OPERATORS_OF[field.kind].join(', ');
    throw invalidField(`${at}.op`, `${field.key} is ${WHAT[field.kind]} and understands ${known}.`);
  }
  const value = readValue(field, op, raw.value, `${at}.value`);
  return value === undefined ? { field: field.key, op } : { field: field.key, op, value };
}

const WHAT: Record<FieldKind, string> = {
  text: 'a text',
  number: 'a number',
  money: 'an amount',
  share: 'a share',
  date: 'a date',
};

function cut(text: string): string {
  return text.toWellFormed().slice(0, 60);
}

function readValue(field: Field, op: Operator, raw: unknown, at: string): Value | Value[] | undefined {
  if (op === 'known' || op === 'unknown') {
    if (raw === undefined || raw === null) return undefined;
    throw invalidField(at, `${field.key}: ${op} takes no value.`);
  }
  if (op === 'in' || op === 'not_in') return readMany(field, raw, at);
  if (op === 'between') return readPair(field, raw, at);
  if (DAYS.includes(op)) return readDays(field, raw, at);
  return readOne(field, raw, at);
}

function readMany(field: Field, raw: unknown, at: string): Value[] {
  if (!Array.isArray(raw) || raw.length === 0 || raw.length > MOST_VALUES) {
    throw invalidField(at, `${field.key}: name one to ${MOST_VALUES} values.`);
  }
  return raw.map((one, index) => readOne(field, one, `${at}[${index}]`));
}

function readPair(field: Field, raw: unknown, at: string): Value[] {
  if (!Array.isArray(raw) || raw.length !== 2) throw invalidField(at, `${field.key}: between takes two values.`);
  const [from, to] = raw.map((one, index) => readOne(field, one, `${at}[${index}]`)) as [Value, Value];
  if (from > to) throw invalidField(at, `${field.key}: the first value must not be above the second.`);
  return [from, to];
}

function readDays(field: Field, raw: unknown, at: string): number {
  if (Number.isInteger(raw) && Number(raw) >= 1 && Number(raw) <= MOST_DAYS) return Number(raw);
  throw invalidField(at, `${field.key}: name a whole number of days, 1 to ${MOST_DAYS}.`);
}

function readOne(field: Field, raw: unknown, at: string): Value {
  if (field.kind === 'text') return readText(field, raw, at);
  if (field.kind === 'date') return readDate(field, raw, at);
  if (typeof raw !== 'number' || !Number.isFinite(raw) || Math.abs(raw) > LARGEST) {
    throw invalidField(at, `${field.key}: name a number.`);
  }
  if (field.kind === 'money' && !Number.isInteger(raw)) {
    throw invalidField(at, `${field.key}: name a whole number of minor units (5000 for 50.00).`);
  }
  return raw === 0 ? 0 : raw;
}

function readText(field: Field, raw: unknown, at: string): string {
  const text = typeof raw === 'string' ? raw.trim() : '';
  if (text === '' || text.length > LONGEST_TEXT) {
    throw invalidField(at, `${field.key}: name a text of 1 to ${LONGEST_TEXT} characters.`);
  }
  if (!text.isWellFormed() || /\p{Cc}/u.test(text)) throw invalidField(at, `${field.key}: the text cannot be read.`);
  if (field.options && !field.options.includes(text)) {
    throw invalidField(at, `${field.key} is one of ${field.options.join(', ')}.`);
  }
  return text;
}

function readDate(field: Field, raw: unknown, at: string): string {
  if (typeof raw === 'string' && isIsoDate(raw) && raw >= FIRST_DAY) return raw;
  throw invalidField(at, `${field.key}: name a date as 2026-03-01.`);
}
