import { AppError, notFound } from '../../../kernel/errors.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../../platform/ctx.ts';
import * as decisions from '../store/decisions.ts';
import * as facts from '../store/facts.ts';

export type SetPartner = {
  account_id: string;
  partner_id: string;
  programme_id: string;
  effective_at: Date;
  reason: string;
};

/** R2: from an instant on the account belongs to a partner. What was earned before stays. @throws 404, 409 */
export async function setPartner(ctx: Ctx, input: SetPartner): Promise<string> {
  requireScope(ctx, 'partners:write');
  return inTransaction(ctx, async (ctx) => {
    await checkPartner(ctx, input);
    const id = newId(ctx, 'binding');
    const { partner_id, programme_id, effective_at, account_id } = input;
    const nothing = { link_id: null, click_id: null, coupon_code: null, expires_at: null };
    const binding = { id, partner_id, programme_id, account_id, effective_at, bound_at: ctx.clock.now(), ...nothing };
    await decisions.insertBinding(ctx, { ...binding, rule: 'R2' });
    await writeAudit(ctx, {
      action: 'attribution.set',
      subjectKind: 'account',
      subjectId: account_id,
      detail: { partner_id, programme_id, effective_at, reason: input.reason },
    });
    return id;
  });
}

async function checkPartner(ctx: Ctx, input: SetPartner): Promise<void> {
  const partner = (await facts.listPartners(ctx, [input.partner_id])).get(input.partner_id);
  if (!partner) throw notFound('partner', input.partner_id);
  if (!partner.programme_ids.includes(input.programme_id))
    throw new AppError('conflict', 'The partner is not enrolled in this programme.', { field: 'programme_id' });
}
