import type { StripeFact, StripeOutcome } from '../customers/stripe/model.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';

/** A charge is disputed, or the dispute was decided. */
export async function disputeStripeCharge(
  ctx: Ctx,
  fact: Extract<StripeFact, { kind: 'dispute' }>,
): Promise<StripeOutcome> {
  requireScope(ctx, 'track:write');
  return { state: 'ignored', reason: 'not_needed', params: { type: fact.outcome } };
}
