import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { htmlPage } from '../http/page.ts';
import { dateIn } from '../kernel/time.ts';
import type { SubIds } from '../partners/clicks/model.ts';
import { recordClick } from '../partners/clicks/service.ts';
import type { ClickToken } from '../partners/links/model.ts';
import { findForRedirect } from '../partners/links/service.ts';
import { type Ctx, newId } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { decideRedirect, networkOf, subIdsOf, type Visit, withToken } from './decide-redirect.ts';

type Query = { consent?: string | undefined; [name: string]: unknown };
type Link = NonNullable<Awaited<ReturnType<typeof findForRedirect>>>;

/** `GET /r/CODE`: finds the link, records the click, and only then sends the visitor on. */
export const redirectRoutes: Routes = (app) => {
  app.get(
    '/r/:code',
    {
      schema: {
        hide: true,
        params: z.object({ code: z.string() }),
        querystring: z.looseObject({ consent: z.string().optional() }),
      },
      config: { access: 'public' },
    },
    (request, reply) => redirect(request, reply, request.params.code, request.query),
  );
};

async function redirect(
  request: FastifyRequest,
  reply: FastifyReply,
  code: string,
  query: Query,
): Promise<FastifyReply> {
  const ctx = ctxOf(request);
  const link = /^[A-Za-z0-9_-]{3,64}$/.test(code) ? await findForRedirect(ctx, code) : undefined;
  const decision = decideRedirect(link, visitOf(request, query), ctx.clock.now());
  reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer-when-downgrade');
  if (!link || decision.kind === 'not_found')
    return reply.code(404).type('text/html; charset=utf-8').serializer(String).send(notFoundPage());
  if (!decision.click) return reply.redirect(decision.target_url, 302);
  const sub = decision.click.consent ? subIdsOf(query) : null;
  const click = await record(ctx, request, link, { ...decision.click, sub });
  return reply.redirect(
    decision.token ? withToken(decision.target_url, tokenOf(ctx, click)) : decision.target_url,
    302,
  );
}

function notFoundPage(): string {
  return htmlPage({ title: say('links:not_found.title'), text: say('links:not_found.text') });
}

function visitOf(request: FastifyRequest, query: Query): Visit {
  const { headers } = request;
  const purpose = [headers['sec-purpose'], headers.purpose, headers['x-purpose'], headers['x-moz']].join(' ');
  const refuses_tracking = query.consent === '0' || headers['sec-gpc'] === '1' || headers.dnt === '1';
  return { method: request.method, user_agent: headers['user-agent'], purpose, refuses_tracking };
}

type Kept = { kind: 'human' | 'bot' | 'prefetch' | 'head'; consent: boolean; sub: SubIds | null };

/** Without consent nothing is kept that could tell one visitor from another. */
async function record(ctx: Ctx, request: FastifyRequest, link: Link, kept: Kept) {
  const at = ctx.clock.now();
  const click = {
    id: newId(ctx, 'click'),
    link_id: link.id,
    partner_id: link.partner_id,
    programme_id: link.programme_id,
    occurred_at: at,
    visitor_key: kept.consent ? visitorKey(ctx, request, at) : null,
    network_key: kept.consent ? networkKey(ctx, request.ip) : null,
    known_account_id: null,
    referrer_host: kept.consent ? referrerHost(request.headers.referer) : null,
    ...kept,
  };
  await recordClick(ctx, click);
  return click;
}

function tokenOf(ctx: Ctx, click: Awaited<ReturnType<typeof record>>): string {
  const token: ClickToken = {
    link: click.link_id,
    partner: click.partner_id,
    programme: click.programme_id,
    click: click.id,
    at: click.occurred_at.toISOString(),
  };
  return ctx.tokens.sign('click', token);
}

/** The same visitor has another key tomorrow: nobody can be followed from day to day. */
function visitorKey(ctx: Ctx, request: FastifyRequest, at: Date): string {
  return ctx.tokens.keyedHash(
    'visitor',
    [dateIn(at, 'UTC'), request.ip, request.headers['user-agent'] ?? ''].join('\n'),
  );
}

function networkKey(ctx: Ctx, ip: string): string | null {
  const network = networkOf(ip);
  return network === undefined ? null : ctx.tokens.keyedHash('network', network);
}

function referrerHost(referrer: string | undefined): string | null {
  const host = URL.parse(referrer ?? '')?.hostname;
  return host ? host.slice(0, 253) : null;
}
