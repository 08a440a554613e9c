import { getCompany } from '../customers/company/service.ts';
import { AppError, invalidField, notFound } from '../kernel/errors.ts';
import type { Scope } from '../kernel/scopes.ts';
import { DAY_MS } from '../kernel/time.ts';
import type { Answers, Application, Form } from '../partners/applications/model.ts';
import type { Problem } from '../partners/applications/rules.ts';
import * as applications from '../partners/applications/service.ts';
import type { Programme, ProgrammePage } from '../partners/programmes/model.ts';
import { getProgramme } from '../partners/programmes/service.ts';
import { findOpenPage } from '../partners/programmes/verbs/pages.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { queueMail } from '../platform/mail.ts';
import { admitPartner } from './admit-partner.ts';
import { greetingOf, mailKnown, mailReceipt, mailRefusal } from './programme-mails.ts';

/** What a stranger on a public page may cause: an application, and what follows from it by rule. */
const OF_THE_PAGE: Scope[] = ['partners:read', 'partners:write', 'programmes:read', 'settings:read'];

const asApplicant = (ctx: Ctx): Ctx => ({
  ...ctx,
  actor: { kind: 'system', id: 'application' },
  scopes: new Set(OF_THE_PAGE),
});

export const INVITE_PURPOSE = 'programme-invitation';
const INVITE_DAYS = 30;
type Invite = { programme_id: string; email: string; expires: number };

export type OpenPage = {
  page: ProgrammePage;
  programme: Programme;
  company: string;
  view: Awaited<ReturnType<typeof getProgramme>>;
  form: Form;
  /** Somebody looks at what is sent. */
  reviewed: boolean;
  invite: Invite | undefined;
};

/** The page at an address; undefined when there is none, it is not open, or it is private and nobody invited the reader. */
export async function readOpenPage(outer: Ctx, slug: string, token?: string): Promise<OpenPage | undefined> {
  const ctx = asApplicant(outer);
  const found = await findOpenPage(ctx, slug);
  if (!found) return undefined;
  const { page, programme } = found;
  const invite = token ? readInvite(ctx, programme.id, token) : undefined;
  const isClosed = programme.visibility === 'private' || programme.gates.some(({ kind }) => kind === 'invitation');
  if (isClosed && !invite) return undefined;
  const view = await getProgramme(ctx, programme.id);
  if (!view.terms) return undefined;
  const reviewed = !invite && programme.gates.some(({ kind }) => kind === 'application');
  const { name: company } = await getCompany(ctx);
  return { page, programme, company, view, form: await applications.getForm(ctx, programme), reviewed, invite };
}

function readInvite(ctx: Ctx, programmeId: string, token: string): Invite | undefined {
  const invite = ctx.tokens.read<Invite>(INVITE_PURPOSE, token);
  const isValid = invite?.programme_id === programmeId && invite.expires > ctx.clock.now().getTime();
  return isValid ? invite : undefined;
}

/** What an applicant says yes to, word for word. */
export function consentOf(open: OpenPage): string {
  return say('applications:page.consent', { version: open.view.terms?.version ?? 0, company: open.company });
}

export type Filled = {
  name: string;
  email: string;
  country: string | null;
  terms_version: number;
  raw: Readonly<Record<string, string | string[] | undefined>>;
};

/** What a page answers. */
export type Answered =
  | { outcome: 'approved' | 'queued' }
  | { outcome: 'rejected'; reason: string | null; reapply_at: Date | null }
  | { outcome: 'wrong'; problems: Record<string, Problem> }
  | { outcome: 'terms_changed' };

/** What came of it, for whom it is about. */
type Applied = Answered | applications.Door;

/**
 * Takes an application from a page: kept, decided by the rules, and answered, in one transaction. The page says to
 * everybody what it says to a newcomer, so that it does not tell who is known here; a mailbox that is known is told by mail.
 */
export async function applyOnPage(outer: Ctx, open: OpenPage, filled: Filled): Promise<Answered> {
  return inTransaction(asApplicant(outer), async (ctx) => {
    const { answer, door } = await apply(ctx, open, filled);
    const to = { email: filled.email.trim(), programmeId: open.programme.id };
    if (door) await mailKnown(ctx, to, { ...door, ...namesOf(open) });
    return answer;
  });
}

const namesOf = ({ programme, company }: OpenPage) => ({ programme: programme.name, company });

/** `answer`: what the page says. `own`: what came of it, where that may differ. `door`: why nothing came of it. */
type Told = { answer: Answered; own?: Applied; door?: applications.Door };

async function apply(ctx: Ctx, open: OpenPage, filled: Filled): Promise<Told> {
  if (filled.terms_version !== open.view.terms?.version) return { answer: { outcome: 'terms_changed' } };
  return inTransaction(ctx, async (ctx) => {
    const receipt = await applications.receiveApplication(ctx, {
      ...filled,
      programme: open.programme,
      page_id: open.page.id,
      terms_text: consentOf(open),
      otherwise: open.reviewed ? 'queue' : 'approve',
      invited: open.invite !== undefined && open.invite.email === filled.email.trim().toLowerCase(),
    });
    if (receipt.outcome === 'wrong') return { answer: receipt };
    const answer = asNewcomer(receipt.newcomer);
    if (receipt.outcome === 'closed') return { answer, own: receipt.door, door: receipt.door };
    return { answer, own: await settle(ctx, open, receipt.application) };
  });
}

