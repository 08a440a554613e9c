import { sql } from 'kysely';
import type { Scope } from '../../kernel/scopes.ts';
import { MINUTE_MS } from '../../kernel/time.ts';
import type { Db } from '../../platform/postgres.ts';
import type { ApiKey } from './model.ts';

const COLUMNS = [
  'id',
  'name',
  'prefix',
  'scopes',
  'created_by',
  'created_at',
  'expires_at',
  'last_used_at',
  'revoked_at',
  'public_key',
] as const;

export async function insertKey(db: Db, key: ApiKey & { secret_hash: string }): Promise<void> {
  await db.insertInto('api_keys').values(key).execute();
}

/** Every key, the newest first; revoked ones stay, so that the audit trail keeps their names. */
export async function listAllKeys(db: Db): Promise<ApiKey[]> {
  return (await db.selectFrom('api_keys').select(COLUMNS).orderBy('id', 'desc').execute()) as ApiKey[];
}

export async function findKeyByHash(db: Db, secretHash: string): Promise<ApiKey | undefined> {
  const query = db.selectFrom('api_keys').select(COLUMNS).where('secret_hash', '=', secretHash);
  const row = await query.executeTakeFirst();
  return row && { ...row, scopes: row.scopes as Scope[] };
}

/** False when there is no such key. Revoking twice keeps the first instant. */
export async function markRevoked(db: Db, id: string, at: Date): Promise<boolean> {
  const rows = await db
    .updateTable('api_keys')
    .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.val(at)) }))
    .where('id', '=', id)
    .returning('id')
    .execute();
  return rows.length === 1;
}

export async function noteUse(db: Db, id: string, at: Date): Promise<void> {
  await db.updateTable('api_keys').set({ last_used_at: at }).where('id', '=', id).execute();
}

/** Keys that may send events and were not revoked. */
export async function listWriteKeys(db: Db) {
  return db
    .selectFrom('api_keys')
    .select(['id', 'secret_hash', 'expires_at', 'public_key'])
    .where(sql<boolean>`'events:write' = any(scopes)`)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Notes to the minute that keys were used. */
export async function noteUses(db: Db, ids: readonly string[], at: Date): Promise<void> {
  await db
    .updateTable('api_keys')
    .set({ last_used_at: at })
    .where('id', '=', sql<string>`any(${ids})`)
    .where((eb) => eb.or([eb('last_used_at', 'is', null), eb('last_used_at', '<', new Date(at.getTime() - MINUTE_MS))]))
    .execute();
}
