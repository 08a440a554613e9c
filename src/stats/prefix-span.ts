/** What happened to one case, in order; things that happened together are one step. */
export type Sequence = readonly (readonly string[])[];
/** A sub-sequence and how many sequences hold it. */
export type Pattern = { steps: string[][]; support: number };
export type MiningOptions = {
  /** In so many sequences a pattern must be, at least 1. */
  minSupport: number;
  /** So many things a pattern has at most. */
  maxItems?: number;
  /** So many steps lie between two of a pattern's steps at most (0: next to each other); unlimited when absent. */
  maxGap?: number;
};
/** `incomplete`: there were more than the stated most, and the rest was not looked for. */
export type Mined = { patterns: Pattern[]; incomplete: boolean };

const MOST_PATTERNS = 20_000;

/** In a sequence: every step at which the pattern's last step can lie. */
type Standing = { sequence: number; ends: number[] };
type Found = { steps: string[][]; standing: Standing[] };

/**
 * Every pattern that at least `minSupport` of the sequences hold (PrefixSpan: Pei et al. 2001, ICDE; every possible end is
 * kept, not only the first, so that a limit on the gap is exact: Antunes & Oliveira 2003). Deterministic order: by growth,
 * then alphabet. @throws RangeError when minSupport is not a whole number above 0.
 */
export function minePatterns(sequences: readonly Sequence[], options: MiningOptions): Mined {
  if (!(Number.isInteger(options.minSupport) && options.minSupport > 0))
    throw new RangeError('a pattern needs a support of 1 or more');
  const steps = sequences.map((sequence) => sequence.map((step) => [...new Set(step)].sort()));
  const mined: Mined = { patterns: [], incomplete: false };
  grow(steps, { steps: [], standing: steps.map((_, sequence) => ({ sequence, ends: [-1] })) }, options, mined);
  return mined;
}

function grow(sequences: readonly string[][][], found: Found, options: MiningOptions, mined: Mined): void {
  const size = found.steps.reduce((sum, step) => sum + step.length, 0);
  if (size >= (options.maxItems ?? Number.POSITIVE_INFINITY)) return;
  for (const longer of [...together(sequences, found), ...afterwards(sequences, found, options.maxGap)]) {
    if (longer.standing.length < options.minSupport) continue;
    if (mined.patterns.length >= MOST_PATTERNS) {
      mined.incomplete = true;
      return;
    }
    mined.patterns.push({ steps: longer.steps, support: longer.standing.length });
    grow(sequences, longer, options, mined);
  }
}

/** One thing more in the pattern's last step; later in the alphabet, so that every set is met once. */
function together(sequences: readonly string[][][], { steps, standing }: Found): Found[] {
  const last = steps.at(-1);
  if (!last) return [];
  const highest = last.at(-1) as string;
  const found = collect(standing, ({ sequence, ends }, note) => {
    for (const end of ends) {
      for (const item of sequences[sequence]?.[end] ?? []) if (item > highest) note(item, end);
    }
  });
  return found.map(({ item, standing }) => ({ steps: [...steps.slice(0, -1), [...last, item]], standing }));
}

/** One step more, of one thing. */
function afterwards(sequences: readonly string[][][], { steps, standing }: Found, maxGap?: number): Found[] {
  const reach = steps.length === 0 || maxGap === undefined ? Number.POSITIVE_INFINITY : maxGap + 1;
  const found = collect(standing, ({ sequence, ends }, note) => {
    const all = sequences[sequence] ?? [];
    const first = Math.min(...ends) + 1;
    for (let at = first; at < all.length; at += 1) {
      if (!ends.some((end) => end < at && at - end <= reach)) continue;
      for (const item of all[at] ?? []) note(item, at);
    }
  });
  return found.map(({ item, standing }) => ({ steps: [...steps, [item]], standing }));
}

type Note = (item: string, end: number) => void;

function collect(standing: readonly Standing[], visit: (one: Standing, note: Note) => void) {
  const byItem = new Map<string, Map<number, Set<number>>>();
  for (const one of standing) {
    visit(one, (item, end) => {
      const sequences = byItem.get(item) ?? new Map<number, Set<number>>();
      byItem.set(item, sequences);
      sequences.set(one.sequence, (sequences.get(one.sequence) ?? new Set()).add(end));
    });
  }
  return [...byItem]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([item, sequences]) => ({
      item,
      standing: [...sequences].map(([sequence, ends]) => ({ sequence, ends: [...ends].sort((a, b) => a - b) })),
    }));
}
