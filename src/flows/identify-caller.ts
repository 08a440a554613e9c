import type { FastifyRequest } from 'fastify';
import { keyOfSecret } from '../access/keys/service.ts';
import type { Member } from '../access/members/model.ts';
import { memberOfSession } from '../access/members/verbs/sign-in.ts';
import { headersOf, type Identify, type Identity } from '../http/authenticate.ts';
import { ROLE_SCOPES } from '../kernel/scopes.ts';
import type { Auth } from '../platform/auth.ts';
import type { Actor, Ctx, PartnerId } from '../platform/ctx.ts';

/** What the doctor's command signs with the folder's secret to ask the running server. */
export const OPERATOR_PURPOSE = 'operator';
export const OPERATOR_MINUTES = 1;

/**
 * Finds who a request comes from: the live API key it carries, else the member behind its session cookie. Roles are
 * read each time, so that a removed member or a revoked key is out with their next request.
 */
export function identifyCaller(auth: Auth, systemCtx: (name: string) => Ctx): Identify {
  const ctx = systemCtx('identify');
  return (request) =>
    request.headers.authorization === undefined
      ? bySession(ctx, auth, request)
      : byKey(ctx, request.headers.authorization);
}

async function byKey(ctx: Ctx, authorization: string): Promise<Identity | undefined> {
  const secret = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  const key = secret === undefined ? undefined : await keyOfSecret(ctx, secret);
  if (secret !== undefined && isOperator(ctx, secret)) return OPERATOR;
  return key && { actor: { kind: 'key', id: key.id, name: key.name }, scopes: new Set(key.scopes) };
}

const OPERATOR: Identity = { actor: { kind: 'system', id: 'operator' }, scopes: new Set(['settings:read']) };

function isOperator(ctx: Ctx, token: string): boolean {
  return (ctx.tokens.read<{ expires: number }>(OPERATOR_PURPOSE, token)?.expires ?? 0) > ctx.clock.now().getTime();
}

async function bySession(ctx: Ctx, auth: Auth, request: FastifyRequest): Promise<Identity | undefined> {
  const session = await auth.sessionOf(headersOf(request));
  const member = session && (await memberOfSession(ctx, session.userId));
  return member && { actor: actorOf(member), scopes: new Set(ROLE_SCOPES[member.role]) };
}

/** The one place that mints a PartnerId: from the member row of a session, never from what a request says. */
function actorOf(member: Member): Actor {
  const { user_id: id, email, role } = member;
  if (role !== 'partner') return { kind: 'user', id, email, role };
  return { kind: 'partner', id, email, partnerId: member.partner_id as PartnerId };
}
