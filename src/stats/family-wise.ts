/**
 * Each p value corrected for how many questions were asked, so that with this chance at most any of them is reported by
 * luck, however they depend on each other (Holm 1979, Scand. J. Statist. 6; R's p.adjust). In the order given; empty for
 * none. @throws RangeError unless all are in [0, 1].
 */
export function holm(ps: readonly number[]): number[] {
  if (!ps.every((p) => p >= 0 && p <= 1)) throw new RangeError('p values are between 0 and 1');
  const order = [...ps.keys()].sort((i, j) => (ps[i] as number) - (ps[j] as number));
  const adjusted = new Array<number>(ps.length).fill(1);
  let most = 0;
  for (const [below, index] of order.entries()) {
    most = Math.max(most, Math.min(1, (ps[index] as number) * (ps.length - below)));
    adjusted[index] = most;
  }
  return adjusted;
}
