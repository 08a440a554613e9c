import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerPage } from '../../web/pages/invitation.ts';
import { programmePage } from '../../web/pages/programme.ts';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { readForms } from '../http/form-body.ts';
import { HTTP_LIMITS } from '../http/limits.ts';
import { say } from '../platform/locale.ts';
import { type Answered, applyOnPage, consentOf, type OpenPage, readOpenPage } from './apply-to-programme.ts';
import { COUNTRY_CODES } from './country-codes.ts';
import { longDate } from './programme-mails.ts';

const params = z.object({ slug: z.string().max(80) });
const query = z.object({ invite: z.string().max(1000).optional() });
const body = z.record(z.string().max(60), z.string().max(10_000));
type Request = FastifyRequest<{ Params: { slug: string }; Querystring: { invite?: string }; Body: Typed }>;
type Typed = Record<string, string>;

const PUBLIC = { access: 'public', rateLimit: HTTP_LIMITS.publicWrite } as const;

/** The public pages of programmes: read by anybody, filled in without script. */
export const joinRoutes: Routes = (app) => {
  app.register(async (scope: FastifyInstance) => {
    readForms(scope);
    showPage(scope);
    takeForm(scope);
  });
};

type Address = { Params: { slug: string }; Querystring: { invite?: string } };

function showPage(scope: FastifyInstance): void {
  const options = { schema: { hide: true, params, querystring: query }, config: PUBLIC };
  scope.get<Address>('/join/:slug', options, async (request, reply) => {
    const { invite } = request.query;
    const open = await readOpenPage(ctxOf(request), request.params.slug, invite);
    return send(reply, open ? { status: 200, html: show(open, { invite, typed: invited(open) }) } : gone());
  });
}

function takeForm(scope: FastifyInstance): void {
  const options = { schema: { hide: true, params, querystring: query, body }, config: PUBLIC };
  scope.post<Address & { Body: Typed }>('/join/:slug', options, async (request, reply) =>
    send(reply, await take(request)),
  );
}

type Page = { status: number; html: string };

function send(reply: FastifyReply, page: Page): FastifyReply {
  return reply
    .code(page.status)
    .headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    .type('text/html; charset=utf-8')
    .send(page.html);
}

const invited = (open: OpenPage): Record<string, string> => (open.invite ? { email: open.invite.email } : {});

async function take(request: Request): Promise<Page> {
  const typed = request.body;
  const open = await readOpenPage(ctxOf(request), request.params.slug, typed.invite ?? request.query.invite);
  if (!open) return gone();
  // Only a machine fills in what nobody sees.
  if (typed.company_fax) return done('queued');
  const problems = ownProblems(open, typed);
  const again = (more: Again) => ({ status: 422, html: show(open, { invite: typed.invite, typed, ...more }) });
  const raw = answersOf(open, typed);
  if (Object.keys(problems).length > 0) return again({ problems, typed: { ...typed, ...raw } });
  const applied = await applyOnPage(ctxOf(request), open, {
    name: typed.name ?? '',
    email: typed.email ?? '',
    country: typed.country || null,
    terms_version: Number(typed.terms_version),
    raw,
  });
  if (applied.outcome === 'terms_changed') return again({ alert: say('applications:page.terms_changed') });
  if (applied.outcome === 'wrong') return again({ problems: applied.problems, typed: { ...typed, ...raw } });
  return done(applied.outcome, applied);
}

/** The boxes of a question with several answers carry numbers: `topic.0`. */
function answersOf(open: OpenPage, typed: Typed): Record<string, string | string[] | undefined> {
  return Object.fromEntries(
    open.form.fields.map(({ key, kind, choices = [] }) => [
      key,
      kind === 'choices' ? choices.flatMap((_, index) => typed[`${key}.${index}`] ?? []) : typed[key],
    ]),
  );
}

const EMAIL = z.email().max(254);

/** What every form asks: who, where, and the yes. */
function ownProblems({ invite }: OpenPage, typed: Typed): Record<string, string> {
  const name = typed.name?.trim() ?? '';
  return {
    ...(name.length > 0 && name.length <= 200 ? {} : { name: 'name' }),
    ...(EMAIL.safeParse(typed.email?.trim()).success ? {} : { email: 'email' }),
    ...(invite && invite.email !== typed.email?.trim().toLowerCase() ? { email: 'invited_email' } : {}),
    ...(COUNTRY_CODES.includes(typed.country ?? '') ? {} : { country: 'country' }),
    ...(typed.agree === 'yes' ? {} : { agree: 'terms' }),
  };
}

type Again = {
  invite?: string | undefined;
  typed?: Record<string, string | string[] | undefined>;
  problems?: Record<string, string>;
  alert?: string;
};

function show(open: OpenPage, { invite, typed = {}, problems = {}, alert }: Again): string {
  const { page, programme, company, view, form } = open;
  const names = new Intl.DisplayNames([page.language, 'en'], { type: 'region' });
  const countries = COUNTRY_CODES.map((code) => ({ code, name: names.of(code) ?? code }));
  const hasProblems = Object.keys(problems).length > 0;
  return programmePage(
    {
      company,
      programme: programme.name,
      language: page.language,
      audience: page.audience || programme.audience,
      headline: page.headline,
      offer: page.offer,
      get: view.terms?.in_words ?? [],
      counts: view.attribution_in_words,
      asks: view.gates_in_words,
      version: view.terms?.version ?? 0,
      consent: consentOf(open),
      fields: form.fields,
      countries: countries.sort((a, b) => a.name.localeCompare(b.name)),
      reviewed: open.reviewed,
      ...(invite ? { invite } : {}),
      typed,
      problems: Object.fromEntries(
        Object.entries(problems).map(([key, problem]) => [key, say(`applications:problems.${problem}`)]),
      ),
      ...(alert || hasProblems ? { alert: alert ?? say('applications:page.wrong') } : {}),
      isPrivate: programme.visibility === 'private',
    },
    say,
  );
}

function gone(): Page {
  return done('gone');
}

function done(outcome: Answered['outcome'] | 'gone', applied?: Answered): Page {
  const reapply = applied && 'reapply_at' in applied ? applied.reapply_at : null;
  const reason = applied && 'reason' in applied ? applied.reason : '';
  const key = outcome === 'rejected' && !reapply ? 'rejected_text_open' : `${outcome}_text`;
  const text = say(`applications:done.${key}`, { reason, date: reapply ? longDate(reapply) : '' });
  const title = say(`applications:done.${outcome}_title`);
  return { status: outcome === 'gone' ? 404 : 200, html: answerPage({ title, text }) };
}
