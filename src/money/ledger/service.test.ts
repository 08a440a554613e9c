import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCtx } from '../../../test/harness/ctx.ts';
import { openTestDatabase } from '../../../test/harness/db.ts';
import { inTransaction } from '../../platform/ctx.ts';
import type { Database } from '../../platform/database.ts';
import type { Transfer } from './model.ts';
import { checkBooks, listLedgerAccounts, listLedgerTransfers, postTransfers } from './service.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

function accrue(key: string, amount_minor: number, more: Partial<Transfer> = {}): Transfer {
  return {
    idempotency_key: key,
    event: 'accrue',
    debit: { kind: 'programme.expense', owner_id: 'pr_1' },
    credit: { kind: 'partner.pending', owner_id: 'pa_1' },
    currency: 'EUR',
    amount_minor,
    ref_kind: 'commission',
    ref_id: 'cm_1',
    ...more,
  };
}

const pendingTo = (kind: Transfer['credit']['kind'], event: Transfer['event']) => ({
  event,
  debit: { kind: 'partner.pending' as const, owner_id: 'pa_1' },
  credit: { kind, owner_id: kind === 'programme.expense' ? 'pr_1' : 'pa_1' },
});

function post(...transfers: Transfer[]) {
  return inTransaction(testCtx(database), (ctx) => postTransfers(ctx, transfers));
}

async function balance(kind: string, owner = 'pa_1', currency = 'EUR'): Promise<number | undefined> {
  const { rows } = await sql<{ balance_minor: number }>`select balance_minor from ledger_accounts
    where kind = ${kind} and owner_id = ${owner} and currency = ${currency}`.execute(database.db);
  return rows[0]?.balance_minor;
}

