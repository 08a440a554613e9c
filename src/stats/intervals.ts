import { normalQuantile } from './distributions.ts';

export type Interval = { low: number; high: number };

/**
 * Wilson's score interval of a share (Wilson 1927, JASA 22): `successes` of `n`, both whole numbers, at `confidence`.
 * Shares in [0, 1]. @throws RangeError unless 0 <= successes <= n and n > 0.
 */
export function wilson(successes: number, n: number, confidence = 0.95): Interval {
  if (!(n > 0 && successes >= 0 && successes <= n)) throw new RangeError('wilson needs 0 <= successes <= n and n > 0');
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const share = successes / n;
  const centre = share + (z * z) / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}
