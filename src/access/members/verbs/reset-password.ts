import type { Auth } from '../../../platform/auth.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { say } from '../../../platform/locale.ts';
import { queueMail } from '../../../platform/mail.ts';
import { LINK_MINUTES, RESET_PURPOSE } from '../model.ts';
import { landingPath } from '../rules.ts';
import { findMemberByEmail, findPasswordHash } from '../store.ts';
import { readLink, signLink, spendLink, usedLink } from './links.ts';
import type { SignedIn } from './sign-in.ts';

/** Mails a link that sets a new password. An unknown address gets nothing, and the caller is told the same. */
export async function requestPasswordReset(ctx: Ctx, input: { email: string }): Promise<void> {
  const member = await findMemberByEmail(ctx.db, input.email.toLowerCase());
  if (!member) return;
  const minutes = LINK_MINUTES.reset;
  const token = signLink(ctx, RESET_PURPOSE, {
    who: { user: member.user_id },
    to: '/',
    minutes,
    password: await markOf(ctx, member.user_id),
  });
  await queueMail(ctx, {
    to: member.email,
    to_name: member.name,
    subject: say('access:reset_subject'),
    // What follows # never reaches a server's log.
    text: say('access:reset_text', { name: member.name, url: `${ctx.publicUrl}/reset#${token}`, minutes }),
    kind: 'password-reset',
    subject_kind: 'user',
    subject_id: member.user_id,
  });
}

async function markOf(ctx: Ctx, userId: string): Promise<string> {
  return ctx.tokens.keyedHash(RESET_PURPOSE, (await findPasswordHash(ctx.db, userId)) ?? '');
}

/**
 * Sets the password through a mailed link, ends every session of the person and signs them in here.
 * @throws 422 when the link does not work (any more): used, expired, or older than the password that is set
 */
export async function resetPassword(
  ctx: Ctx,
  auth: Auth,
  input: { token: string; password: string; userAgent?: string },
): Promise<SignedIn> {
  const asked = await readLink(ctx, input.token, RESET_PURPOSE);
  if (asked.link.password !== (await markOf(ctx, asked.member.user_id))) throw usedLink();
  const { member, to } = await spendLink(ctx, input.token, RESET_PURPOSE);
  await auth.replacePassword(member.user_id, input.password);
  return { cookies: await auth.openSession(member.user_id, input.userAgent), to: landingPath(to, member.role) };
}
