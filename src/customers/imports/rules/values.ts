import { AppError } from '../../../kernel/errors.ts';
import { isCurrency, parseDecimal, parseMajor, roundToMinor } from '../../../kernel/money.ts';
import type { ColumnMapping } from '../model.ts';
import { parseDate, parseInstant } from './dates.ts';

/** Why a value cannot be used, as the end of a sentence ("is not a date …"). */
export class BadValue {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}

export type ReadValue = (text: string) => unknown;

const BLANK_TEXT = new Set(['', 'nan', 'null', 'n/a', '#n/a', '\\n', 'undefined']);
const BLANK_OTHER = new Set([...BLANK_TEXT, 'na', 'none', '-', '--', 'nil', '(null)', 'nat']);
const TRUE = new Set(['true', 't', 'yes', 'y', '1', '1.0', 'on']);
const FALSE = new Set(['false', 'f', 'no', 'n', '0', '0.0', 'off']);
/** What a blank (NaN, NULL, n/a, #n/a, \N, undefined) can begin with, in lower case; anything not a letter or digit too. */
const MAYBE_BLANK = new Set(
  Array.from({ length: 256 }, (_, code) => code).filter((code) => !/[a-mo-tv-z0-9]/.test(String.fromCharCode(code))),
);
export const MAX_INTEGER = 2_147_483_647;
const LONGEST_TEXT = 100_000;

/** Whether a cell holds nothing, as files write it: empty, NaN, NULL, N/A. */
export function isBlank(text: string, type: ColumnMapping['type']): boolean {
  const cut = text.trim().toLowerCase();
  return (type === 'text' ? BLANK_TEXT : BLANK_OTHER).has(cut);
}

/** A number as people write it → a plain decimal string: thousands marks, a decimal comma, "27.0", a currency sign. */
export function plainNumber(text: string, decimal: 'point' | 'comma' = 'point'): string | undefined {
  let cut = text
    .trim()
    .replace(/^([+-]?)[$€£¥]\s?/, '$1')
    .replace(/\s?[$€£¥%]$/, '')
    .replace(/^\((.+)\)$/, '-$1');
  if (decimal === 'comma') cut = cut.replaceAll('.', '').replace(',', '.');
  if (/^[+-]?\d{1,3}([, \u00a0'’]\d{3})+(\.\d+)?$/.test(cut)) cut = cut.replace(/[, \u00a0'’]/g, '');
  if (/^[+-]?\d*\.?\d+e[+-]?\d+$/i.test(cut))
    cut = Number(cut)
      .toFixed(6)
      .replace(/\.?0+$/, '');
  if (/^[+-]?\.\d+$/.test(cut)) cut = cut.replace('.', '0.');
  if (/^[+-]?\d+\.$/.test(cut)) cut = cut.slice(0, -1);
  return /^[+-]?\d+(\.\d+)?$/.test(cut) ? cut.replace(/^\+/, '') : undefined;
}

function readInteger(text: string): unknown {
  const fast = smallInteger(text);
  if (fast >= 0) return fast;
  const plain = plainNumber(text);
  if (plain === undefined || !/^-?\d+(\.0+)?$/.test(plain)) return new BadValue('is not a whole number');
  const value = Number(plain);
  return Math.abs(value) > MAX_INTEGER ? new BadValue(`is beyond ${MAX_INTEGER}`) : value;
}

function smallInteger(text: string): number {
  if (text.length === 0 || text.length > 9) return -1;
  let value = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function readNumber(text: string, column: ColumnMapping): unknown {
  const plain = plainNumber(text, column.decimal);
  return plain === undefined ? new BadValue('is not a number') : Number(plain);
}

function readBoolean(text: string): unknown {
  const cut = text.trim().toLowerCase();
  if (TRUE.has(cut)) return true;
  return FALSE.has(cut) ? false : new BadValue('is neither yes nor no');
}

function readText(text: string): unknown {
  const cut = text.trim();
  return cut.length > LONGEST_TEXT ? new BadValue(`is longer than ${LONGEST_TEXT} characters`) : cut;
}

function readCurrency(text: string): unknown {
  const code = text.trim().toUpperCase();
  return isCurrency(code) ? code : new BadValue('is not a currency');
}

/** An amount stays text until the row's currency is known; here it is only made plain. */
function readAmount(text: string, column: ColumnMapping): unknown {
  return plainNumber(text, column.decimal) ?? new BadValue('is not an amount');
}

function readDate(text: string, column: ColumnMapping): unknown {
  const read = column.type === 'date' ? parseDate : parseInstant;
  return read(text.trim(), column.order ?? 'iso') ?? new BadValue(`is not a date (${column.order ?? 'iso'})`);
}

const READ: Record<ColumnMapping['type'], (text: string, column: ColumnMapping) => unknown> = {
  text: readText,
  integer: readInteger,
  number: readNumber,
  boolean: readBoolean,
  date: readDate,
  instant: readDate,
  amount: readAmount,
  currency: readCurrency,
};

/** How a column's cells are read: a value, null for a blank, or a BadValue with the reason. */
export function readerOf(column: ColumnMapping): ReadValue {
  const read = READ[column.type];
  const blank = column.type === 'text' ? BLANK_TEXT : BLANK_OTHER;
  const values = column.values && new Map(Object.entries(column.values).map(([from, to]) => [from.toLowerCase(), to]));
  const slow: ReadValue = (text) => {
    if (text.length === 0 || (text.length <= 10 && blank.has(text.trim().toLowerCase()))) return null;
    const translated = values ? (values.get(text.trim().toLowerCase()) ?? text) : text;
    return translated === '' ? null : read(translated, column);
  };
  if (values) return slow;
  if (column.type === 'text') return (text) => (isPlain(text) ? text : slow(text));
  if (column.type === 'integer') return (text) => (smallInteger(text) >= 0 ? smallInteger(text) : slow(text));
  if (column.type === 'date' || column.type === 'instant')
    return (text) => (startsWithDigit(text) ? readDate(text, column) : slow(text));
  return slow;
}

function startsWithDigit(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 48 && first <= 57;
}

/** A short text that begins and ends with a character no blank begins with: it is itself, without a closer look. */
function isPlain(text: string): boolean {
  const { length } = text;
  if (length === 0 || length > 1_000 || text.charCodeAt(length - 1) <= 32 || text.charCodeAt(length - 1) > 126)
    return false;
  const first = text.charCodeAt(0) | 32;
  return length > 10 ? first > 32 && first <= 126 : !MAYBE_BLANK.has(first);
}

/** A plain decimal string → minor units of the currency; BadValue beyond 2^53-1. */
export function toMinorUnits(plain: string, currency: string, unit: ColumnMapping['unit']): number | BadValue {
  try {
    if (unit !== 'minor') return parseMajor(plain, currency);
    const value = parseDecimal(plain);
    return value ? roundToMinor(value) : new BadValue('is not an amount');
  } catch (error) {
    if (error instanceof AppError) return new BadValue('is beyond 2^53-1 minor units');
    throw error;
  }
}
