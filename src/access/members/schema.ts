import { z } from 'zod';
import { PASSWORD_LENGTH } from '../../kernel/password.ts';
import { ROLES, SCOPES } from '../../kernel/scopes.ts';
import type { Member, Session } from './model.ts';

const CONSOLE_ROLES = ['owner', 'manager', 'finance', 'viewer'] as const;

const email = z.email().max(254).describe('E-mail address; upper and lower case are the same');
const personName = z.string().trim().min(1).max(120).describe("The person's name");
const password = z
  .string()
  .min(PASSWORD_LENGTH.least)
  .max(PASSWORD_LENGTH.most)
  .describe('A password of at least 10 characters');
const to = z.string().max(2000).optional().describe('The path to open after signing in, such as /accounts');
const consoleRole = z.enum(CONSOLE_ROLES).describe('What the person may do');
const instant = z.iso.datetime();

export const signInBody = z.object({ email, password: z.string().min(1).max(PASSWORD_LENGTH.most), to });
export const signedIn = z.object({ to: z.string().describe('The path to open now') });
export const linkBody = z.object({ email, to });
export const linkAsked = z.object({
  sent: z.literal(true).describe('Always true: whether the address is known is not told'),
  minutes: z.number().int().describe('How long a link works'),
});
export const passwordBody = z.object({
  password,
  current_password: z.string().max(PASSWORD_LENGTH.most).optional().describe('Needed when a password is already set'),
});
export const meBody = z.object({ name: personName.optional(), email: email.optional() });

export const meView = z.object({
  kind: z.enum(['user', 'partner', 'key']).describe('Who asks: a person of the company, a partner, or an API key'),
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  role: z.enum(ROLES).nullable().describe('null for an API key'),
  partner_id: z.string().nullable().describe("A partner's own id; null for everybody else"),
  scopes: z.array(z.enum(SCOPES)).describe('Everything the caller may do'),
  has_password: z.boolean().describe('False while the person signs in by links only'),
});

export const resetBody = z.object({
  token: z.string().max(2000).describe('What follows # in the mailed link'),
  password,
});
export const resetAskBody = z.object({ email });

export const sessionList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      user_agent: z.string().nullable().describe('What the browser called itself when it signed in'),
      created_at: instant,
      expires_at: instant,
      current: z.boolean().describe('This is the one that asks'),
    }),
  ),
});
export const sessionParams = z.object({ id: z.string().max(60).describe('The session') });

export const memberView = z.object({
  user_id: z.string(),
  email: z.string(),
  name: z.string(),
  role: consoleRole,
  created_at: instant,
  last_seen_at: instant.nullable().describe('To the hour; null before the first sign-in'),
});
export const memberList = z.object({ items: z.array(memberView) });
export const inviteBody = z.object({ email, name: personName.optional(), role: consoleRole });
export const roleBody = z.object({ role: consoleRole });
export const memberParams = z.object({ user_id: z.string().max(40).describe('The member, us_…') });

export function toMemberView(member: Member): z.infer<typeof memberView> {
  return memberView.parse({
    ...member,
    created_at: member.created_at.toISOString(),
    last_seen_at: member.last_seen_at?.toISOString() ?? null,
  });
}

export function toSessionList(sessions: (Session & { current: boolean })[]): z.infer<typeof sessionList> {
  const items = sessions.map((session) => ({
    ...session,
    created_at: session.created_at.toISOString(),
    expires_at: session.expires_at.toISOString(),
  }));
  return { items };
}
