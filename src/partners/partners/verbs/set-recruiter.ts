import { invalidField, notFound } from '../../../kernel/errors.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import * as store from '../store.ts';

/**
 * Says who recruited a partner, or that nobody did (`null`): who recruited it earns a part of its later commissions
 * where the terms say so. @throws 404; 422 when the partner would in the end have recruited itself
 */
export async function setRecruiter(ctx: Ctx, id: string, recruiterId: string | null): Promise<void> {
  requireScope(ctx, 'partners:write');
  await inTransaction(ctx, async (ctx) => {
    await store.lockRecruiting(ctx);
    if (!(await store.lockPartner(ctx, id))) throw notFound('partner', id);
    if (recruiterId !== null) await checkLine(ctx, id, recruiterId);
    await store.updateRecruiter(ctx, id, recruiterId);
    const detail = { recruiter_id: recruiterId };
    await writeAudit(ctx, { action: 'partner.recruiter', subjectKind: 'partner', subjectId: id, detail });
  });
}

async function checkLine(ctx: Ctx, id: string, recruiterId: string): Promise<void> {
  const line = await store.listRecruiters(ctx, recruiterId);
  if (line.length === 0) throw notFound('partner', recruiterId);
  if (!line.includes(id)) return;
  throw invalidField(
    'recruiter_id',
    'This partner recruited the other one, itself or through others.',
    'Name somebody who stands outside of that line.',
  );
}
