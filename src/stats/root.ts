/** A rising function with its slope. */
export type Rising = { value(x: number): number; slope(x: number): number };

const MOST_STEPS = 200;

/**
 * The x between `low` and `high` where a rising function is `target`, by Newton's method kept inside a bracket that is
 * halved when a step leaves it (Press et al. 2007, "Numerical Recipes", section 9.4). The nearer end where it is reached
 * nowhere between them.
 */
export function rootOf({ value, slope }: Rising, target: number, low: number, high: number): number {
  let [below, above] = [low, high];
  let x = (below + above) / 2;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const miss = value(x) - target;
    if (miss === 0) return x;
    if (miss > 0) above = x;
    else below = x;
    const next = x - miss / slope(x);
    const to = next > below && next < above ? next : (below + above) / 2;
    if (Math.abs(to - x) <= 1e-15 * Math.abs(x) + Number.MIN_VALUE) return to;
    x = to;
  }
  return x;
}
