import { formatMajor, minorDigits } from '../../src/kernel/money.ts';
import { locale } from './i18n.ts';

const CACHE = new Map<string, Intl.NumberFormat>();

function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale()}${JSON.stringify(options)}`;
  const known = CACHE.get(key) ?? new Intl.NumberFormat(locale(), options);
  CACHE.set(key, known);
  return known;
}

/** Minor units → "€4,310.50"; the decimal string keeps every cent of large amounts. */
export function moneyText(minor: number, currency: string, options: Intl.NumberFormatOptions = {}): string {
  const major = formatMajor(minor, currency) as Intl.StringNumericLiteral;
  const own = Object.keys(options).length > 0 ? options : { minimumFractionDigits: minorDigits(currency) };
  return numberFormat({ style: 'currency', currency, ...own }).format(major);
}

/** Large amounts on cards: "€1.2M"; the exact amount stands in the tooltip. */
export function shortMoneyText(minor: number, currency: string): string {
  const whole = Math.abs(minor) >= 1_000_000;
  return moneyText(minor, currency, whole ? { notation: 'compact', maximumFractionDigits: 2 } : {});
}

/** On a chart's axis: "$2M", "$0". */
export function axisMoneyText(minor: number, currency: string): string {
  return moneyText(Math.round(minor), currency, {
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  });
}

export function numberText(value: number, digits = 0): string {
  return numberFormat({ maximumFractionDigits: digits }).format(value);
}

/** A difference with its sign, which is written as in every other amount: "+3", "-2.5", "0". */
export function signedText(value: number, digits = 0): string {
  return numberFormat({ maximumFractionDigits: digits, signDisplay: 'exceptZero' }).format(value);
}

/** A share from 0 to 1 as "12.4%". */
export function percentText(share: number, digits = 1): string {
  return numberFormat({ style: 'percent', maximumFractionDigits: digits }).format(share);
}

export function dateText(value: string | Date): string {
  const date = typeof value === 'string' && value.length === 10 ? new Date(`${value}T00:00:00Z`) : new Date(value);
  const timeZone = typeof value === 'string' && value.length === 10 ? 'UTC' : undefined;
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone }).format(date);
}

export function instantText(value: string | Date): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeStyle: 'long' }).format(new Date(value));
}

/** `2026-03` → "Mar 2026". */
export function monthText(month: string): string {
  const date = new Date(`${month.slice(0, 7)}-01T00:00:00Z`);
  return new Intl.DateTimeFormat(locale(), { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(date);
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** "3 days ago", "in 2 weeks". */
export function relativeText(value: string | Date, now: Date = new Date()): string {
  const seconds = (new Date(value).getTime() - now.getTime()) / 1000;
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size);
  const format = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  return step ? format.format(Math.round(seconds / step[1]), step[0]) : format.format(0, 'minute');
}

export function bytesText(bytes: number): string {
  const unit = bytes >= 1_048_576 ? 'megabyte' : 'kilobyte';
  const value = bytes / (unit === 'megabyte' ? 1_048_576 : 1024);
  return numberFormat({ style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}
