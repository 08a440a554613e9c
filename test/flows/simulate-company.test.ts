import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAdvocates } from '../../src/advocacy/advocates/verbs/read-advocates.ts';
import type { Database } from '../../src/platform/database.ts';
import { isEmptyInstallation, type Simulated, simulateCompany } from '../../src/simulator/simulate.ts';
import { testCtx } from '../harness/ctx.ts';
import { openTestDatabase } from '../harness/db.ts';

describe('the simulated company', () => {
  let database: Database;
  let ctx: ReturnType<typeof testCtx>;
  let made: Simulated;
  beforeAll(async () => {
    database = await openTestDatabase();
    ctx = testCtx(database, { at: '2026-03-01T10:00:00Z' });
    expect(await isEmptyInstallation(ctx)).toBe(true);
    made = await simulateCompany(ctx, { accounts: 150 });
  });
  afterAll(() => database.close());
  async function number(query: ReturnType<typeof sql<{ n: number }>>): Promise<number> {
    return Number((await query.execute(ctx.db)).rows[0]?.n);
  }

  it('says that it is simulated, and fills only an empty installation', async () => {
    const company = await ctx.db.selectFrom('company_settings').select('simulated').executeTakeFirst();
    expect(company?.simulated).toBe(true);
    expect(await isEmptyInstallation(ctx)).toBe(false);
  });

  it('has customers, people and use', async () => {
    expect(made.accounts).toBeGreaterThan(170);
    expect(await number(sql`select count(*) as n from people`)).toBeGreaterThan(2 * made.accounts);
    expect(await number(sql`select count(*) as n from usage_daily`)).toBe(made.usage_days);
    expect(await number(sql`select count(*) as n from usage_events`)).toBeGreaterThan(0);
  });

  it('knows nothing from the future', async () => {
    const now = ctx.clock.now();
    const late = await number(sql`select
      (select count(*) from invoices where paid_at > ${now}) + (select count(*) from tickets where opened_at > ${now})
      + (select count(*) from survey_answers where answered_at > ${now}) + (select count(*) from clicks where occurred_at > ${now})
      + (select count(*) from usage_daily where on_date > ${now}) + (select count(*) from ledger_transfers where at > ${now})
      as n`);
    expect(late).toBe(0);
  });

  it('has books that balance, with commissions paid, payable and held', async () => {
    const unbalanced = await number(sql`select count(*) as n from (
      select currency from ledger_accounts group by currency having sum(balance_minor) <> 0) x`);
    expect(unbalanced).toBe(0);
    const drifted = await number(sql`select count(*) as n from ledger_accounts a where balance_minor <>
      (select coalesce(sum(case when credit_account_id = a.id then amount_minor else -amount_minor end), 0)
       from ledger_transfers t where t.credit_account_id = a.id or t.debit_account_id = a.id)`);
    expect(drifted).toBe(0);
    const states = await ctx.db.selectFrom('commissions').select('state').distinct().execute();
    expect(states.map(({ state }) => state)).toEqual(expect.arrayContaining(['available', 'held', 'paid']));
    const batches = await ctx.db.selectFrom('payout_batches').select('state').orderBy('created_at').execute();
    expect(batches.map(({ state }) => state)).toEqual(['paid', 'draft']);
  });

  it('holds what the fraudulent partner brought, and pays it nothing', async () => {
    const fraud = sql`(select id from partners where name = 'Quick Leads Media')`;
    expect(await number(sql`select count(*) as n from payouts where partner_id = ${fraud}`)).toBe(0);
    expect(
      await number(sql`select count(*) as n from commissions where partner_id = ${fraud} and state = 'held'`),
    ).toBeGreaterThan(0);
  });

  it('has advocates to invite and asks under way, and nobody outside was mailed', async () => {
    const page = await listAdvocates(ctx, { page: 1, per_page: 10, sort: 'rank' });
    expect(page.counts.ready).toBeGreaterThan(5);
    expect(page.items[0]).toMatchObject({ status: 'ready', blockers: [], open_ask: null });
    expect(await number(sql`select count(*) as n from asks where state = 'accepted'`)).toBe(1);
    expect(await number(sql`select count(*) as n from mails where state <> 'kept'`)).toBe(0);
    expect(
      await number(sql`select count(*) as n from people where email not like '%.example' and source = 'simulated'`),
    ).toBe(0);
    expect(ctx.jobs.sent).toEqual([]);
  });
});
