import { add, multiply, type Rational, rational, roundToMinor } from '../../../kernel/money.ts';
import { parsePercent } from '../../../kernel/percent.ts';
import type { Tiers } from '../../../partners/programmes/model.ts';
import { ZERO } from './base.ts';

export type Part = { rate: string; of: Rational; from: number };

/** The step that what was brought so far has reached. */
export function stepAt(tiers: Tiers, soFar: Rational): Tiers['steps'][number] | undefined {
  return tiers.steps.findLast(({ from }) => compare(rational(from), soFar) <= 0);
}

/**
 * The rates for a base. Marginal on revenue: each applies to the part that lies between its step and the next one's.
 * By sales or customers the whole base takes the step of what was there before it; retroactive, of what is there with it.
 */
export function splitByTier(tiers: Tiers, base: Rational, soFar: number): Part[] {
  const from = rational(soFar);
  if (tiers.mode === 'retroactive') return whole(stepAt(tiers, reached(tiers, from, base)), base);
  if (tiers.basis !== 'revenue' || base.num <= 0n) return whole(stepAt(tiers, from), base);
  const to = add(from, base);
  const parts = tiers.steps.map((step, index) => {
    const next = tiers.steps[index + 1];
    const low = larger(from, rational(step.from));
    const high = next ? smaller(to, rational(next.from)) : to;
    return { rate: step.rate, from: step.from, of: larger(ZERO, add(high, rational(-low.num, low.den))) };
  });
  return parts.filter(({ of }) => of.num > 0n);
}

/** What the partner has brought once this sale counts. */
export function reached(tiers: Tiers, soFar: Rational, base: Rational): Rational {
  return add(soFar, tiers.basis === 'revenue' ? base : rational(1));
}

function whole(step: Tiers['steps'][number] | undefined, base: Rational): Part[] {
  return step ? [{ rate: step.rate, from: step.from, of: base }] : [];
}

/**
 * What an earlier sale is topped up by when a retroactive step is reached: what the new rate makes of it, less what the
 * old one made, each rounded as a commission is.
 */
export function computeTopUp(tier: { of_exact: string; rate: string }, newRate: string): number {
  const [num = '0', den = '1'] = tier.of_exact.split('/');
  const of = rational(BigInt(num), BigInt(den));
  const earned = (rate: string) => roundToMinor(multiply(of, parsePercent(rate)), 'commission');
  return Math.max(0, earned(newRate) - earned(tier.rate));
}

function compare(a: Rational, b: Rational): number {
  const [left, right] = [a.num * b.den, b.num * a.den];
  return left < right ? -1 : left > right ? 1 : 0;
}

const larger = (a: Rational, b: Rational) => (compare(a, b) >= 0 ? a : b);
const smaller = (a: Rational, b: Rational) => (compare(a, b) >= 0 ? b : a);
