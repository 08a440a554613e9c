import { type Ctx, requireScope } from '../../../platform/ctx.ts';
import { givenBack, isNewer } from '../rules/given-back.ts';
import * as names from '../store/names.ts';

/** What of a charge is given back, what of that is in the books, and how many of its refunds failed. */
export type ChargeStanding = { given_back_minor: number; recorded_minor: number; failures: number };

/** Notes what a charge says is given back in all; others who speak of the charge wait until the transaction ends. */
export async function observeCharge(
  ctx: Ctx,
  told: { charge_id: string; refunded_minor: number; at: Date },
): Promise<ChargeStanding> {
  requireScope(ctx, 'track:write');
  const known = await names.lockCharge(ctx, told.charge_id);
  const { refunded_minor, at: observed_at } = told;
  if (isNewer(known, told)) await names.updateCharge(ctx, told.charge_id, { refunded_minor, observed_at });
  return standing(ctx, told.charge_id);
}

/** Notes that a refund of a charge did not go through. */
export async function noteFailedRefund(ctx: Ctx, refund: names.FailedRefund): Promise<ChargeStanding> {
  requireScope(ctx, 'track:write');
  await names.lockCharge(ctx, refund.charge_id);
  await names.putFailedRefund(ctx, refund);
  return standing(ctx, refund.charge_id);
}

/** Everything that is given back of the charge is in the books now. */
export async function markRecorded(ctx: Ctx, chargeId: string, recorded_minor: number): Promise<void> {
  requireScope(ctx, 'track:write');
  await names.updateCharge(ctx, chargeId, { recorded_minor });
}

async function standing(ctx: Ctx, chargeId: string): Promise<ChargeStanding> {
  const charge = await names.lockCharge(ctx, chargeId);
  const failed = await names.listFailedRefunds(ctx, chargeId);
  return {
    given_back_minor: givenBack(charge, failed),
    recorded_minor: charge.recorded_minor,
    failures: failed.length,
  };
}
