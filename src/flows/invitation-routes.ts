import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerPage, invitationPage } from '../../web/pages/invitation.ts';
import type { AnswerDecision } from '../advocacy/asks/rules.ts';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { readForms } from '../http/form-body.ts';
import { HTTP_LIMITS } from '../http/limits.ts';
import { say } from '../platform/locale.ts';
import {
  type Answered,
  acceptInvitation,
  declineInvitation,
  type Invitation,
  readInvitation,
} from './accept-invitation.ts';

const params = z.object({ token: z.string().max(200) });
const answerBody = z.object({
  answer: z.enum(['yes', 'no']),
  consent: z.literal('yes').optional(),
  terms_version: z.coerce
    .number()
    .int()
    .positive()
    .max(2 ** 31 - 1)
    .optional(),
});
type Answer = z.infer<typeof answerBody>;
type Token = z.infer<typeof params>;

const LONG_DATE = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
const PUBLIC = { access: 'public', rateLimit: HTTP_LIMITS.publicWrite } as const;

/** The page behind an invitation's link. It is read by whoever holds the link, and works without script. */
export const invitationRoutes: Routes = (app) => {
  app.register(async (scope: FastifyInstance) => {
    readForms(scope);
    servePage(scope);
    takeAnswer(scope);
  });
};

function servePage(scope: FastifyInstance): void {
  const options = { schema: { hide: true, params }, config: PUBLIC };
  scope.get<{ Params: Token }>('/i/:token', options, async (request, reply) =>
    sendPage(reply, showInvitation(await readInvitation(ctxOf(request), request.params.token))),
  );
}

function takeAnswer(scope: FastifyInstance): void {
  const options = { schema: { hide: true, params, body: answerBody }, config: PUBLIC };
  scope.post<{ Params: Token; Body: Answer }>('/i/:token', options, async (request, reply) =>
    sendPage(reply, await answer(request)),
  );
}

type Page = { status: number; html: string };

function sendPage(reply: FastifyReply, page: Page): FastifyReply {
  return reply
    .code(page.status)
    .headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    .type('text/html; charset=utf-8')
    .send(page.html);
}

async function answer(request: FastifyRequest<{ Params: Token; Body: Answer }>): Promise<Page> {
  const ctx = ctxOf(request);
  const { token } = request.params;
  const { answer: word, consent, terms_version } = request.body;
  const invitation = await readInvitation(ctx, token);
  if (invitation.means !== 'open') return showInvitation(invitation);
  if (word === 'no') return showAnswer(invitation, await declineInvitation(ctx, token));
  if (consent !== 'yes') return showInvitation(invitation, say('pages:answer.consent_missing'));
  const answered = await acceptInvitation(ctx, { token, terms_version, consent_text: consentOf(invitation) });
  return answered.outcome === 'not_open'
    ? showInvitation(await readInvitation(ctx, token))
    : showAnswer(invitation, answered);
}

function showInvitation(invitation: Invitation, alert?: string): Page {
  const { means, ask, terms } = invitation;
  if (means !== 'open' || !ask) return closedPage(means);
  if (ask.programme && !terms) return closedPage('closed');
  const page = {
    kind: ask.kind,
    company: companyOf(invitation),
    account: ask.account.name,
    name: ask.person.name,
    results: ask.evidence.slice(0, 3).map((evidence) => evidence.sentence),
    terms,
    until: ask.expires_at ? LONG_DATE.format(new Date(ask.expires_at)) : '',
    consent: consentOf(invitation),
    alert,
  };
  return { status: alert ? 422 : 200, html: invitationPage(page, say) };
}

function showAnswer(invitation: Invitation, answered: Answered): Page {
  if (answered.outcome === 'terms_changed') return showInvitation(invitation, say('pages:answer.terms_changed'));
  if (answered.outcome === 'closed') return closedPage('closed');
  if (answered.outcome === 'not_open') return closedPage(invitation.means);
  const { outcome, link_url } = answered;
  const plain = outcome === 'accepted' && !link_url;
  const page = {
    title: say(`pages:answer.${outcome}_title`),
    text: say(`pages:answer.${outcome}${plain ? '_plain' : ''}_text`, { company: companyOf(invitation) }),
    link_url,
    note: say('pages:answer.open_mail'),
  };
  return { status: 200, html: answerPage(page) };
}

const STATUS: Partial<Record<AnswerDecision | 'unknown' | 'closed', number>> = {
  unknown: 404,
  expired: 410,
  cancelled: 410,
};

function closedPage(why: AnswerDecision | 'unknown' | 'closed'): Page {
  const page = { title: say(`pages:closed.${why}_title`), text: say(`pages:closed.${why}_text`) };
  return { status: STATUS[why] ?? 200, html: answerPage(page) };
}

function companyOf({ ask }: Invitation): string {
  return ask?.company ?? say('advocates:us');
}

/** What the person agrees to, word for word. */
function consentOf(invitation: Invitation): string {
  const company = companyOf(invitation);
  if (!invitation.terms) return say('pages:invitation.consent_plain', { company });
  const { version } = invitation.terms;
  return `${say('pages:invitation.consent', { company })} ${say('pages:invitation.terms_consent', { version })}`;
}
