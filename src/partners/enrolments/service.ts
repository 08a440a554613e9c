import { AppError, invalidField, notFound } from '../../kernel/errors.ts';
import { writeAudit } from '../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../platform/ctx.ts';
import type { Enrolment } from './model.ts';
import type { EnrolPartner } from './schema.ts';
import * as store from './store.ts';

/**
 * Puts a partner into a programme with the version of the terms it accepted. Again with the same version: nothing changes.
 * @throws 409 when the partner is suspended or closed, or the programme is closed; 422 when there is no such version.
 */
export async function enrolPartner(ctx: Ctx, input: EnrolPartner): Promise<Enrolment> {
  requireScope(ctx, 'partners:write');
  return inTransaction(ctx, async (ctx) => {
    await checkParties(ctx, input);
    const before = await store.findEnrolment(ctx, input);
    if (before?.state === 'active' && before.terms_accepted_version === input.terms_version) return before;
    const now = ctx.clock.now();
    const enrolment = await store.upsertEnrolment(ctx, {
      id: newId(ctx, 'enrolment'),
      programme_id: input.programme_id,
      partner_id: input.partner_id,
      state: 'active',
      terms_accepted_version: input.terms_version,
      terms_accepted_at: now,
      enrolled_at: now,
    });
    const detail = { programme_id: input.programme_id, terms_version: input.terms_version };
    await writeAudit(ctx, { action: 'partner.enrol', subjectKind: 'partner', subjectId: input.partner_id, detail });
    return enrolment;
  });
}

async function checkParties(ctx: Ctx, input: EnrolPartner): Promise<void> {
  const { programme, partner, terms } = await store.findParties(ctx, input);
  if (!programme) throw notFound('programme', input.programme_id);
  if (!partner) throw notFound('partner', input.partner_id);
  if (!terms)
    throw invalidField('terms_version', `${programme.name} has no version ${input.terms_version} of its terms.`);
  if (programme.state === 'closed') throw new AppError('conflict', `${programme.name} is closed.`);
  if (partner.state === 'suspended' || partner.state === 'closed')
    throw new AppError('conflict', `${partner.name} is ${partner.state}.`, { state: partner.state });
}
