import type { Cell, FeatureColumn } from '../model.ts';

/** How one feature becomes numbers. `levels`: the first is what the others are compared with. */
export type Encoded =
  | { key: string; kind: 'number'; log: boolean; median: number; low: number; high: number; hasMissing: boolean }
  | { key: string; kind: 'category'; levels: string[]; hasOther: boolean; hasMissing: boolean };

const MOST_LEVELS = 30;
/** A rarer word is an account or two seen in many months. */
const LEAST_ROWS = 10;
const LEAST_SHARE = 0.02;

export function isNumeric({ values }: FeatureColumn): boolean {
  return values.some((value) => value !== null) && values.every((value) => value === null || typeof value === 'number');
}

/** Decides from the training's rows alone how each column is read; undefined for one that never varies. */
export function makeEncoding(columns: readonly FeatureColumn[], rows: readonly number[]): Encoded[] {
  return columns.flatMap((column) => {
    const values = rows.map((row) => column.values[row] ?? null);
    const made = isNumeric(column) ? encodeNumber(column.key, values) : encodeCategory(column.key, values);
    return made ? [made] : [];
  });
}

function encodeNumber(key: string, values: readonly Cell[]): Encoded | undefined {
  const known = values.filter((value) => typeof value === 'number').sort((a, b) => a - b);
  const at = (share: number) => known[Math.floor(share * (known.length - 1))] ?? 0;
  const [first, median, high] = [at(0), at(0.5), at(0.99)];
  const varies = first !== at(1);
  const hasMissing = known.length < values.length;
  if (known.length === 0 || (!varies && !hasMissing)) return undefined;
  const log = first >= 0 && high > 10 * Math.max(median, 0.1);
  const [low, top] = at(0.005) === at(0.995) ? [first, at(1)] : [at(0.005), at(0.995)];
  return { key, kind: 'number', log, median, low, high: top, hasMissing };
}

function encodeCategory(key: string, values: readonly Cell[]): Encoded | undefined {
  const known = values.filter((value) => value !== null).map(String);
  const counts = [...Map.groupBy(known, (value) => value)].map(([level, of]) => ({ level, count: of.length }));
  const least = Math.max(LEAST_ROWS, LEAST_SHARE * values.length);
  const levels = counts
    .filter(({ count }) => count >= least)
    .sort((a, b) => b.count - a.count || (a.level < b.level ? -1 : 1))
    .slice(0, MOST_LEVELS)
    .map(({ level }) => level);
  const hasMissing = known.length < values.length;
  const hasOther = counts.length > levels.length;
  const kinds = levels.length + Number(hasMissing) + Number(hasOther);
  return kinds < 2 ? undefined : { key, kind: 'category', levels, hasOther, hasMissing };
}

/** The feature each number of an encoded row speaks of. */
export function featureOfEach(encoding: readonly Encoded[]): number[] {
  return encoding.flatMap((one, index) => new Array<number>(width(one)).fill(index));
}

function width(one: Encoded): number {
  if (one.kind === 'number') return 1 + Number(one.hasMissing);
  return Math.max(0, one.levels.length - 1) + Number(one.hasOther) + Number(one.hasMissing);
}

/** A row's numbers; `cells` in the order of the encoding. A number not known is the median, and said to be not known. */
export function encodeRow(encoding: readonly Encoded[], cells: readonly Cell[]): number[] {
  const row: number[] = [];
  encoding.forEach((one, index) => {
    const cell = cells[index] ?? null;
    if (one.kind === 'number') row.push(...encodeOne(one, cell));
    else row.push(...encodeLevel(one, cell));
  });
  return row;
}

function encodeOne(one: Extract<Encoded, { kind: 'number' }>, cell: Cell): number[] {
  const known = typeof cell === 'number' && Number.isFinite(cell);
  const value = Math.min(one.high, Math.max(one.low, known ? cell : one.median));
  const number = one.log ? Math.log1p(Math.max(0, value)) : value;
  return one.hasMissing ? [number, known ? 0 : 1] : [number];
}

function encodeLevel(one: Extract<Encoded, { kind: 'category' }>, cell: Cell): number[] {
  const level = cell === null ? null : String(cell);
  const isOther = level !== null && !one.levels.includes(level);
  const row = one.levels.slice(1).map((name) => (name === level ? 1 : 0));
  if (one.hasOther) row.push(isOther ? 1 : 0);
  if (one.hasMissing) row.push(level === null ? 1 : 0);
  return row;
}
