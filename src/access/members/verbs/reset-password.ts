import type { Auth } from '../../../platform/auth.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { say } from '../../../platform/locale.ts';
import { queueMail } from '../../../platform/mail.ts';
import { LINK_MINUTES, RESET_PURPOSE } from '../model.ts';
import { landingPath } from '../rules.ts';
import { findMemberByEmail } from '../store.ts';
import { signLink, spendLink } from './links.ts';
import type { SignedIn } from './sign-in.ts';

/** Mails a link that sets a new password. An unknown address gets nothing, and the caller is told the same. */
export async function requestPasswordReset(ctx: Ctx, input: { email: string }): Promise<void> {
  const member = await findMemberByEmail(ctx.db, input.email.toLowerCase());
  if (!member) return;
  const minutes = LINK_MINUTES.reset;
  const token = signLink(ctx, RESET_PURPOSE, { who: { user: member.user_id }, to: '/', minutes });
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

/**
 * Sets the password through a mailed link, ends every session of the person and signs them in here.
 * @throws 422 when the link does not work (any more)
 */
export async function resetPassword(
  ctx: Ctx,
  auth: Auth,
  input: { token: string; password: string; userAgent?: string },
): Promise<SignedIn> {
  const { member, to } = await spendLink(ctx, input.token, RESET_PURPOSE);
  await auth.replacePassword(member.user_id, input.password);
  return { cookies: await auth.openSession(member.user_id, input.userAgent), to: landingPath(to, member.role) };
}