describe('posting transfers', () => {
  it('moves money from one account to another, making them when first used', async () => {
    const written = await post(accrue('k1', 980), accrue('k2', 20));
    expect(written.length).toBe(2);
    expect(await balance('partner.pending')).toBe(1000);
    expect(await balance('programme.expense', 'pr_1')).toBe(-1000);
  });

  it('passes over a transfer that is already there with the same content', async () => {
    expect(await post(accrue('k1', 980), accrue('k3', 5))).toHaveLength(1);
    expect(await balance('partner.pending')).toBe(1005);
  });

  it('refuses the same key with other content, and writes nothing of the call', async () => {
    const refused = post(accrue('k4', 1), accrue('k1', 981));
    await expect(refused).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('k1') });
    await expect(post(accrue('k5', 1), accrue('k5', 1))).rejects.toMatchObject({ code: 'conflict' });
    expect(await balance('partner.pending')).toBe(1005);
  });

  it('refuses to take more from pending or held than is there, and says how far it would fall', async () => {
    const overdraft = post(accrue('k6', 1006, pendingTo('partner.available', 'mature')));
    await expect(overdraft).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('fall to -1') });
    const held = accrue('k7', 1, {
      ...pendingTo('partner.available', 'release'),
      debit: { kind: 'partner.held', owner_id: 'pa_1' },
    });
    await expect(post(held)).rejects.toMatchObject({ code: 'conflict' });
    expect(await balance('partner.held')).toBeUndefined();
  });

  it('lets a partner owe: available may be negative', async () => {
    await post(
      accrue('k8', 300, {
        ...pendingTo('programme.expense', 'reverse'),
        debit: { kind: 'partner.available', owner_id: 'pa_1' },
      }),
    );
    expect(await balance('partner.available')).toBe(-300);
  });

  it.each<[string, Partial<Transfer>]>([
    ['of nothing', { amount_minor: 0 }],
    ['of a fraction', { amount_minor: 0.5 }],
    ['of a negative amount', { amount_minor: -5 }],
    ['from a place its event does not take from', { event: 'mature' }],
    ['to itself', { ...pendingTo('partner.pending', 'release') }],
  ])('refuses a transfer %s', async (_name, more) => {
    await expect(post(accrue('k9', 5, more))).rejects.toMatchObject({ code: 'unprocessable' });
  });

  it('keeps every currency apart', async () => {
    await post(accrue('k10', 50, { currency: 'USD' }));
    expect(await balance('partner.pending', 'pa_1', 'USD')).toBe(50);
    expect(await balance('partner.pending')).toBe(1005);
  });

  it('lets many write at once without a deadlock, a loss or a double', async () => {
    const owners = ['a', 'b', 'c', 'd', 'e'];
    const work = Array.from({ length: 40 }, (_, n) => {
      const order = n % 2 === 0 ? owners : owners.toReversed();
      return post(
        ...order.map((owner) =>
          accrue(`many-${n % 20}-${owner}`, 1, { credit: { kind: 'partner.pending', owner_id: `pa_${owner}` } }),
        ),
      );
    });
    await Promise.all(work);
    for (const owner of owners) expect(await balance('partner.pending', `pa_${owner}`)).toBe(20);
  });

  it('shows accounts and transfers to whoever may read money', async () => {
    const ctx = testCtx(database);
    const accounts = await listLedgerAccounts(ctx, { owner_id: 'pa_1', currency: 'EUR', page: 1, per_page: 50 });
    expect(accounts.items.map(({ kind, balance_minor }) => [kind, balance_minor])).toEqual([
      ['partner.available', -300],
      ['partner.pending', 1005],
    ]);
    const page = { event: 'accrue' as const, owner_id: 'pa_1', currency: 'EUR', page: 1, per_page: 2 };
    const transfers = await listLedgerTransfers(ctx, page);
    expect([transfers.total, transfers.items.map(({ idempotency_key }) => idempotency_key)]).toEqual([3, ['k3', 'k2']]);
    await expect(listLedgerTransfers(testCtx(database, { scopes: [] }), page)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('the database itself', () => {
  const ids = sql`select id from ledger_accounts`;
  it.each([
    [
      'an overdraft',
      sql`insert into ledger_transfers (id, idempotency_key, event, debit_account_id, credit_account_id, currency, amount_minor, ref_kind, ref_id, at)
      select 'lt_x', 'raw', 'mature', d.id, c.id, 'EUR', 999999, 'commission', 'cm_1', now() from ledger_accounts d, ledger_accounts c
      where d.kind = 'partner.pending' and d.owner_id = 'pa_1' and d.currency = 'EUR' and c.kind = 'partner.available' and c.owner_id = 'pa_1' and c.currency = 'EUR'`,
      '23514',
    ],
    [
      'a transfer between two currencies',
      sql`insert into ledger_transfers (id, idempotency_key, event, debit_account_id, credit_account_id, currency, amount_minor, ref_kind, ref_id, at)
      select 'lt_x', 'raw', 'mature', d.id, c.id, 'EUR', 1, 'commission', 'cm_1', now() from ledger_accounts d, ledger_accounts c
      where d.kind = 'partner.pending' and d.owner_id = 'pa_1' and d.currency = 'EUR' and c.kind = 'partner.pending' and c.owner_id = 'pa_1' and c.currency = 'USD'`,
      '23503',
    ],
    [
      'a transfer of nothing',
      sql`insert into ledger_transfers (id, idempotency_key, event, debit_account_id, credit_account_id, currency, amount_minor, ref_kind, ref_id, at)
      select 'lt_x', 'raw', 'accrue', min(id), max(id), 'EUR', 0, 'commission', 'cm_1', now() from (${ids} where currency = 'EUR') x`,
      '23514',
    ],
    ['an edited transfer', sql`update ledger_transfers set amount_minor = amount_minor + 1`, '23001'],
    ['a removed transfer', sql`delete from ledger_transfers`, '23001'],
    ['an emptied ledger', sql`truncate ledger_transfers`, '23001'],
    ['emptied accounts', sql`truncate ledger_accounts cascade`, '23001'],
    ['a balance set by hand', sql`update ledger_accounts set balance_minor = balance_minor + 1`, '23001'],
    [
      'an account that starts with money',
      sql`insert into ledger_accounts values ('la_x', 'cash', 'company', 'EUR', 5)`,
      '23001',
    ],
    [
      'an account given to somebody else',
      sql`update ledger_accounts set owner_id = 'pa_thief' where owner_id = 'pa_1'`,
      '23001',
    ],
    ['a removed account', sql`delete from ledger_accounts`, '23001'],
  ])('refuses %s', async (_name, statement, code) => {
    await expect(statement.execute(database.db)).rejects.toMatchObject({ code });
  });
});

it('finds books that do not hold: the commission behind these transfers does not exist', async () => {
  const found = await checkBooks(testCtx(database));
  const names = new Set(found.map(({ invariant }) => invariant));
  expect(names).toContain("a programme's expense is the sum of its commissions' nets and its companies' credits");
  expect(names).not.toContain('the balances of a currency sum to 0');
  expect(names).not.toContain('a balance is the sum of its transfers');
});
