import { type Ctx, requireScope } from '../../../platform/ctx.ts';
import { insertFingerprint } from '../store/facts.ts';

/** A card or bank account was seen with a partner or a customer: the same one on both is a self-referral. */
export async function notePaymentMethod(
  ctx: Ctx,
  input: { owner_kind: 'partner' | 'account'; owner_id: string; fingerprint: string },
): Promise<void> {
  requireScope(ctx, 'track:write');
  await insertFingerprint(ctx, input);
}
