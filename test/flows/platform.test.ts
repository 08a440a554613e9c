import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAudit } from '../../src/platform/audit.ts';
import { inTransaction } from '../../src/platform/ctx.ts';
import type { Database } from '../../src/platform/database.ts';
import { testCtx } from '../harness/ctx.ts';
import { openTestDatabase } from '../harness/db.ts';

describe('the database of a rung', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it('reads bigint as a safe integer, numeric and date as exact text', async () => {
    const { rows } = await database.pool.query(
      `select 9007199254740991::bigint as big, 0.10::numeric as exact, date '2024-02-29' as day`,
    );
    expect(rows).toEqual([{ big: Number.MAX_SAFE_INTEGER, exact: '0.10', day: '2024-02-29' }]);
  });

  it('keeps nothing of a transaction that fails', async () => {
    const ctx = testCtx(database);
    const failing = inTransaction(ctx, async (inner) => {
      await writeAudit(inner, { action: 'test', subjectKind: 'account', subjectId: 'ac_1' });
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await ctx.db.selectFrom('audit_entries').select('id').execute()).toEqual([]);
  });
});
