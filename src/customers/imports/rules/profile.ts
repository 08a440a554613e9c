import { type DateVotes, decideOrder, noVotes, voteDate } from './dates.ts';
import { isBlank, plainNumber } from './values.ts';

/** What the cells of a column look like, over every row that was looked at. */
export type ColumnProfile = {
  column: string;
  rows: number;
  blank: number;
  integers: number;
  numbers: number;
  booleans: number;
  dates: DateVotes;
  commaDecimals: number;
  distinct: number;
  longest: number;
  samples: string[];
};

export type Profiler = { add(fields: readonly string[]): void; result(): ColumnProfile[] };

const BOOLEAN = /^(true|false|yes|no|y|n|t|f|0|1)$/i;
const INTEGER = /^[+-]?\d+(\.0+)?$/;

/** Looks at rows one by one; the number of distinct values is exact up to `rowsKept`. */
export function profileColumns(header: readonly string[], rowsKept = 2_000): Profiler {
  const columns = header.map(emptyProfile);
  const seen = header.map(() => new Set<string>());
  return {
    add(fields) {
      columns.forEach((profile, index) => {
        look(profile, fields[index] ?? '', seen[index], rowsKept);
      });
    },
    result: () => columns.map((profile, index) => ({ ...profile, distinct: seen[index]?.size ?? 0 })),
  };
}

function emptyProfile(column: string): ColumnProfile {
  const counts = { rows: 0, blank: 0, integers: 0, numbers: 0, booleans: 0, commaDecimals: 0, distinct: 0, longest: 0 };
  return { column, ...counts, dates: noVotes(), samples: [] };
}

function look(profile: ColumnProfile, field: string, seen: Set<string> | undefined, rowsKept: number): void {
  const text = field.trim();
  profile.rows += 1;
  if (isBlank(text, 'number')) {
    profile.blank += 1;
    return;
  }
  profile.longest = Math.max(profile.longest, text.length);
  if (BOOLEAN.test(text)) profile.booleans += 1;
  if (INTEGER.test(text)) profile.integers += 1;
  if (plainNumber(text) !== undefined) profile.numbers += 1;
  if (isCommaDecimal(text)) profile.commaDecimals += 1;
  if (text.length <= 40) voteDate(profile.dates, text);
  else profile.dates.other += 1;
  if (seen && profile.rows <= rowsKept) seen.add(text);
  if (profile.samples.length < 5 && !profile.samples.includes(text)) profile.samples.push(text.slice(0, 60));
}

/** `1.234,50` and `12,5` can only be decimal commas; `1,234` can be either and says nothing. */
function isCommaDecimal(text: string): boolean {
  return /^[+-]?\d{1,3}(\.\d{3})+,\d+$/.test(text) || /^[+-]?\d+,\d{1,2}$/.test(text);
}

export function filled(profile: ColumnProfile): number {
  return profile.rows - profile.blank;
}

/** Whether at least half of the filled cells read as the type: the others will be rejected, row by row, with the reason. */
export function looksLike(profile: ColumnProfile, type: string): boolean {
  const all = filled(profile);
  if (all === 0) return true;
  const share = (count: number) => count / all >= 0.5;
  const { dates } = profile;
  if (type === 'boolean') return share(profile.booleans);
  if (type === 'integer') return share(profile.integers) || share(profile.numbers);
  if (type === 'number' || type === 'amount') return share(profile.numbers + profile.commaDecimals);
  if (type === 'date' || type === 'instant') return share(all - dates.other);
  if (type === 'currency') return profile.longest === 3;
  return true;
}

/** Whether the cells are dates whose day and month cannot be told apart from a single look. */
export function needsWholeColumn(profile: ColumnProfile): boolean {
  const { dates } = profile;
  return dates.either + dates.dayFirst + dates.monthFirst > 0 || (filled(profile) === 0 && profile.rows > 0);
}

export function orderOf(profile: ColumnProfile): ReturnType<typeof decideOrder> {
  return decideOrder(profile.dates);
}
