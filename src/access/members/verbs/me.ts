import { AppError, invalidField } from '../../../kernel/errors.ts';
import { SCOPES, type Scope } from '../../../kernel/scopes.ts';
import { writeAudit } from '../../../platform/audit.ts';
import type { Auth, Cookies } from '../../../platform/auth.ts';
import { type Actor, type Ctx, inTransaction } from '../../../platform/ctx.ts';
import { isUniqueViolation } from '../../../platform/postgres.ts';
import { findMember, hasPassword, updateUser } from '../store.ts';

/** Who asks, and everything they may do. @throws unauthenticated when nobody is signed in. */
export async function getMe(ctx: Ctx) {
  const { actor } = ctx;
  const scopes: Scope[] = SCOPES.filter((scope) => ctx.scopes.has(scope));
  if (actor.kind === 'system') throw signInFirst();
  if (actor.kind === 'key') {
    return { ...NOBODY, kind: actor.kind, id: actor.id, name: actor.name, scopes };
  }
  const member = await findMember(ctx.db, actor.id);
  if (!member) throw signInFirst();
  const { name, email, role, partner_id } = member;
  const has_password = await hasPassword(ctx.db, actor.id);
  return { kind: actor.kind, id: actor.id, name, email, role, partner_id, scopes, has_password };
}

const NOBODY = { email: null, role: null, partner_id: null, has_password: false };

function signInFirst(): AppError {
  return new AppError('unauthenticated', 'This needs you to sign in.', { hint: 'Sign in at /sign-in.' });
}

/** The signed-in person behind the request. @throws forbidden for an API key. */
export function personOf(actor: Actor): { id: string; role: string } {
  if (actor.kind === 'user') return { id: actor.id, role: actor.role };
  if (actor.kind === 'partner') return { id: actor.id, role: 'partner' };
  throw new AppError('forbidden', 'An API key has no name, password or sessions of its own.');
}

/** Changes one's own name; an owner also changes the own address (others are known by the address they were invited with). */
export async function changeMe(ctx: Ctx, input: { name?: string; email?: string }): Promise<void> {
  const person = personOf(ctx.actor);
  const change = { ...input, ...(input.email && { email: input.email.toLowerCase() }) };
  if (change.email && person.role !== 'owner') {
    throw new AppError('forbidden', 'Only an owner can change the own e-mail address.', {
      field: 'email',
      hint: 'Ask an owner to invite you under the new address.',
    });
  }
  await inTransaction(ctx, async (inner) => {
    await updateUser(inner.db, person.id, change, inner.clock.now());
    const detail = { changed: Object.keys(input) };
    await writeAudit(inner, { action: 'member.changed-self', subjectKind: 'user', subjectId: person.id, detail });
  }).catch(refuseTakenAddress);
}

function refuseTakenAddress(error: unknown): never {
  if (!isUniqueViolation(error)) throw error;
  throw new AppError('conflict', 'Somebody else signs in with this e-mail address.', { field: 'email' });
}

/** Sets the first password, or changes it with the current one. @throws 422 naming `current_password`. */
export async function setPassword(
  ctx: Ctx,
  auth: Auth,
  input: { headers: Headers; password: string; current_password?: string },
): Promise<Cookies> {
  const person = personOf(ctx.actor);
  const already = await hasPassword(ctx.db, person.id);
  if (already && !input.current_password) {
    throw invalidField('current_password', 'Give the current password to set another.');
  }
  const cookies = await auth.setPassword(input.headers, input.password, already ? input.current_password : undefined);
  await writeAudit(ctx, { action: 'member.password-set', subjectKind: 'user', subjectId: person.id });
  return cookies;
}
