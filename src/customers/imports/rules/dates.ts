import type { DateOrder } from '../model.ts';

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i;
const PARTS = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(AM|PM)?)?$/i;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What the values of a column say about the order of day and month. */
export type DateVotes = {
  iso: number;
  dayFirst: number;
  monthFirst: number;
  either: number;
  unix: number;
  other: number;
};

export function noVotes(): DateVotes {
  return { iso: 0, dayFirst: 0, monthFirst: 0, either: 0, unix: 0, other: 0 };
}

/** Adds one value to the votes. */
export function voteDate(votes: DateVotes, text: string): void {
  if (ISO.test(text)) votes.iso += 1;
  else if (/^\d{10}$|^\d{13}$/.test(text)) votes.unix += 1;
  else votes[partsVote(text)] += 1;
}

function partsVote(text: string): 'dayFirst' | 'monthFirst' | 'either' | 'other' {
  const match = PARTS.exec(text);
  if (!match) return 'other';
  const [first, second] = [Number(match[1]), Number(match[2])];
  if (first > 12 && second <= 12) return 'dayFirst';
  if (second > 12 && first <= 12) return 'monthFirst';
  return first <= 12 && second <= 12 ? 'either' : 'other';
}

/** The order the data prove; 'ambiguous' when day and month could be either. ISO when there is nothing to tell. */
export function decideOrder(votes: DateVotes): DateOrder | 'ambiguous' {
  if (votes.dayFirst > 0 && votes.monthFirst > 0) return 'ambiguous';
  if (votes.dayFirst > 0) return 'dmy';
  if (votes.monthFirst > 0) return 'mdy';
  if (votes.either > 0) return 'ambiguous';
  return votes.unix > 0 && votes.iso === 0 ? 'unix_s' : 'iso';
}

/** Text → `YYYY-MM-DDTHH:MM:SS.sssZ`-like instant (no zone means UTC); undefined when it is not one in that order. */
export function parseInstant(text: string, order: DateOrder): string | undefined {
  if (order === 'iso' && text.length === 10) return isDate(text) ? `${text}T00:00:00Z` : undefined;
  if (order === 'unix_s' || order === 'unix_ms') return fromUnix(text);
  const iso = ISO.exec(text);
  if (iso) return fromParts(iso[1], iso[2], iso[3], [iso[4], iso[5], iso[6]], iso[7], iso[8]);
  const match = order === 'iso' ? null : PARTS.exec(text);
  if (!match) return undefined;
  const [day, month] = order === 'dmy' ? [match[1], match[2]] : [match[2], match[1]];
  return fromParts(fullYear(match[3]), month, day, [hourOf(match[4], match[7]), match[5], match[6]]);
}

/** Text → `YYYY-MM-DD`; a time of day is cut off in UTC. */
export function parseDate(text: string, order: DateOrder): string | undefined {
  if (order === 'iso' && text.length === 10) return isDate(text) ? text : undefined;
  return parseInstant(text, order)?.slice(0, 10);
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** The whole of a bulk file's dates pass here, so it reads characters instead of matching a pattern. */
function isDate(text: string): boolean {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  return isDay(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > (DAYS[month - 1] ?? 0)) return false;
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

function fromUnix(text: string): string | undefined {
  if (!/^\d{9,13}(\.\d+)?$/.test(text)) return undefined;
  const value = Number(text);
  return new Date(value >= 1e11 ? value : value * 1000).toISOString();
}

function fullYear(year: string | undefined): string | undefined {
  if (year?.length !== 2) return year;
  return Number(year) >= 70 ? `19${year}` : `20${year}`;
}

function hourOf(hour: string | undefined, half: string | undefined): string | undefined {
  if (!half || hour === undefined) return hour;
  const twelve = Number(hour) % 12;
  return String(/pm/i.test(half) ? twelve + 12 : twelve);
}

function fromParts(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  time: (string | undefined)[],
  fraction?: string,
  zone?: string,
): string | undefined {
  const [hour, minute, second] = time.map((part) => Number(part ?? 0)) as [number, number, number];
  if (!isDay(Number(year), Number(month), Number(day)) || hour > 23 || minute > 59 || second > 59) return undefined;
  const two = (value: unknown) => String(value).padStart(2, '0');
  const offset = !zone || /^(z|utc|gmt)$/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const text = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${fraction ? `.${fraction}` : ''}`;
  return offset === 'Z' ? `${text}Z` : utc(`${text.slice(0, 23)}${offset}`);
}

function utc(text: string): string | undefined {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
