import { logGamma } from './gamma.ts';

/** Rows are the groups, columns whether it happened: [[a, b], [c, d]], whole numbers of 0 or more. */
export type FourFold = readonly [readonly [number, number], readonly [number, number]];

/** Two tables are equally likely when they differ by rounding only (as in R). */
const AS_LIKELY = 1 + 1e-7;

/**
 * Fisher's exact test of a 2 × 2 table, two-sided: how likely tables with these margins are that are no likelier than
 * this one (Fisher 1935; the two-sided rule of R's fisher.test). 1 for an empty table. Between 0 and 1.
 * @throws RangeError unless all counts are whole numbers of 0 or more.
 */
export function fisherP(table: FourFold): number {
  const { chances, at } = chancesOf(table);
  const limit = (chances[at] as number) * AS_LIKELY;
  return Math.min(
    1,
    chances.reduce((sum, chance) => (chance <= limit ? sum + chance : sum), 0),
  );
}

/**
 * The same, one-sided, as a mid-p: how likely a table with these margins has more in its first cell (`more`), or fewer
 * (`less`), and half of as many; unlike the whole tail it is not too cautious (Lancaster 1961, JASA 56). @throws RangeError
 * unless all counts are whole numbers of 0 or more.
 */
export function fisherMidTail(table: FourFold, side: 'more' | 'less'): number {
  const { chances, at } = chancesOf(table);
  const beyond = side === 'more' ? chances.slice(at + 1) : chances.slice(0, at);
  const p = beyond.reduce((sum, chance) => sum + chance, 0) + (chances[at] as number) / 2;
  return Math.min(1, p);
}

/** The chance of each count the first cell can have, and the place of the one it has. */
function chancesOf([[a, b], [c, d]]: FourFold): { chances: number[]; at: number } {
  if (![a, b, c, d].every((count) => Number.isInteger(count) && count >= 0))
    throw new RangeError('Fisher’s test needs whole numbers of 0 or more');
  const [first, happened, all] = [a + b, a + c, a + b + c + d];
  const lowest = Math.max(0, first + happened - all);
  const highest = Math.min(first, happened);
  const chances = Array.from({ length: highest - lowest + 1 }, (_, index) => {
    const k = lowest + index;
    return Math.exp(logChoose(happened, k) + logChoose(all - happened, first - k) - logChoose(all, first));
  });
  return { chances, at: a - lowest };
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
