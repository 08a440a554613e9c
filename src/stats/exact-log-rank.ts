import { normalCdf } from './distributions.ts';
import { logGamma } from './gamma.ts';

/** At one time, in one stratum: how many were watched and how many ended, in all and of the group in question. */
export type Moment = { atRisk: number; ended: number; ownAtRisk: number; ownEnded: number };
/** `expected`: how many of the group would have ended if it were like all; `p` null: nothing could have come out otherwise. */
export type Excess = { observed: number; expected: number; p: number | null };

/** From so many expected on, the normal (with continuity correction) is as good as the exact sum, which grows long. */
const MANY = 40;

/**
 * How likely a group like all others has at least as many endings as this one had: the exact, one-sided log-rank test, a
 * sum of independent hypergeometric counts (Mantel 1966, Cancer Chemother. Rep. 50; exact by Thomas 1975, Computers and
 * Biomedical Research 8). All whole numbers, the group's within those of all.
 */
export function exactExcess(moments: readonly Moment[]): Excess {
  const informative = moments.filter(
    ({ atRisk, ended, ownAtRisk }) => ended > 0 && ended < atRisk && ownAtRisk < atRisk,
  );
  const observed = sum(moments.map(({ ownEnded }) => ownEnded));
  const expected = sum(moments.map((one) => (one.atRisk === 0 ? 0 : (one.ended * one.ownAtRisk) / one.atRisk)));
  const variance = sum(informative.map(varianceIn));
  if (!(variance > 0)) return { observed, expected, p: null };
  const counted = sum(informative.map(({ ownEnded }) => ownEnded));
  const mean = sum(informative.map(({ ended, ownAtRisk, atRisk }) => (ended * ownAtRisk) / atRisk));
  const p = mean > MANY ? 1 - normalCdf((counted - mean - 0.5) / Math.sqrt(variance)) : tailOf(informative, counted);
  return { observed, expected, p: Math.min(1, Math.max(0, p)) };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

function varianceIn({ atRisk, ended, ownAtRisk }: Moment): number {
  const share = ownAtRisk / atRisk;
  return (ended * (atRisk - ended) * share * (1 - share)) / (atRisk - 1);
}

function tailOf(moments: readonly Moment[], observed: number): number {
  let chances = [1];
  for (const moment of moments) {
    const own = hypergeometric(moment);
    const next = new Array<number>(chances.length + own.length - 1).fill(0);
    for (const [i, before] of chances.entries())
      for (const [k, chance] of own.entries()) next[i + k] = (next[i + k] as number) + before * chance;
    chances = next;
  }
  return sum(chances.slice(observed));
}

/** The chance of 0, 1, … endings in the group. */
function hypergeometric({ atRisk, ended, ownAtRisk }: Moment): number[] {
  const most = Math.min(ended, ownAtRisk);
  const all = logChoose(atRisk, ended);
  return Array.from({ length: most + 1 }, (_, k) =>
    ended - k > atRisk - ownAtRisk
      ? 0
      : Math.exp(logChoose(ownAtRisk, k) + logChoose(atRisk - ownAtRisk, ended - k) - all),
  );
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
