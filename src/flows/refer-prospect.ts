import { getCompany } from '../customers/company/service.ts';
import { notFound } from '../kernel/errors.ts';
import type { Scope } from '../kernel/scopes.ts';
import { findForRedirect } from '../partners/links/service.ts';
import { getPartner } from '../partners/partners/service.ts';
import type { Referral } from '../partners/referrals/model.ts';
import type { CreateReferral, Prospect } from '../partners/referrals/schema.ts';
import { getSettings } from '../partners/referrals/verbs/assign-referral.ts';
import { type Submission, submitReferral } from '../partners/referrals/verbs/submit-referral.ts';
import { type Ctx, inTransaction, requireScope, signedInPartner } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { mailAboutReferral } from './referral-mails.ts';

/** What passing on a referral needs, whoever may submit one. */
const TO_SUBMIT: Scope[] = ['track:write', 'settings:read', 'partners:read', 'programmes:read'];

/** The team, or another system, names a prospect for a partner. */
export function referProspect(ctx: Ctx, input: CreateReferral): Promise<Referral> {
  requireScope(ctx, 'partners:write');
  return keep(ctx, { ...input, source: ctx.actor.kind === 'key' ? 'api' : 'console' });
}

/** The signed-in partner names a prospect. */
export function referOwnProspect(ctx: Ctx, input: Prospect & { programme_id: string }): Promise<Referral> {
  requireScope(ctx, 'portal:write');
  return keep(ctx, { ...input, partner_id: signedInPartner(ctx), source: 'portal' });
}

/** What the public form behind a partner's link shows; undefined when it takes nothing. */
export async function readReferralForm(outer: Ctx, code: string) {
  const ctx = asForm(outer);
  const link = await findForRedirect(ctx, code);
  const isOpen = link?.state === 'active' && link.programme_state === 'live' && link.partner_state === 'approved';
  if (!link || !isOpen || !(await getSettings(ctx, link.programme_id)).form_open) return undefined;
  const [{ name: company }, { partner }] = await Promise.all([getCompany(ctx), getPartner(ctx, link.partner_id)]);
  const { programme_id, partner_id } = link;
  return { programme_id, partner_id, company, partner: partner.name, consent: say('referrals:consent', { company }) };
}

/** Somebody fills in a partner's public form. @throws 404 when the form takes nothing */
export async function referByForm(outer: Ctx, code: string, prospect: Prospect): Promise<Referral> {
  const form = await readReferralForm(outer, code);
  if (!form) throw notFound('form', code);
  const { programme_id, partner_id } = form;
  return keep(asForm(outer), { ...prospect, programme_id, partner_id, source: 'form' });
}

/** Whoever holds the link may fill in its form; nothing else is asked of them. */
function asForm(ctx: Ctx): Ctx {
  return { ...ctx, actor: { kind: 'system', id: 'referral-form' }, scopes: new Set(TO_SUBMIT) };
}

function keep(outer: Ctx, input: Omit<Submission, 'consent_text'>): Promise<Referral> {
  const permitted = { ...outer, scopes: new Set([...outer.scopes, ...TO_SUBMIT]) };
  return inTransaction(permitted, async (ctx) => {
    const { name: company } = await getCompany(ctx);
    const referral = await submitReferral(ctx, { ...input, consent_text: say('referrals:consent', { company }) });
    if (referral.stage === 'submitted') await mailAboutReferral(ctx, referral, 'new');
    return referral;
  });
}
