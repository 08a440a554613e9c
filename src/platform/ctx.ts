import { AppError } from '../kernel/errors.ts';
import { type IdKind, makeId } from '../kernel/ids.ts';
import type { Role, Scope } from '../kernel/scopes.ts';
import type { Clock } from './clock.ts';
import type { Jobs } from './jobs.ts';
import type { Log } from './log.ts';
import type { Db } from './postgres.ts';
import type { Tokens } from './token.ts';

/** A partner's id that came from a signed-in session: only `flows/identify-caller.ts` and tests mint it. */
export type PartnerId = string & { readonly __brand: 'PartnerId' };

export type Actor =
  | { kind: 'user'; id: string; email: string; role: Exclude<Role, 'partner'> }
  | { kind: 'partner'; id: string; email: string; partnerId: PartnerId }
  | { kind: 'key'; id: string; name: string }
  | { kind: 'system'; id: string };

/** What every verb gets first: who asks, with what, when. Minted by `http/authenticate.ts`, `cli/` and the job runner. */
export type Ctx = {
  readonly db: Db;
  readonly clock: Clock;
  readonly actor: Actor;
  readonly scopes: ReadonlySet<Scope>;
  readonly jobs: Jobs;
  readonly tokens: Tokens;
  readonly log: Log;
  readonly publicUrl: string;
};

/** The first line of every verb. @throws forbidden when the actor does not hold the scope. */
export function requireScope(ctx: Ctx, scope: Scope): void {
  if (ctx.scopes.has(scope)) return;
  throw new AppError('forbidden', `This needs the permission ${scope}, which you do not have.`, {
    scope,
    hint: 'Ask an owner of this Goodword to give you the role.',
  });
}

/** The partner behind the session: the first argument of everything a portal reads. @throws 403 for anybody else */
export function signedInPartner(ctx: Ctx): PartnerId {
  if (ctx.actor.kind === 'partner') return ctx.actor.partnerId;
  throw new AppError('forbidden', 'This page belongs to a signed-in partner.', {
    hint: 'Sign in with the address the partner was invited at.',
  });
}

/** Runs `work` in one transaction; joins the outer one when there is one. */
export function inTransaction<T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return work(ctx);
  return ctx.db.transaction().execute((db) => work({ ...ctx, db }));
}

export function newId(ctx: Ctx, kind: IdKind): string {
  return makeId(kind, ctx.clock.now().getTime());
}
