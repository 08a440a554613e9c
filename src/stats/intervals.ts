import { normalQuantile } from './distributions.ts';
import { betaQuantile } from './incomplete-beta.ts';

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

/**
 * The exact interval of a share (Clopper & Pearson 1934, Biometrika 26): it covers at least `confidence`, often more.
 * Shares in [0, 1]. @throws RangeError unless 0 <= successes <= n and n > 0.
 */
export function clopperPearson(successes: number, n: number, confidence = 0.95): Interval {
  if (!(n > 0 && successes >= 0 && successes <= n))
    throw new RangeError('an exact interval needs 0 <= successes <= n and n > 0');
  const tail = (1 - confidence) / 2;
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, successes, n - successes + 1),
    high: successes === n ? 1 : betaQuantile(1 - tail, successes + 1, n - successes),
  };
}

export type Counted = { successes: number; n: number };

/**
 * How much larger the first share is than the second, with Newcombe's hybrid score interval (1998, Statistics in
 * Medicine 17, method 10): it stays inside −1 to 1 and covers well for small counts. Unpaired groups.
 * @throws RangeError unless 0 <= successes <= n and n > 0 in both.
 */
export function newcombe(first: Counted, second: Counted, confidence = 0.95): Interval & { value: number } {
  const [one, two] = [wilson(first.successes, first.n, confidence), wilson(second.successes, second.n, confidence)];
  const [p, q] = [first.successes / first.n, second.successes / second.n];
  return {
    value: p - q,
    low: p - q - Math.hypot(p - one.low, two.high - q),
    high: p - q + Math.hypot(one.high - p, q - two.low),
  };
}
