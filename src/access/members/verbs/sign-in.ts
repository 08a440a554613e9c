import { AppError } from '../../../kernel/errors.ts';
import { HOUR_MS } from '../../../kernel/time.ts';
import type { Auth, Cookies } from '../../../platform/auth.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { say } from '../../../platform/locale.ts';
import type { Member } from '../model.ts';
import { landingPath, maskEmail } from '../rules.ts';
import { findMember, touchMember } from '../store.ts';
import { readLink, spendLink } from './links.ts';

export type { Auth, Cookies };
export type SignedIn = { cookies: Cookies; to: string };

/** @throws unauthenticated with one and the same answer for a wrong address, a wrong password and a removed member. */
export async function signIn(
  ctx: Ctx,
  auth: Auth,
  { to, ...input }: { email: string; password: string; to?: string; userAgent?: string },
): Promise<SignedIn> {
  const answer = await auth.signIn(input);
  const member = answer && (await findMember(ctx.db, answer.userId));
  if (!member) {
    throw new AppError('unauthenticated', 'The e-mail address or the password is not right.', {
      hint: 'Try again, or ask for a sign-in link by e-mail.',
    });
  }
  return { cookies: answer.cookies, to: landingPath(to, member.role) };
}

/** The page with the button that uses a mailed link; undefined for a link from the terminal, which is used at once. */
export async function openLink(ctx: Ctx, token: string) {
  const { link, member } = await readLink(ctx, token);
  if (!('user' in link.who)) return undefined;
  return {
    title: say('access:welcome_title'),
    text: say('access:welcome_text', { email: maskEmail(member.email) }),
    action: { label: say('access:welcome_button') },
  };
}

/** @throws 422 when the link does not work (any more). */
export async function signInByLink(ctx: Ctx, auth: Auth, token: string, userAgent?: string): Promise<SignedIn> {
  const { member, to } = await spendLink(ctx, token);
  await touchMember(ctx.db, member.user_id, ctx.clock.now());
  return { cookies: await auth.openSession(member.user_id, userAgent), to };
}

/** The member behind a session; notes once an hour that they were here. */
export async function memberOfSession(ctx: Ctx, userId: string): Promise<Member | undefined> {
  const member = await findMember(ctx.db, userId);
  const now = ctx.clock.now();
  if (member && now.getTime() - (member.last_seen_at?.getTime() ?? 0) >= HOUR_MS) {
    await touchMember(ctx.db, userId, now);
  }
  return member;
}
