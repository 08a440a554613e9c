import { AppError, invalidField } from '../../../kernel/errors.ts';
import { MINUTE_MS } from '../../../kernel/time.ts';
import { writeAudit } from '../../../platform/audit.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../../platform/ctx.ts';
import { say } from '../../../platform/locale.ts';
import { queueMail } from '../../../platform/mail.ts';
import { makeSecretToken, type Tokens } from '../../../platform/token.ts';
import { EMAIL_PURPOSE, LINK_MINUTES, LINK_PURPOSE, type LinkPayload, type Member } from '../model.ts';
import { isExpired, landingPath } from '../rules.ts';
import {
  findFirstOwner,
  findMember,
  findMemberByEmail,
  findUserId,
  insertMember,
  insertUser,
  isLinkUsed,
  listConsoleMembers,
  useLinkOnce,
} from '../store.ts';

type LinkMaker = { tokens: Tokens; clock: Clock; publicUrl: string };

/** Makes the address of a link that signs somebody in once. Nothing is stored, so nothing can be stolen from the store. */
export function makeLink(maker: LinkMaker, link: NewLink): string {
  return `${maker.publicUrl}/welcome/${signLink(maker, LINK_PURPOSE, link)}`;
}

type NewLink = { who: LinkPayload['who']; to: string; minutes: number; password?: string };

/** The token of a link that works once, for one purpose. */
export function signLink(maker: Omit<LinkMaker, 'publicUrl'>, purpose: string, link: NewLink): string {
  const payload: LinkPayload = {
    who: link.who,
    to: link.to,
    nonce: makeSecretToken().token,
    expires: Math.floor((maker.clock.now().getTime() + link.minutes * MINUTE_MS) / 1000),
    ...(link.password === undefined ? {} : { password: link.password }),
  };
  return maker.tokens.sign(purpose, payload);
}

/** A link for the owner, or for the member with this address; needs no database, so it works beside a running server. */
export function makeOwnerLink(maker: LinkMaker, email?: string): string {
  const who = email
    ? { email: maker.tokens.keyedHash(EMAIL_PURPOSE, email.toLowerCase()) }
    : ({ owner: true } as const);
  return makeLink(maker, { who, to: '/', minutes: LINK_MINUTES.owner });
}

/**
 * A link that signs the partner's person in and leads to `to`; makes the user and their access when there is none.
 * Joins the caller's transaction. Works once, for 14 days.
 * @throws conflict when the address already has another kind of access here.
 */
export function issueSignInLink(
  ctx: Ctx,
  input: { email: string; name?: string; partner_id: string; to?: string },
): Promise<string> {
  requireScope(ctx, 'partners:write');
  return inTransaction(ctx, async (inner) => {
    const email = input.email.trim().toLowerCase();
    const known = await findMemberByEmail(inner.db, email);
    if (known && known.partner_id !== input.partner_id) throw takenAddress();
    const user = known?.user_id ?? (await admitPartner(inner, { ...input, email }));
    const to = landingPath(input.to, 'partner');
    return makeLink(inner, { who: { user }, to, minutes: LINK_MINUTES.invitation });
  });
}

function takenAddress(): AppError {
  return new AppError('conflict', 'This e-mail address already signs in here as somebody else.', {
    field: 'email',
    hint: 'Use another address for the partner, or remove the other access first.',
  });
}

async function admitPartner(ctx: Ctx, input: { email: string; name?: string; partner_id: string }): Promise<string> {
  const userId = await ensureUser(ctx, input.email, input.name);
  await insertMember(ctx.db, {
    user_id: userId,
    role: 'partner',
    partner_id: input.partner_id,
    invited_by: ctx.actor.id,
    created_at: ctx.clock.now(),
  });
  const detail = { role: 'partner', partner_id: input.partner_id };
  await writeAudit(ctx, { action: 'member.invited', subjectKind: 'user', subjectId: userId, detail });
  return userId;
}

/** The user with this address, made when there is none. */
export async function ensureUser(ctx: Ctx, email: string, name?: string): Promise<string> {
  const known = await findUserId(ctx.db, email);
  if (known) return known;
  const id = newId(ctx, 'user');
  await insertUser(ctx.db, { id, email, name: name ?? email.split('@')[0] ?? email, at: ctx.clock.now() });
  return id;
}

/** Mails a link to a member. An unknown address gets nothing, and the caller is told the same. */
export async function requestSignInLink(ctx: Ctx, input: { email: string; to?: string }): Promise<void> {
  const member = await findMemberByEmail(ctx.db, input.email.toLowerCase());
  if (!member) return;
  const to = landingPath(input.to, member.role);
  const url = makeLink(ctx, { who: { user: member.user_id }, to, minutes: LINK_MINUTES.signIn });
  await queueMail(ctx, {
    to: member.email,
    to_name: member.name,
    subject: say('access:link_subject'),
    text: say('access:link_text', { name: member.name, url, minutes: LINK_MINUTES.signIn }),
    kind: 'sign-in',
    subject_kind: 'user',
    subject_id: member.user_id,
  });
}

/** Whom a link would let in. @throws 422 when it is not ours, has expired, was used, or leads to nobody. */
export async function readLink(
  ctx: Ctx,
  token: string,
  purpose = LINK_PURPOSE,
): Promise<{ link: LinkPayload; member: Member }> {
  const link = ctx.tokens.read<LinkPayload>(purpose, token);
  if (!link) throw invalidField('token', 'This link is not complete.', 'Copy the whole link.');
  if (isExpired(link, ctx.clock.now())) throw invalidField('token', 'This link has expired.', 'Ask for another.');
  if (await isLinkUsed(ctx.db, link.nonce)) throw usedLink();
  const member = await memberOf(ctx, link.who);
  if (!member) throw invalidField('token', 'This link leads to nobody.', 'Ask an owner to invite you.');
  return { link, member };
}

export function usedLink(): AppError {
  return invalidField('token', 'This link was used already.', 'Ask for another; each works once.');
}

async function memberOf(ctx: Ctx, who: LinkPayload['who']): Promise<Member | undefined> {
  if ('owner' in who) return findFirstOwner(ctx.db);
  if ('user' in who) return findMember(ctx.db, who.user);
  const members = await listConsoleMembers(ctx.db);
  return members.find(({ email }) => ctx.tokens.keyedHash(EMAIL_PURPOSE, email) === who.email);
}

/** Uses a link up and says whom to let in and where to go. @throws 422 like `readLink`; of two uses only one wins. */
export function spendLink(ctx: Ctx, token: string, purpose = LINK_PURPOSE): Promise<{ member: Member; to: string }> {
  return inTransaction(ctx, async (inner) => {
    const { link, member } = await readLink(inner, token, purpose);
    const expires_at = new Date(link.expires * 1000);
    const first = await useLinkOnce(inner.db, { nonce: link.nonce, used_at: inner.clock.now(), expires_at });
    if (!first) throw usedLink();
    const action = purpose === LINK_PURPOSE ? 'member.signed-in-by-link' : 'member.password-reset';
    await writeAudit(inner, { action, subjectKind: 'user', subjectId: member.user_id });
    return { member, to: landingPath(link.to, member.role) };
  });
}
