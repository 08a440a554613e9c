import { SCOPES, type Scope } from '../../kernel/scopes.ts';

export const KEY_PREFIX = 'gw_';

/**
 * What an API key can be given. Not the keys to the house (settings), not the second pair of eyes on a payout, and not
 * a partner's own view: those need a person.
 */
export const KEY_SCOPES = SCOPES.filter(
  (scope) => scope !== 'settings:write' && scope !== 'payouts:approve' && !scope.startsWith('portal:'),
);

export type ApiKey = {
  id: string;
  name: string;
  /** The first characters of the secret, to recognise it by. */
  prefix: string;
  scopes: Scope[];
  created_by: string;
  created_at: Date;
  expires_at: Date | null;
  last_used_at: Date | null;
  revoked_at: Date | null;
  /** The key itself, of one that stands in pages anybody may read. */
  public_key: string | null;
};

/** What the doors for events must know of a key. */
export type WriteKey = { id: string; is_public: boolean };
/** Live keys for events by the SHA-256 of their text; `ends`: epoch milliseconds. */
export type WriteKeys = Record<string, WriteKey & { ends: number | null }>;
