import { AppError, invalidField, notFound } from '../../kernel/errors.ts';
import type { Scope } from '../../kernel/scopes.ts';
import { writeAudit } from '../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../platform/ctx.ts';
import { makeSecretToken, sha256 } from '../../platform/token.ts';
import { type ApiKey, KEY_PREFIX, type WriteKeys } from './model.ts';
import { isForPages, isLive, isUseNews, scopesBeyond, tidyScopes } from './rules.ts';
import { findKeyByHash, insertKey, listAllKeys, listWriteKeys, markRevoked, noteUse, noteUses } from './store.ts';

type NewKey = { name: string; scopes: Scope[]; expires_at?: string | null; is_public?: boolean | undefined };

/**
 * Makes a key and returns its secret, which is shown this once: only its SHA-256 is kept. A public key stands in pages,
 * so it is kept as it is. @throws 422 when a public key would be able to do more than send events
 */
export function createKey(ctx: Ctx, input: NewKey): Promise<{ key: ApiKey; secret: string }> {
  requireScope(ctx, 'settings:write');
  const { key, secret } = draftKey(ctx, input);
  return inTransaction(ctx, async (inner) => {
    await insertKey(inner.db, { ...key, secret_hash: sha256(secret) });
    const detail = { name: key.name, scopes: key.scopes };
    await writeAudit(inner, { action: 'key.created', subjectKind: 'key', subjectId: key.id, detail });
    return { key, secret };
  });
}

function draftKey(ctx: Ctx, input: NewKey) {
  if (input.is_public && !isForPages(input.scopes))
    throw invalidField('scopes', 'A public key may send events and nothing else.', 'Make it with events:write alone.');
  const beyond = scopesBeyond(input.scopes, ctx.scopes);
  if (beyond.length > 0) throw new AppError('forbidden', `A key cannot get ${beyond.join(', ')}.`, { field: 'scopes' });
  const now = ctx.clock.now();
  const expires_at = input.expires_at ? new Date(input.expires_at) : null;
  if (expires_at && expires_at <= now) throw invalidField('expires_at', 'The key would end before it begins.');
  const secret = `${KEY_PREFIX}${makeSecretToken().token}`;
  const key: ApiKey = {
    id: newId(ctx, 'apiKey'),
    name: input.name,
    prefix: secret.slice(0, KEY_PREFIX.length + 5),
    scopes: tidyScopes(input.scopes),
    created_by: ctx.actor.id,
    created_at: now,
    expires_at,
    last_used_at: null,
    revoked_at: null,
    public_key: input.is_public ? secret : null,
  };
  return { key, secret };
}

/** Every key with its last use, never its secret. */
export async function listKeys(ctx: Ctx): Promise<ApiKey[]> {
  requireScope(ctx, 'settings:read');
  return listAllKeys(ctx.db);
}

/** Ends a key at once; it stays in the list. */
export function revokeKey(ctx: Ctx, id: string): Promise<void> {
  requireScope(ctx, 'settings:write');
  return inTransaction(ctx, async (inner) => {
    if (!(await markRevoked(inner.db, id, inner.clock.now()))) throw notFound('key', id);
    await writeAudit(inner, { action: 'key.revoked', subjectKind: 'key', subjectId: id });
  });
}

/** The live key with this secret; undefined when there is none, or it was revoked, or has ended. */
export async function keyOfSecret(ctx: Ctx, secret: string): Promise<ApiKey | undefined> {
  if (!secret.startsWith(KEY_PREFIX)) return undefined;
  const key = await findKeyByHash(ctx.db, sha256(secret));
  const now = ctx.clock.now();
  if (!key || !isLive(key, now)) return undefined;
  if (isUseNews(key, now)) await noteUse(ctx.db, key.id, now);
  return key;
}

/** Every live key that may send events, for doors that cannot ask each time. */
export async function writeKeys(ctx: Ctx): Promise<WriteKeys> {
  requireScope(ctx, 'events:write');
  const rows = await listWriteKeys(ctx.db);
  return Object.fromEntries(
    rows.map(({ id, secret_hash, expires_at, public_key }) => [
      secret_hash,
      { id, is_public: public_key !== null, ends: expires_at?.getTime() ?? null },
    ]),
  );
}

/** Notes that keys sent events. */
export async function noteKeysUsed(ctx: Ctx, ids: readonly string[]): Promise<void> {
  requireScope(ctx, 'events:write');
  if (ids.length > 0) await noteUses(ctx.db, ids, ctx.clock.now());
}
