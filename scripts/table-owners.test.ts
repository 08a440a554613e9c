import { describe, expect, it } from 'vitest';
import { checkRegistry, checkWrites, type Owners, tablesOf } from './table-owners.ts';

const owners: Owners = {
  local: { 'money/ledger': ['ledger_transfers'], 'access/members': ['auth.user'] },
  firehose: { 'customers/usage': ['usage_events'] },
};
const writes = (path: string, text: string) => checkWrites(owners, [{ path, text }]);

describe('the register of tables', () => {
  it('finds every table of the schema', () => {
    expect(tablesOf('create table a (\n  id text\n);\n\ncreate table auth.user (\n  id text\n);')).toEqual([
      'a',
      'auth.user',
    ]);
  });

  it('names a table without an owner, one that is gone, and one with two owners', () => {
    const found = checkRegistry({ local: { a: ['x', 'gone'], b: ['x'] }, firehose: {} }, ['x', 'new'], 'owners');
    expect(found.map(({ message }) => message)).toEqual([
      'table new has no owner; name it local or firehose',
      'table gone is not in db/schema.sql',
      'table x has two owners',
    ]);
  });
});

describe('writes', () => {
  it.each([
    "db.insertInto('ledger_transfers').values(row)",
    "db\n  .updateTable('ledger_transfers')",
    "db.deleteFrom('auth.user')",
    'sql`insert into ledger_transfers (id) values (1)`',
    'sql`delete from auth.user`',
    'sql`with x as (select 1) update ledger_transfers set id = 1`',
    "const SPEC: BulkTable = { table: 'usage_events' }",
  ])('refuses another slice this: %s', (text) => {
    expect(writes('src/money/payouts/store.ts', text)).toHaveLength(1);
  });

  it('lets the owner write, and anybody read', () => {
    expect(writes('src/money/ledger/store/transfers.ts', "db.insertInto('ledger_transfers')")).toEqual([]);
    expect(writes('src/money/payouts/store.ts', "db.selectFrom('ledger_transfers')")).toEqual([]);
  });

  it('says the line', () => {
    expect(writes('src/reports/mrr.ts', "\n\ndb.insertInto('usage_events')")).toMatchObject([{ line: 3 }]);
  });
});