function asNewcomer({ state, reason, reapply_at }: applications.Newcomer): Answered {
  return state === 'rejected' ? { outcome: 'rejected', reason, reapply_at } : { outcome: state };
}

async function settle(ctx: Ctx, open: OpenPage, application: Application): Promise<Applied> {
  const about = namesOf(open);
  if (application.state === 'rejected') {
    await mailRefusal(ctx, application, about);
    return { outcome: 'rejected', reason: application.reason, reapply_at: application.reapply_at };
  }
  const invited = application.reason_code === 'invited';
  if (application.state === 'approved') {
    if (await admitPartner(ctx, { application, programme: open.programme, company: open.company, invited }))
      return { outcome: 'approved' };
    await applications.holdForReview(ctx, application.id);
  }
  await mailReceipt(ctx, application, about);
  return { outcome: 'queued' };
}

/** A reviewer's yes or no: the applicant becomes a partner or is told why not. @throws 404, 409 */
export async function reviewApplication(ctx: Ctx, id: string, input: applications.Decision): Promise<void> {
  requireScope(ctx, 'partners:write');
  await inTransaction(ctx, async (ctx) => {
    const application = await applications.decideApplication(ctx, id, input);
    const reading = { ...ctx, scopes: new Set([...ctx.scopes, 'programmes:read', 'settings:read'] as const) };
    const programme = await getProgramme(reading, application.programme_id);
    const { name: company } = await getCompany(reading);
    if (application.state === 'rejected') return mailRefusal(ctx, application, { programme: programme.name, company });
    const admission = { application, programme: asProgramme(programme), company, invited: false };
    if (await admitPartner(ctx, admission)) return;
    throw new AppError('conflict', 'The mailbox belongs to a partner who was suspended or closed.', {
      hint: 'Reinstate the partner first, or reject the application.',
    });
  });
}

type View = Awaited<ReturnType<typeof getProgramme>>;

function asProgramme(view: View): Programme {
  return { ...view, created_at: new Date(view.created_at), updated_at: new Date(view.updated_at) };
}

/** Mails somebody the way into a programme, also a private one; the link is for that mailbox and 30 days. @throws 404, 409 when it is not live */
export async function inviteToProgramme(
  ctx: Ctx,
  programmeId: string,
  input: { email: string; name?: string | undefined },
): Promise<{ mail_id: string; sent_to: string }> {
  requireScope(ctx, 'partners:write');
  return inTransaction(ctx, async (ctx) => {
    const reading = { ...ctx, scopes: new Set([...ctx.scopes, 'programmes:read', 'settings:read'] as const) };
    const programme = await getProgramme(reading, programmeId);
    const page = programme.pages.find(({ state }) => state === 'published');
    if (programme.state !== 'live') throw new AppError('conflict', `${programme.name} is ${programme.state}.`);
    if (!page) throw new AppError('conflict', `${programme.name} has no published page to invite to.`);
    const email = input.email.trim().toLowerCase();
    const invite: Invite = {
      programme_id: programmeId,
      email,
      expires: ctx.clock.now().getTime() + INVITE_DAYS * DAY_MS,
    };
    const url = `${page.url}?invite=${ctx.tokens.sign(INVITE_PURPOSE, invite)}`;
    const { name: company } = await getCompany(reading);
    const params = { greeting: greetingOf(input.name), programme: programme.name, company, url };
    const mail_id = await queueMail(ctx, {
      to: email,
      to_name: input.name ?? null,
      subject: say('applications:mails.invite_subject', params),
      text: say('applications:mails.invite_text', params),
      kind: 'invitation',
      subject_kind: 'programme',
      subject_id: programmeId,
    });
    return { mail_id, sent_to: email };
  });
}

/** The signed-in partner asks to be in another programme. @throws 404 for one it may not see; 422 for answers that cannot be */
export async function applyFromPortal(
  outer: Ctx,
  input: { programme_id: string; slug: string; who: { name: string; email: string; country: string | null } } & {
    terms_version: number;
    answers: Answers;
  },
): Promise<Applied> {
  requireScope(outer, 'portal:write');
  const open = await readOpenPage(outer, input.slug);
  if (open?.programme.id !== input.programme_id) throw notFound('programme', input.programme_id);
  const filled = { ...input.who, terms_version: input.terms_version, raw: input.answers };
  const { answer, own: applied = answer } = await apply(asApplicant(outer), open, filled);
  if (applied.outcome !== 'wrong') return applied;
  const [key = '', problem = 'missing'] = Object.entries(applied.problems)[0] ?? [];
  throw invalidField(key, say(`applications:problems.${problem}`));
}
