import type { Random } from './random.ts';

/** One observation: its number, the group it is in, and the stratum within which groups may be exchanged. */
export type Exchangeable = { value: number; inFirst: boolean; stratum?: string };
/** `too_few`: no stratum has both groups, so that nothing can be exchanged. */
export type PermutationTest = { outcome: 'tested'; difference: number; p: number } | { outcome: 'too_few' };

/**
 * How likely chance alone makes the means of the two groups, compared within strata, differ as much (either way): the
 * groups are dealt out anew `rounds` times (Phipson & Smyth 2010, Stat. Appl. Genet. Mol. Biol. 9: p is never 0).
 * `difference` is the mean of strata's differences, weighted by the harmonic size of their groups.
 */
export function permutationTest(observed: readonly Exchangeable[], rounds: number, random: Random): PermutationTest {
  const strata = [...Map.groupBy(observed, ({ stratum }) => stratum ?? '').values()]
    .map((group) => ({
      values: group.map(({ value }) => value),
      first: group.filter(({ inFirst }) => inFirst).length,
      group,
    }))
    .filter(({ values, first }) => first > 0 && first < values.length);
  if (strata.length === 0) return { outcome: 'too_few' };
  const weights = strata.map(({ values, first }) => (first * (values.length - first)) / values.length);
  const weight = weights.reduce((sum, one) => sum + one, 0);
  const difference = (sums: readonly number[]) =>
    strata.reduce((total, { values, first }, index) => {
      const [one, all] = [sums[index] as number, values.reduce((sum, value) => sum + value, 0)];
      return total + (weights[index] as number) * (one / first - (all - one) / (values.length - first));
    }, 0) / weight;
  const seen = difference(
    strata.map(({ group }) => group.reduce((sum, { value, inFirst }) => sum + (inFirst ? value : 0), 0)),
  );
  let asFar = 0;
  for (let round = 0; round < rounds; round += 1) {
    const dealt = difference(strata.map(({ values, first }) => dealtSum(values, first, random)));
    if (Math.abs(dealt) >= Math.abs(seen) - 1e-12 * (1 + Math.abs(seen))) asFar += 1;
  }
  return { outcome: 'tested', difference: seen, p: (1 + asFar) / (1 + rounds) };
}

/** The sum of `count` of the values drawn without putting back; reorders them. */
function dealtSum(values: number[], count: number, random: Random): number {
  let sum = 0;
  for (let at = 0; at < count; at += 1) {
    const from = at + Math.floor(random() * (values.length - at));
    const drawn = values[from] as number;
    values[from] = values[at] as number;
    values[at] = drawn;
    sum += drawn;
  }
  return sum;
}
