import { issueSignInLink } from '../access/members/verbs/links.ts';
import type { AnswerDecision } from '../advocacy/asks/rules.ts';
import type { AskView } from '../advocacy/asks/schema.ts';
import * as asks from '../advocacy/asks/service.ts';
import { noteConsent } from '../customers/people/verbs/note-consent.ts';
import { AppError } from '../kernel/errors.ts';
import type { Scope } from '../kernel/scopes.ts';
import { enrolPartner } from '../partners/enrolments/service.ts';
import { linkUrl } from '../partners/links/model.ts';
import { createLink, listLinks } from '../partners/links/service.ts';
import { createPartner } from '../partners/partners/service.ts';
import { getProgramme } from '../partners/programmes/service.ts';
import { type Ctx, inTransaction } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { queueMail } from '../platform/mail.ts';

/** What the page behind an invitation's link shows. `terms` only for asks that make a partner. */
export type Invitation = {
  means: AnswerDecision | 'unknown';
  ask?: AskView;
  terms?: { programme: string; version: number; sentences: string[]; attribution: string[] };
};

/** What the one who holds the link may cause; the link is the right, so nothing else is asked of them. */
const OF_THE_LINK: Scope[] = [
  'advocates:read',
  'advocates:write',
  'partners:read',
  'partners:write',
  'programmes:read',
  'settings:read',
];

function asInvited(ctx: Ctx): Ctx {
  return { ...ctx, actor: { kind: 'system', id: 'invitation' }, scopes: new Set(OF_THE_LINK) };
}

/** Reads the invitation behind a link. Opening it changes nothing: mail scanners open links too. */
export async function readInvitation(outer: Ctx, token: string): Promise<Invitation> {
  const ctx = asInvited(outer);
  const found = await asks.findByLink(ctx, token);
  if (!found) return { means: 'unknown' };
  return { means: found.means, ask: found.ask, terms: await termsOf(ctx, found.ask) };
}

async function termsOf(ctx: Ctx, ask: AskView): Promise<Invitation['terms']> {
  if (!ask.programme) return undefined;
  const programme = await getProgramme(ctx, ask.programme.id);
  if (!programme.terms || programme.state !== 'live') return undefined;
  return {
    programme: programme.name,
    version: programme.terms.version,
    sentences: programme.terms.in_words,
    attribution: programme.attribution_in_words,
  };
}

export type Acceptance = { token: string; terms_version?: number; consent_text: string };
export type Answered = {
  outcome: 'accepted' | 'declined' | 'not_open' | 'terms_changed' | 'closed';
  link_url?: string;
};

/**
 * Takes the person's yes: ask, partner, enrolment with the terms they saw, link, mail with both links, audit and outbox
 * in one transaction. A second yes, or one to terms that changed meanwhile, changes nothing and is told so.
 */
export async function acceptInvitation(outer: Ctx, input: Acceptance): Promise<Answered> {
  try {
    return await inTransaction(asInvited(outer), (ctx) => accept(ctx, input));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
    outer.log.warn({ err: error }, 'an invitation could not be accepted; nothing was changed');
    return { outcome: 'closed' };
  }
}

async function accept(ctx: Ctx, input: Acceptance): Promise<Answered> {
  const found = await asks.findByLink(ctx, input.token, { lock: true });
  if (found?.means !== 'open') return { outcome: 'not_open' };
  const { ask } = found;
  const answer = { consent_text: input.consent_text, programme_id: ask.programme?.id ?? null, terms_version: null };
  if (!ask.programme) {
    await asks.markAnswered(ctx, ask.id, { state: 'accepted', answer });
    await agree(ctx, ask, input);
    return { outcome: 'accepted' };
  }
  const terms = await termsOf(ctx, ask);
  if (!terms) return { outcome: 'closed' };
  if (terms.version !== input.terms_version) return { outcome: 'terms_changed' };
  const made = await makePartner(ctx, ask, { programme_id: ask.programme.id, terms_version: terms.version });
  if (!made) return { outcome: 'closed' };
  await asks.markAnswered(ctx, ask.id, {
    state: 'accepted',
    partner_id: made.partner_id,
    answer: { ...answer, terms_version: terms.version },
  });
  await agree(ctx, ask, input);
  await welcome(ctx, ask, made);
  return { outcome: 'accepted', link_url: made.link_url };
}

/** The yes is a consent of the person's own, with the sentence they agreed to as its evidence. */
function agree(ctx: Ctx, ask: AskView, { consent_text }: Acceptance): Promise<void> {
  return noteConsent(ctx, { person_id: ask.person.id, purpose: 'advocacy', granted: true, evidence: consent_text });
}

type Made = { partner_id: string; link_url: string };

/** Undefined when the person is a partner already who was suspended or closed: only an administrator undoes that. */
async function makePartner(
  ctx: Ctx,
  ask: AskView,
  terms: { programme_id: string; terms_version: number },
): Promise<Made | undefined> {
  const email = ask.person.email ?? '';
  const partner = await createPartner(ctx, {
    kind: 'customer',
    name: ask.person.name ?? ask.account.name,
    email,
    account_id: ask.account.id,
    person_id: ask.person.id,
    state: 'approved',
    reason: say('advocates:accepted_reason', { ask: ask.id }),
  });
  if (partner.state !== 'approved') return undefined;
  const { programme_id } = terms;
  await enrolPartner(ctx, { ...terms, partner_id: partner.id });
  const links = await listLinks(ctx, partner.id);
  const known = links.find((link) => link.programme_id === programme_id && link.state === 'active');
  const link = known ?? (await createLink(ctx, { partner_id: partner.id, programme_id }));
  return { partner_id: partner.id, link_url: linkUrl(ctx.publicUrl, link.code) };
}

async function welcome(ctx: Ctx, ask: AskView, made: Made): Promise<void> {
  const company = ask.company ?? say('advocates:us');
  const name = ask.person.name?.trim().split(/\s+/)[0];
  const greeting = name ? say('mails:greeting', { name }) : say('mails:greeting_unknown');
  const paragraphs = [
    `${greeting}\n${say('mails:welcome.thanks', { programme: ask.programme?.name })}`,
    `${say('mails:welcome.link')}\n${made.link_url}`,
    `${say('mails:welcome.portal')}\n${await portalLink(ctx, ask, made.partner_id)}\n${say('mails:welcome.portal_note')}`,
    say('mails:invitation.signature', { company }),
  ];
  await queueMail(ctx, {
    to: ask.person.email ?? '',
    to_name: ask.person.name,
    subject: say('mails:welcome.subject', { company }),
    text: paragraphs.join('\n\n'),
    kind: 'welcome',
    subject_kind: 'partner',
    subject_id: made.partner_id,
  });
}

/** Who signs in here already as somebody else still becomes a partner; an owner can sort out the access later. */
async function portalLink(ctx: Ctx, ask: AskView, partner_id: string): Promise<string> {
  const who = { email: ask.person.email ?? '', name: ask.person.name ?? undefined, partner_id, to: '/portal' };
  try {
    return await issueSignInLink(ctx, who);
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') return `${ctx.publicUrl}/portal`;
    throw error;
  }
}

/** Takes the person's no. A second answer changes nothing. */
export async function declineInvitation(outer: Ctx, token: string): Promise<Answered> {
  return inTransaction(asInvited(outer), async (ctx) => {
    const found = await asks.findByLink(ctx, token, { lock: true });
    if (found?.means !== 'open') return { outcome: 'not_open' };
    await asks.markAnswered(ctx, found.ask.id, { state: 'declined' });
    return { outcome: 'declined' };
  });
}
