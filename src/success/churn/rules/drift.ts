import { stabilityIndex } from '../../../stats/forecast-quality.ts';
import type { Cell, Drift, FeatureColumn } from '../model.ts';
import type { Encoded } from './encode.ts';

/** Groups and how many of those present at the training were in each; `cuts` for numbers, `levels` for words. */
export type Group = { feature: string; cuts: number[]; levels: string[]; counts: number[] };
export type Baseline = { score: Group; features: Group[] };

const GROUPS = 10;
/** Everybody grows older: that alone is no other population. */
const MOVES_BY_ITSELF = new Set(['tenure_months']);
export const WATCH = 0.1;
export const ALARM = 0.25;
/** Fewer accounts than this differ from the training by chance alone. */
const LEAST_ACCOUNTS = 100;

export function makeBaseline(
  encoding: readonly Encoded[],
  columns: readonly FeatureColumn[],
  rows: readonly number[],
  risks: readonly number[],
): Baseline {
  const byKey = new Map(columns.map((column) => [column.key, column.values]));
  const watched = encoding.filter(({ key }) => !MOVES_BY_ITSELF.has(key));
  const features = watched.map((one) => {
    const cells = rows.map((row) => byKey.get(one.key)?.[row] ?? null);
    return groupOf(one.key, cells, one.kind === 'category' ? one.levels : []);
  });
  return { score: groupOf('score', risks, []), features };
}

function groupOf(feature: string, cells: readonly Cell[], levels: string[]): Group {
  const group = { feature, cuts: levels.length > 0 ? [] : decileCuts(cells), levels, counts: [] };
  return { ...group, counts: countIn(group, cells) };
}

function decileCuts(cells: readonly Cell[]): number[] {
  const known = cells.filter((cell) => typeof cell === 'number').sort((a, b) => a - b);
  const cuts = Array.from(
    { length: GROUPS - 1 },
    (_, at) => known[Math.floor(((at + 1) * known.length) / GROUPS)] ?? 0,
  );
  return [...new Set(cuts)];
}

/** The first group is what is not known; words that are not listed are the last. */
function countIn({ cuts, levels }: Omit<Group, 'counts'>, cells: readonly Cell[]): number[] {
  const counts = new Array<number>((levels.length > 0 ? levels.length + 1 : cuts.length + 1) + 1).fill(0);
  for (const cell of cells) {
    const at = cell === null ? 0 : 1 + (levels.length > 0 ? levelAt(levels, String(cell)) : cutAt(cuts, Number(cell)));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

function levelAt(levels: readonly string[], level: string): number {
  const at = levels.indexOf(level);
  return at === -1 ? levels.length : at;
}

function cutAt(cuts: readonly number[], value: number): number {
  const at = cuts.findIndex((cut) => value < cut);
  return at === -1 ? cuts.length : at;
}

/** Have the accounts, or what the model says of them, changed since the training? Below 100 accounts nobody can say. */
export function measureDrift(baseline: Baseline, columns: readonly FeatureColumn[], risks: readonly number[]): Drift {
  const enough = risks.length >= LEAST_ACCOUNTS;
  const indexOf = (group: Group, cells: readonly Cell[]) =>
    enough ? stabilityIndex(group.counts, countIn(group, cells)) : null;
  const score = indexOf(baseline.score, risks);
  const byKey = new Map(columns.map((column) => [column.key, column.values]));
  const features = baseline.features
    .map((group) => ({ feature: group.feature, index: indexOf(group, byKey.get(group.feature) ?? []) ?? 0 }))
    .filter(({ index }) => index >= WATCH)
    .sort((a, b) => b.index - a.index);
  const worst = Math.max(score ?? 0, ...features.map(({ index }) => index));
  const verdict = worst >= ALARM ? 'alarm' : worst >= WATCH ? 'watch' : 'stable';
  return { verdict, score, features };
}
