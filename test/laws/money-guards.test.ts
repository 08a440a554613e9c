import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { confirmPayoutBatch } from '../../src/flows/run-payout.ts';
import { draftPayoutBatch } from '../../src/money/payouts/verbs/draft-batch.ts';
import { cancelPayoutBatch, sendPayoutBatch } from '../../src/money/payouts/verbs/send-batch.ts';
import type { PartnerId } from '../../src/platform/ctx.ts';
import type { Database } from '../../src/platform/database.ts';
import { databaseError } from '../../src/platform/postgres.ts';
import { openTestDatabase } from '../harness/db.ts';
import { type Desk, openDesk } from '../harness/payout-desk.ts';

/** Attacks with SQL, through the connection the product itself uses: the database alone has to refuse. */
describe('the database refuses', () => {
  let database: Database;
  let desk: Desk;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    desk = await openDesk(database);
  });

  /** Every statement must fail with one of these codes, and change nothing. */
  async function refused(statements: Record<string, string>, code: string | string[]): Promise<void> {
    const before = await fingerprint();
    for (const [attack, text] of Object.entries(statements)) {
      const answer = await sql
        .raw(text)
        .execute(database.db)
        .catch((error: unknown) => error);
      expect([attack, [code].flat().includes(databaseError(answer)?.code ?? String(answer))]).toEqual([attack, true]);
    }
    expect(await fingerprint()).toBe(before);
    expect(await desk.violations()).toEqual([]);
  }

  async function fingerprint(): Promise<string> {
    const { rows } = await sql<{ all: string }>`select md5(concat(
      (select string_agg(a::text, '|' order by a.id) from ledger_accounts a), (select string_agg(t::text, '|' order by t.id) from ledger_transfers t),
      (select string_agg(b::text, '|' order by b.id) from payout_batches b), (select string_agg(p::text, '|' order by p.id) from payouts p),
      (select string_agg(i::text, '|' order by i.payout_id, i.commission_id) from payout_items i))) as all`.execute(
      database.db,
    );
    return rows[0]?.all ?? '';
  }

  const REFUSED = '23001';
  const BROKEN_CHECK = '23514';
  const TWICE = '23505';
  const STRANGER = '23503';

  async function account(kind: string, ownerId: string): Promise<string> {
    const row = await database.db
      .selectFrom('ledger_accounts')
      .select('id')
      .where('kind', '=', kind)
      .where('owner_id', '=', ownerId)
      .executeTakeFirstOrThrow();
    return row.id;
  }

  const post = (key: string, debit: string, credit: string, amount: number, currency = 'EUR') => `
    insert into ledger_transfers (id, idempotency_key, event, debit_account_id, credit_account_id, currency, amount_minor,
      ref_kind, ref_id, at) values ('lt_${key}', '${key}', 'reverse', '${debit}', '${credit}', '${currency}', ${amount}, 'x', 'x', now())`;

  async function accounts(partnerId: PartnerId) {
    return {
      pending: await account('partner.pending', partnerId),
      expense: await account('programme.expense', desk.books.programmeId),
    };
  }

  it('a transfer that does not balance, is edited, is written twice, or is taken away', async () => {
    const { pending, expense } = await accounts(await desk.earned('Attacked', 100_000));
    await refused(
      {
        'one side only': post('a1', pending, pending, 100),
        'an amount of nothing': post('a2', pending, expense, 0),
        'an amount below nothing': post('a3', pending, expense, -100),
      },
      BROKEN_CHECK,
    );
    await refused(
      {
        'into nowhere': post('a4', pending, 'la_nowhere', 100),
        'into another currency': post('a5', pending, expense, 100, 'USD'),
      },
      STRANGER,
    );
    await refused(
      {
        'an edited amount': `update ledger_transfers set amount_minor = amount_minor + 1`,
        'an edited account': `update ledger_transfers set credit_account_id = debit_account_id`,
        'a deleted transfer': `delete from ledger_transfers where amount_minor > 0`,
        'a balance of one’s own': `update ledger_accounts set balance_minor = balance_minor + 1 where id = '${pending}'`,
        'an account that begins rich': `insert into ledger_accounts (id, kind, owner_id, currency, balance_minor) values ('la_x', 'cash', 'x', 'EUR', 5)`,
        'an account of somebody else': `update ledger_accounts set owner_id = 'pa_thief' where id = '${pending}'`,
        'a deleted account': `delete from ledger_accounts where id = '${pending}'`,
        'an emptied ledger': 'truncate ledger_transfers cascade',
      },
      REFUSED,
    );
    await refused(
      {
        'a key used again': `insert into ledger_transfers (id, idempotency_key, event, debit_account_id, credit_account_id, currency,
          amount_minor, ref_kind, ref_id, at) select 'lt_again', idempotency_key, event, debit_account_id, credit_account_id, currency,
          amount_minor, ref_kind, ref_id, at from ledger_transfers limit 1`,
      },
      TWICE,
    );
  });

  it('an overdraft of what waits or is held, also hidden among other transfers of one statement', async () => {
    const partnerId = await desk.earned('Overdrawn', 100_000);
    const { pending, expense } = await accounts(partnerId);
    await sql`insert into ledger_accounts (id, kind, owner_id, currency) values ('la_held', 'partner.held', ${partnerId}, 'EUR')
      on conflict do nothing`.execute(database.db);
    const row = (key: string, debit: string, credit: string, amount: number) =>
      post(key, debit, credit, amount).split(' values ')[1];
    await refused(
      {
        'more than is pending': post('o1', pending, expense, 20_001),
        'more than is held': post('o2', 'la_held', pending, 1),
        'an expense above nothing': post('o3', pending, expense, 1_000_000),
        'several that do it together': `${post('o4', pending, expense, 15_000)}, ${row('o5', pending, expense, 15_000)}`,
      },
      BROKEN_CHECK,
    );
  });

  it('an approval by whoever made the batch, however it is written', async () => {
    await desk.earned('Four eyes', 100_000);
    await desk.mature();
    const { id } = await draftPayoutBatch(desk.as('manager'), { currency: 'EUR' });
    const approve = (by: string, hash = 'content_hash') =>
      `update payout_batches set state = 'approved', approved_by = '${by}', approved_at = now(), approved_hash = ${hash} where id = '${id}'`;
    await refused(
      {
        'their own approval': approve('manager'),
        'an approval of other content': approve('finance', `'another'`),
        'no approver at all': `update payout_batches set state = 'approved' where id = '${id}'`,
        'sent without anybody': `update payout_batches set state = 'sent' where id = '${id}'`,
      },
      [BROKEN_CHECK, REFUSED],
    );
    await refused(
      {
        'made by somebody else after all': `update payout_batches set created_by = 'nobody' where id = '${id}'`,
        'a claim without an approval': `update payouts set state = 'claimed' where batch_id = '${id}'`,
        'a batch that begins approved': `insert into payout_batches (id, currency, rail, state, created_by, created_at, expected_on,
          content_hash, approved_by, approved_hash) values ('pb_x', 'EUR', 'sepa', 'approved', 'a', now(), now(), 'h', 'b', 'h')`,
      },
      REFUSED,
    );
  });

  it('a payout that changes after its approval: amount, account, what it settles, or that it was approved', async () => {
    const partnerId = await desk.earned('Pinned', 100_000);
    await desk.earned('Another', 100_000);
    await desk.mature();
    const batch = await draftPayoutBatch(desk.as('manager'), { currency: 'EUR' });
    const approved = await desk.approve(batch);
    const payout = approved.payouts.find(({ partner }) => partner.id === partnerId)?.id;
    const other = approved.payouts.find(({ partner }) => partner.id !== partnerId)?.id;
    const of = `where id = '${payout}'`;
    await refused(
      {
        'more money': `update payouts set amount_minor = amount_minor + 1, gross_minor = gross_minor + 1 ${of}`,
        'less tax': `update payouts set withheld_minor = 0, amount_minor = gross_minor, withheld_rate_bps = 1 ${of}`,
        'another account': `update payouts set iban = 'GB33BUKB20201555555555' ${of}`,
        'another holder': `update payouts set holder_name = 'Mallory' ${of}`,
        'another partner': `update payouts set partner_id = 'pa_x' ${of}`,
        'another reference': `update payouts set end_to_end_id = 'X1' ${of}`,
        'another batch content': `update payout_batches set content_hash = 'h', approved_hash = 'h' where id = '${batch.id}'`,
        'another date': `update payout_batches set expected_on = expected_on + 1 where id = '${batch.id}'`,
        'another approver': `update payout_batches set approved_by = 'owner' where id = '${batch.id}'`,
        'one payout more': `insert into payouts (id, batch_id, partner_id, currency, amount_minor, gross_minor, destination_id, rail,
          holder_name, iban, state, end_to_end_id, created_at) select 'po_x', batch_id, partner_id, currency, 5, 5, destination_id,
          rail, holder_name, iban, 'draft', 'X2', created_at from payouts where id = '${other}'`,
        'one payout less': `delete from payouts ${of}`,
        'paid before it was sent': `update payouts set state = 'paid' ${of}`,
        'one commission less': `delete from payout_items where payout_id = '${payout}'`,
        'one commission freed': `update payout_items set is_live = false where payout_id = '${payout}'`,
        'a larger share of a commission': `update payout_items set amount_minor = amount_minor + 1 where payout_id = '${payout}'`,
        'a commission of another payout': `insert into payout_items select '${payout}', commission_id, amount_minor, true from payout_items where payout_id = '${other}'`,
        'no payouts at all': 'truncate payouts cascade',
      },
      REFUSED,
    );
    await cancelPayoutBatch(desk.ctx, batch.id);
  });

  it('a second settlement of a payout or of a commission', async () => {
    const partnerId = await desk.earned('Twice', 100_000);
    await desk.mature();
    const batch = await desk.approve(await draftPayoutBatch(desk.as('manager'), { currency: 'EUR' }));
    await sendPayoutBatch(desk.ctx, batch.id);
    await confirmPayoutBatch(desk.ctx, { id: batch.id, answers: { all_paid: true } });
    const payout = batch.payouts[0]?.id ?? '';
    const transit = await account('payout.in_transit', payout);
    const cash = await account('cash', 'company');
    await refused({ 'paid out again': post('s1', transit, cash, 20_000) }, BROKEN_CHECK);
    await refused(
      {
        'sent again': `update payouts set state = 'sent' where id = '${payout}'`,
        'failed after it was paid': `update payouts set state = 'failed' where id = '${payout}'`,
        'its commission freed': `update payout_items set is_live = false where payout_id = '${payout}'`,
        'its batch opened again': `update payout_batches set state = 'sent' where id = '${batch.id}'`,
      },
      REFUSED,
    );
    await desk.books.sale({ partnerId, amount: 50_000, invoice: 'Twice-2' });
    await desk.mature();
    const next = await draftPayoutBatch(desk.as('manager'), { currency: 'EUR' });
    await refused(
      {
        'the same commission in another payout': `insert into payout_items select '${next.payouts[0]?.id}', commission_id, amount_minor, true
          from payout_items where payout_id = '${payout}'`,
      },
      TWICE,
    );
    await cancelPayoutBatch(desk.ctx, next.id);
  });
});
