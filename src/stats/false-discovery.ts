/**
 * The q value of each p value: the least share of false findings at which it is still reported (Benjamini & Hochberg
 * 1995, JRSS B 57(1); R's p.adjust). In the order given; empty for none. @throws RangeError unless all are in [0, 1].
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  if (!ps.every((p) => p >= 0 && p <= 1)) throw new RangeError('p values are between 0 and 1');
  const order = [...ps.keys()].sort((i, j) => (ps[j] as number) - (ps[i] as number));
  const adjusted = new Array<number>(ps.length).fill(1);
  let least = 1;
  for (const [above, index] of order.entries()) {
    least = Math.min(least, ((ps[index] as number) * ps.length) / (ps.length - above));
    adjusted[index] = least;
  }
  return adjusted;
}
