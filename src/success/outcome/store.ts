import { sql } from 'kysely';
import type { Db } from '../../platform/postgres.ts';
import type { OutcomeRule, RuleVersion } from './model.ts';

const COLUMNS = ['id', 'version', 'rule', 'reason', 'is_active', 'created_by', 'created_at'] as const;
const toVersion = <T extends { rule: unknown }>(row: T) => ({ ...row, rule: row.rule as OutcomeRule });

/** One change at a time: the next waits for this transaction's end. */
export async function lockRules(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('goodword.success.rules'))`.execute(db);
}

export async function findActiveRule(db: Db): Promise<RuleVersion | undefined> {
  const row = await db.selectFrom('success_rules').select(COLUMNS).where('is_active', '=', true).executeTakeFirst();
  return row && toVersion(row);
}

export async function findRule(db: Db, id: string): Promise<RuleVersion | undefined> {
  const row = await db.selectFrom('success_rules').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row && toVersion(row);
}

/** Newest first. */
export async function listRules(db: Db): Promise<RuleVersion[]> {
  const rows = await db.selectFrom('success_rules').select(COLUMNS).orderBy('version', 'desc').limit(200).execute();
  return rows.map(toVersion);
}

export type NewVersion = Pick<RuleVersion, 'rule' | 'reason'> & { id: string; by: string; at: Date };

/** Adds the next version and puts it in force. */
export async function insertRule(db: Db, { id, rule, reason, by, at }: NewVersion): Promise<void> {
  await deactivate(db);
  const { last } = await db
    .selectFrom('success_rules')
    .select(({ fn }) => fn.max('version').as('last'))
    .executeTakeFirstOrThrow();
  await db
    .insertInto('success_rules')
    .values({
      id,
      version: (last ?? 0) + 1,
      rule: JSON.stringify(rule),
      reason,
      is_active: true,
      created_by: by,
      created_at: at,
    })
    .execute();
}

export async function activateRule(db: Db, id: string): Promise<void> {
  await deactivate(db);
  await db.updateTable('success_rules').set({ is_active: true }).where('id', '=', id).execute();
}

async function deactivate(db: Db): Promise<void> {
  await db.updateTable('success_rules').set({ is_active: false }).where('is_active', '=', true).execute();
}
