import { LINK_PLACE, prepareInvitation } from '../advocacy/advocates/verbs/prepare-invitation.ts';
import { decideSend, withLink } from '../advocacy/asks/rules.ts';
import type { AskView, DraftAsk } from '../advocacy/asks/schema.ts';
import * as asks from '../advocacy/asks/service.ts';
import { AppError, invalidField } from '../kernel/errors.ts';
import { getProgramme, listProgrammes } from '../partners/programmes/service.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { queueMail } from '../platform/mail.ts';
import { makeSecretToken } from '../platform/token.ts';
import { refreshReadiness } from './score-readiness.ts';

/**
 * Writes an invitation for the nominated person (or the one named), quoting their own results, and keeps it as a draft.
 * @throws 404 for an account never scored, 409 when an ask to the person is open, 422 when nobody is known there
 */
export async function draftAsk(ctx: Ctx, input: DraftAsk): Promise<AskView> {
  requireScope(ctx, 'advocates:write');
  return inTransaction(ctx, async (ctx) => {
    await refreshReadiness(ctx, input.account_id);
    const prepared = await prepareInvitation(ctx, input);
    const { account_id, person_id, kind, evidence, readiness_score, readiness_snapshot } = prepared;
    return asks.createDraft(ctx, {
      kind,
      account_id,
      person_id,
      programme_id: await chooseProgramme(ctx, input, kind),
      readiness_score,
      readiness_snapshot,
      evidence,
      subject: input.subject ?? prepared.subject,
      body_text: input.body_text ?? prepared.body_text,
    });
  });
}

/** A referral or partnership needs a live programme; the oldest one unless named. The other asks need none. */
async function chooseProgramme(ctx: Ctx, input: DraftAsk, kind: AskView['kind']): Promise<string | null> {
  if (input.programme_id) return (await liveProgramme(ctx, input.programme_id)).id;
  if (kind !== 'referral' && kind !== 'partnership') return null;
  const live = (await listProgrammes(ctx)).filter((programme) => programme.state === 'live');
  const oldest = live.toSorted((a, b) => (a.created_at < b.created_at ? -1 : 1))[0];
  if (oldest) return oldest.id;
  throw invalidField('programme_id', 'No programme is live that a yes could enrol in.', 'Publish a programme first.');
}

async function liveProgramme(ctx: Ctx, id: string) {
  const programme = await getProgramme(ctx, id);
  if (programme.state === 'live') return programme;
  throw invalidField('programme_id', `${programme.name} is ${programme.state}, not live.`, 'Publish it first.');
}

/**
 * Sends a draft: facts are read anew, and whatever stands against it refuses it unless overridden with a reason.
 * Mail, link, audit and state are one transaction.
 */
export async function sendAsk(ctx: Ctx, input: { id: string; override_reason?: string }): Promise<AskView> {
  requireScope(ctx, 'advocates:write');
  const { account } = await asks.getAsk(ctx, input.id);
  // Outside the transaction: what is found stays known when it refuses the sending.
  await refreshReadiness(ctx, account.id);
  return inTransaction(ctx, async (ctx) => {
    const ask = await asks.lockForSending(ctx, input.id);
    if (ask.programme) await liveProgramme(ctx, ask.programme.id);
    const { blockers } = await prepareInvitation(ctx, { account_id: ask.account.id, person_id: ask.person.id });
    const decision = decideSend(blockers, input.override_reason);
    if (!decision.send) throw refused(decision.because, decision.can_override);
    const { token, hash } = makeSecretToken();
    const mail_id = await queueMail(ctx, invitationMail(ctx, ask, token));
    const vetoes = blockers.map((blocker) => blocker.code);
    const sent = { mail_id, token_hash: hash, override_reason: input.override_reason, vetoes };
    const view = await asks.markSent(ctx, ask.id, sent);
    await refreshReadiness(ctx, ask.account.id);
    return view;
  });
}

function invitationMail(ctx: Ctx, ask: AskView, token: string) {
  return {
    to: ask.person.email ?? '',
    to_name: ask.person.name,
    subject: ask.subject,
    text: withLink(ask.body_text, LINK_PLACE, `${ctx.publicUrl}/i/${token}`),
    kind: 'invitation',
    subject_kind: 'ask',
    subject_id: ask.id,
  };
}

function refused(because: { code: string; reason: string }[], canOverride: boolean): AppError {
  const sentences = because.map((blocker) => blocker.reason).join(' ');
  return new AppError('conflict', say('advocates:not_sent', { reasons: sentences }), {
    blockers: because,
    can_override: canOverride,
    hint: say(canOverride ? 'advocates:override_hint' : 'advocates:final_hint'),
  });
}
