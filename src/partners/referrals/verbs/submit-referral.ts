import { emailDomain, isFreeMail, normaliseEmail } from '../../../kernel/email.ts';
import { AppError, notFound } from '../../../kernel/errors.ts';
import { addDays, addHours } from '../../../kernel/time.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../../platform/ctx.ts';
import { emit } from '../../../platform/outbox.ts';
import type { Referral, ReferralSource } from '../model.ts';
import { refuseProspect } from '../rules.ts';
import type { Prospect } from '../schema.ts';
import * as store from '../store.ts';

export type Submission = Prospect & {
  programme_id: string;
  partner_id: string;
  source: ReferralSource;
  consent_text: string;
};

/**
 * Keeps a named prospect. One that cannot count (a customer already, referred before, the partner itself) is kept as
 * lost with its reason. @throws 404; 409 when the partner may not refer in this programme
 */
export async function submitReferral(ctx: Ctx, input: Submission): Promise<Referral> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    const parties = await checkParties(ctx, input);
    const prospect = identify(input.contact_email);
    const facts = {
      ...prospect,
      partner: { ...identify(parties.partner_email), account_domain: parties.account_domain },
      pays_already: await store.paysAlready(ctx, prospect),
      referred_already: (await store.findLiveTwin(ctx, prospect)) !== undefined,
    };
    const referral = await insert(ctx, { ...input, ...prospect }, refuseProspect(facts));
    await noteStep(ctx, referral, '');
    return referral;
  });
}

async function checkParties(ctx: Ctx, input: Submission) {
  const parties = await store.findParties(ctx, input);
  if (!parties) throw notFound('partner or programme', `${input.partner_id} / ${input.programme_id}`);
  const { programme, programme_state, partner, partner_state, enrolment } = parties;
  if (programme_state !== 'live') throw new AppError('conflict', `${programme} is ${programme_state}, not live.`);
  if (partner_state !== 'approved') throw new AppError('conflict', `${partner} is ${partner_state}, not approved.`);
  if (enrolment !== 'active') throw new AppError('conflict', `${partner} is not enrolled in ${programme}.`);
  return parties;
}

function identify(email: string) {
  const domain = emailDomain(email);
  return { email_normalised: normaliseEmail(email), company_domain: isFreeMail(domain) ? null : domain };
}

type Insert = Submission & ReturnType<typeof identify>;

async function insert(ctx: Ctx, input: Insert, refused: Referral['lost_reason']): Promise<Referral> {
  const now = ctx.clock.now();
  const settings = await store.findSettings(ctx, input.programme_id);
  const { consent: _given, expected_value_minor = null, ...prospect } = input;
  const referral: Referral = {
    ...prospect,
    id: newId(ctx, 'referral'),
    expected_value_minor,
    stage: refused ? 'lost' : 'submitted',
    lost_reason: refused,
    owner_id: settings.owner_id,
    answer_by: addHours(now, settings.answer_within_hours),
    protected_until: addDays(now, settings.protect_days),
    account_id: null,
    submitted_at: now,
    moved_at: now,
  };
  return (await store.insertReferral(ctx, referral)) ?? insert(ctx, input, 'already_referred');
}

/** Writes a step down: history, audit and outbox, in the transaction of the change. */
export async function noteStep(ctx: Ctx, referral: Referral, text: string): Promise<void> {
  const { id: referral_id, stage, lost_reason: reason } = referral;
  const step = { id: newId(ctx, 'referralStep'), referral_id, stage, reason, note: text };
  await store.insertStep(ctx, { ...step, actor_id: ctx.actor.id, at: ctx.clock.now() });
  const subject = { subjectKind: 'referral', subjectId: referral_id };
  await writeAudit(ctx, { action: `referral.${stage}`, ...subject, detail: { reason } });
  await emit(ctx, 'referral.moved', { referral_id, stage, reason, partner_id: referral.partner_id });
}
