import type { Stay } from './kaplan-meier.ts';

/**
 * How often, of two whose order is known, the one with the higher risk ended first (Harrell 1982, JAMA 247): ties of
 * risk count half, two that ended at the same time are not compared. One half is chance. Undefined without such a pair.
 */
export function concordance(stays: readonly Stay[], risks: readonly number[]): number | undefined {
  const levels = [...new Set(risks)].sort((a, b) => a - b);
  const levelOf = new Map(levels.map((risk, index) => [risk, index]));
  const levelAt = (index: number) => levelOf.get(risks[index] as number) as number;
  const later = countsBelow(levels.length);
  let [right, pairs] = [0, 0];
  const times = [...Map.groupBy(stays.keys(), (index) => stays[index]?.time as number)].sort(([a], [b]) => b - a);
  for (const [, members] of times) {
    const ended = members.filter((index) => stays[index]?.ended);
    for (const index of members) if (!stays[index]?.ended) later.add(levelAt(index));
    for (const index of ended) {
      const level = levelAt(index);
      const [below, notAbove, all] = [later.below(level), later.below(level + 1), later.below(levels.length)];
      right += below + (notAbove - below) / 2;
      pairs += all;
    }
    for (const index of ended) later.add(levelAt(index));
  }
  return pairs > 0 ? right / pairs : undefined;
}

/** How many were added below a level, both in logarithmic time (Fenwick 1994, Software: Practice and Experience 24). */
function countsBelow(levels: number) {
  const tree = new Float64Array(levels + 1);
  return {
    add(level: number) {
      for (let at = level + 1; at <= levels; at += at & -at) tree[at] = (tree[at] as number) + 1;
    },
    below(level: number) {
      let count = 0;
      for (let at = level; at > 0; at -= at & -at) count += tree[at] as number;
      return count;
    },
  };
}
