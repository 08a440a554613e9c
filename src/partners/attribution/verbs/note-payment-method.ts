import { type Ctx, requireScope } from '../../../platform/ctx.ts';
import { insertFingerprint } from '../store/facts.ts';

/**
 * A card or bank account was seen with a partner or a customer: the same one on both is a self-referral. Returns whether
 * it was news.
 */
export async function notePaymentMethod(
  ctx: Ctx,
  input: { owner_kind: 'partner' | 'account'; owner_id: string; fingerprint: string },
): Promise<boolean> {
  requireScope(ctx, 'track:write');
  return insertFingerprint(ctx, input);
}
