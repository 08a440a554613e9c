import { AppError, invalidField, notFound } from '../../kernel/errors.ts';
import { writeAudit } from '../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../platform/ctx.ts';
import type { Enrolment, EnrolmentOrigin, EnrolmentState } from './model.ts';
import type { EnrolPartner } from './schema.ts';
import * as store from './store.ts';

/**
 * Puts a partner into a programme with the version of the terms it accepted. Again with the same version: nothing changes.
 * @throws 409 when the partner is suspended or closed, or the programme is closed; 422 when there is no such version.
 */
export async function enrolPartner(ctx: Ctx, input: EnrolPartner & { origin?: EnrolmentOrigin }): Promise<Enrolment> {
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
      origin: input.origin ?? 'invited',
      enrolled_by: ctx.actor.id,
    });
    await store.insertAcceptance(ctx, enrolment);
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

type Key = Pick<Enrolment, 'programme_id' | 'partner_id'>;

/**
 * The signed-in partner says yes to a version of the terms; an older one than it accepted changes nothing.
 * @throws 404 when the partner is not in the programme; 422 when there is no such version
 */
export async function acceptTerms(ctx: Ctx, key: Key, version: number): Promise<Enrolment> {
  requireScope(ctx, 'portal:write');
  return inTransaction(ctx, async (ctx) => {
    const enrolment = await store.findEnrolment(ctx, key);
    if (!enrolment || enrolment.state === 'ended') throw notFound('programme', key.programme_id);
    const { programme, terms } = await store.findParties(ctx, { ...key, terms_version: version });
    if (!terms) throw invalidField('version', `${programme?.name} has no version ${version} of its terms.`);
    if (version <= enrolment.terms_accepted_version) return enrolment;
    const accepted = { ...enrolment, terms_accepted_version: version, terms_accepted_at: ctx.clock.now() };
    await store.upsertEnrolment(ctx, accepted);
    await store.insertAcceptance(ctx, accepted);
    const detail = { programme_id: key.programme_id, terms_version: version };
    await writeAudit(ctx, { action: 'terms.accept', subjectKind: 'partner', subjectId: key.partner_id, detail });
    return accepted;
  });
}

/** Pauses, ends or resumes a partner's place in a programme. @throws 404; 409 when an ended place is to be changed */
export async function changeEnrolment(
  ctx: Ctx,
  key: Key,
  input: { state: EnrolmentState; reason: string },
): Promise<Enrolment> {
  requireScope(ctx, 'partners:write');
  return inTransaction(ctx, async (ctx) => {
    const enrolment = await store.findEnrolment(ctx, key);
    if (!enrolment) throw notFound('enrolment', key.partner_id);
    if (enrolment.state === input.state) return enrolment;
    if (enrolment.state === 'ended')
      throw new AppError('conflict', 'This place has ended.', { hint: 'Enrol the partner again instead.' });
    await store.updateState(ctx, key, input.state);
    const detail = { programme_id: key.programme_id, from: enrolment.state, ...input };
    await writeAudit(ctx, { action: 'partner.enrolment', subjectKind: 'partner', subjectId: key.partner_id, detail });
    return { ...enrolment, state: input.state };
  });
}

/** The partner's place in a programme; undefined when it has none. */
export function findEnrolment(ctx: Ctx, key: Key): Promise<Enrolment | undefined> {
  return store.findEnrolment(ctx, key);
}
