import type { FastifyRequest } from 'fastify';
import { AppError } from '../kernel/errors.ts';
import type { Scope } from '../kernel/scopes.ts';
import type { Actor, Ctx } from '../platform/ctx.ts';

/** Who a request comes from, and what they may do. */
export type Identity = { actor: Actor; scopes: ReadonlySet<Scope> };

/** Finds the identity behind a session cookie or an API key; undefined when there is none. */
export type Identify = (request: FastifyRequest) => Promise<Identity | undefined>;

/** What a route asks of its caller: a scope, anyone signed in, or nobody at all. Every route must say. */
export type Access = Scope | 'signed-in' | 'public';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** Look nobody up, so that the answer comes at once also while the database is away. */
    nobody?: boolean;
    /** Refuse a form that another site posts here, also before anybody is signed in. */
    sameOrigin?: boolean;
  }
}

const CTX = new WeakMap<FastifyRequest, Ctx>();

/** The context of an authenticated request. */
export function ctxOf(request: FastifyRequest): Ctx {
  const ctx = CTX.get(request);
  if (!ctx) throw new AppError('unauthenticated', 'This needs you to sign in or to send an API key.');
  return ctx;
}

/** The request's headers as the web platform's type. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  return headers;
}

/** A public route answers also when nobody can be looked up. */
async function identifyIfPossible(request: FastifyRequest, identify: Identify): Promise<Identity | undefined> {
  if (request.routeOptions.config.nobody) return undefined;
  if (!request.headers.authorization && !request.headers.cookie) return undefined;
  return identify(request).catch(() => undefined);
}

/** Decides before the body is read whether the caller may be here, and mints the Ctx. */
export async function authenticate(
  request: FastifyRequest,
  deps: { identify: Identify; makeCtx(identity: Identity): Ctx; anonymous: Identity },
): Promise<void> {
  if (request.is404) return;
  const access = request.routeOptions.config.access ?? 'signed-in';
  const identity =
    access === 'public' ? await identifyIfPossible(request, deps.identify) : await deps.identify(request);
  if (!identity && access !== 'public') {
    throw new AppError('unauthenticated', 'This needs you to sign in or to send an API key.', {
      hint: 'Send "Authorization: Bearer KEY", or sign in at /sign-in.',
    });
  }
  CTX.set(request, deps.makeCtx(identity ?? deps.anonymous));
  if (identity && access !== 'public' && access !== 'signed-in' && !identity.scopes.has(access)) {
    throw new AppError('forbidden', `This needs the permission ${access}, which you do not have.`, { scope: access });
  }
}
