import type { Db } from '../../src/platform/postgres.ts';
import type { Rule } from '../../src/success/segments/model.ts';

const AT = new Date('2026-01-01T00:00:00Z');
const LASTING: Rule = { field: 'country', op: 'known' };

type Made = {
  id: string;
  name: string;
  members: readonly string[];
  /** Who was in it once. */
  gone?: readonly string[];
  rule?: Rule;
  archived?: boolean;
};

/** A saved segment with whom it holds, whatever its rule says. */
export async function seedSegment(db: Db, made: Made): Promise<void> {
  const { id, name, members, gone = [], rule = LASTING, archived = false } = made;
  const named = { id, name, description: '', rule: JSON.stringify(rule), archived_at: archived ? AT : null };
  await db
    .insertInto('segments')
    .values({ ...named, created_by: 'test', created_at: AT, updated_at: AT })
    .execute();
  const rows = [
    ...members.map((account_id) => ({ segment_id: id, account_id, entered_at: AT })),
    ...gone.map((account_id) => ({ segment_id: id, account_id, entered_at: AT, left_at: AT })),
  ];
  if (rows.length > 0) await db.insertInto('segment_members').values(rows).execute();
}
