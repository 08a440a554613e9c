import type { Role } from '../../kernel/scopes.ts';

export type ConsoleRole = Exclude<Role, 'partner'>;

/** A user with what they may do here. `last_seen_at` is kept to the hour. */
export type Member = {
  user_id: string;
  email: string;
  name: string;
  role: Role;
  partner_id: string | null;
  created_at: Date;
  last_seen_at: Date | null;
};

/**
 * What a sign-in link says, signed: whom it signs in, where it leads, until when (epoch seconds). `owner` means the
 * first owner and `email` a keyed hash of an address, so that a link can be made while the database is in use.
 */
export type LinkPayload = {
  who: { user: string } | { owner: true } | { email: string };
  to: string;
  nonce: string;
  expires: number;
  /** What the password was when a link that replaces it was made, as a keyed hash: once it changed, older links are void. */
  password?: string;
};

export const LINK_PURPOSE = 'sign-in-link';
export const RESET_PURPOSE = 'password-reset';
export const EMAIL_PURPOSE = 'member-email';

/** One open session of a person. */
export type Session = { id: string; user_agent: string | null; created_at: Date; expires_at: Date };

export const LINK_MINUTES = { signIn: 30, reset: 60, owner: 24 * 60, invitation: 14 * 24 * 60 } as const;
