import { SCOPES, type Scope } from '../../kernel/scopes.ts';
import { MINUTE_MS } from '../../kernel/time.ts';
import { type ApiKey, KEY_SCOPES } from './model.ts';

/** The wished scopes that cannot be given: a key gets at most what its maker may do, and never a person's part. */
export function scopesBeyond(wished: readonly Scope[], held: ReadonlySet<Scope>): Scope[] {
  return wished.filter((scope) => !held.has(scope) || !KEY_SCOPES.includes(scope));
}

/** Wished scopes without repetition, in the registry's order. */
export function tidyScopes(wished: readonly Scope[]): Scope[] {
  return SCOPES.filter((scope) => wished.includes(scope));
}

/** Whether a key may stand in pages that anybody reads: it sends events and does nothing else. */
export function isForPages(scopes: readonly Scope[]): boolean {
  return scopes.every((scope) => scope === 'events:write');
}

export function isLive(key: Pick<ApiKey, 'revoked_at' | 'expires_at'>, now: Date): boolean {
  return key.revoked_at === null && (key.expires_at === null || key.expires_at > now);
}

/** A busy key does not write a row a request: its last use is kept to the minute. */
export function isUseNews(key: Pick<ApiKey, 'last_used_at'>, now: Date): boolean {
  return key.last_used_at === null || now.getTime() - key.last_used_at.getTime() >= MINUTE_MS;
}
