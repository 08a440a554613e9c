import type { LeavesSooner } from '../../success/lifetime/rules/leaves-sooner.ts';
import type { Recommendation, Worth } from './model.ts';

/** `reason` names a sentence. */
export type Advice = { recommendation: Recommendation; reason: string };

/**
 * What to do about a partner, by the ends of the 80 % interval and never by its middle alone. Drop: even at best its
 * customers do not bring back what they cost; or they leave sooner than others' (beyond chance, among all partners) and
 * even at best stay below the company's guard. Watch: what would be bad is possible, or they leave sooner and still pay.
 */
export function recommend(worth: Worth, compared: LeavesSooner | undefined, guard: number): Advice {
  const sooner = compared?.sooner ?? false;
  const { ratio } = worth;
  if (worth.outcome === 'no_costs')
    return { recommendation: sooner ? 'watch' : 'keep', reason: sooner ? 'free_but_leave' : 'free' };
  if (!ratio)
    return { recommendation: sooner ? 'watch' : 'too_early', reason: sooner ? 'leave_sooner' : worth.outcome };
  if (ratio.high < 1) return { recommendation: 'drop', reason: 'costs_more' };
  if (sooner)
    return ratio.high < guard
      ? { recommendation: 'drop', reason: 'leave_sooner_below_guard' }
      : { recommendation: 'watch', reason: 'leave_sooner' };
  if (ratio.low < 1) return { recommendation: 'watch', reason: 'may_cost_more' };
  if (ratio.high < guard) return { recommendation: 'watch', reason: 'below_guard' };
  return ratio.low >= guard
    ? { recommendation: 'keep', reason: 'above_guard' }
    : { recommendation: 'keep', reason: 'brings_more' };
}
