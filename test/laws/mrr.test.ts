import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDaysToDate, monthEnd } from '../../src/kernel/time.ts';
import type { Database } from '../../src/platform/database.ts';
import { companyFacts } from '../../src/reports/company.ts';
import { mrrOn } from '../../src/reports/mrr.ts';
import { MOVEMENTS, mrrMovements } from '../../src/reports/mrr-movements.ts';
import { revenueRetention } from '../../src/reports/revenue-retention.ts';
import { accountSpells, spellOn } from '../../src/reports/sql/account-spells.ts';
import { testCtx } from '../harness/ctx.ts';
import { openTestDatabase } from '../harness/db.ts';

const FIRST = '2024-01-01';
const LAST = '2025-06-30';
const ACCOUNTS = ['ac_a', 'ac_b', 'ac_c', 'ac_d'];

type Drawn = { account: string; start: number; length: number | null; mrr: number; trial: boolean };

const subscription: fc.Arbitrary<Drawn> = fc.record({
  account: fc.constantFrom(...ACCOUNTS),
  start: fc.integer({ min: 0, max: 500 }),
  length: fc.option(fc.integer({ min: 0, max: 200 }), { nil: null }),
  mrr: fc.integer({ min: 0, max: 100_000 }),
  trial: fc.boolean(),
});

describe('the laws of recurring revenue', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    const stamp = new Date('2025-07-01T00:00:00Z');
    const stamps = { created_at: stamp, updated_at: stamp };
    await database.db
      .insertInto('accounts')
      .values(ACCOUNTS.map((id) => ({ id, source: 'law', external_id: id, name: id, ...stamps })))
      .execute();
  });
  afterAll(() => database.close());

  async function replace(drawn: readonly Drawn[]): Promise<void> {
    await database.db.deleteFrom('subscriptions').execute();
    if (drawn.length === 0) return;
    const stamp = new Date('2025-07-01T00:00:00Z');
    const rows = drawn.map((one, index) => ({
      id: `sb_${index}`,
      account_id: one.account,
      source: 'law',
      external_id: String(index),
      currency: 'USD',
      mrr_minor: one.mrr,
      is_trial: one.trial,
      started_on: addDaysToDate(FIRST, one.start),
      ended_on: one.length === null ? null : addDaysToDate(FIRST, one.start + one.length),
      created_at: stamp,
      updated_at: stamp,
    }));
    await database.db.insertInto('subscriptions').values(rows).execute();
  }

  const always = (check: (drawn: Drawn[]) => Promise<void>) =>
    fc.assert(
      fc.asyncProperty(fc.array(subscription, { maxLength: 14 }), async (drawn) => {
        await replace(drawn);
        await check(drawn);
      }),
      { numRuns: 40 },
    );

  it('the five movements of a month sum to the change exactly, and every month ends at the MRR of its last day', () =>
    always(async () => {
      const ctx = testCtx(database);
      const company = await companyFacts(ctx);
      let before = 0;
      for (const month of await mrrMovements(ctx, company, LAST)) {
        const moved = MOVEMENTS.reduce((sum, movement) => sum + month.amounts[movement], 0);
        const atEnd = await mrrOn(ctx, company, monthEnd(month.month));
        expect(month.startMinor).toBe(before);
        expect(month.startMinor + moved).toBe(month.endMinor);
        expect(month.endMinor).toBe(atEnd.mrrMinor);
        expect(month.payingAccounts).toBe(atEnd.payingAccounts);
        before = month.endMinor;
      }
    }));

  it('an account is new once, and gains and losses have their sign', () =>
    always(async () => {
      const ctx = testCtx(database);
      const months = await mrrMovements(ctx, await companyFacts(ctx), LAST);
      const arrivals = months.reduce((sum, month) => sum + month.accounts.new, 0);
      expect(arrivals).toBeLessThanOrEqual(ACCOUNTS.length);
      for (const { amounts } of months) {
        expect(Math.min(amounts.new, amounts.expansion, amounts.reactivation)).toBeGreaterThanOrEqual(0);
        expect(Math.max(amounts.churn, amounts.contraction)).toBeLessThanOrEqual(0);
      }
    }));

  it('gross retention never exceeds what was there, nor net retention', () =>
    always(async () => {
      const ctx = testCtx(database);
      const facts = await revenueRetention(ctx, await companyFacts(ctx), LAST);
      expect(facts.keptMinor).toBeLessThanOrEqual(facts.startMinor);
      expect(facts.keptMinor).toBeLessThanOrEqual(facts.endMinor);
    }));

  it('an account is in a paying spell on a day exactly when a paid subscription is active on it', () =>
    always(async (drawn) => {
      const active = (on: string) =>
        new Set(
          drawn
            .filter((one) => !one.trial && one.mrr > 0 && addDaysToDate(FIRST, one.start) <= on)
            .filter((one) => one.length === null || addDaysToDate(FIRST, one.start + one.length) > on)
            .map((one) => one.account),
        );
      for (const on of ['2024-02-29', '2024-08-15', '2025-01-01', LAST]) {
        const { rows } = await sql<{ account_id: string }>`
          select account_id from ${accountSpells('subscriptions', 0, '9999-01-01')} p where ${spellOn(on)}`.execute(
          database.db,
        );
        expect(rows.map((row) => row.account_id).sort()).toEqual([...active(on)].sort());
      }
    }));

  it('a gap within the grace days is no churn, a longer one is', async () => {
    const paid = (start: number, length: number | null): Drawn => ({
      account: 'ac_a',
      start,
      length,
      mrr: 100,
      trial: false,
    });
    await replace([paid(0, 10), paid(15, null)]);
    const spells = async (graceDays: number) =>
      (
        await sql<{ active_from: string; churned_on: string | null }>`
          select active_from, churned_on from ${accountSpells('subscriptions', graceDays, LAST)} p order by 1`.execute(
          database.db,
        )
      ).rows;
    expect(await spells(5)).toEqual([{ active_from: '2024-01-01', churned_on: null }]);
    expect(await spells(4)).toEqual([
      { active_from: '2024-01-01', churned_on: '2024-01-11' },
      { active_from: '2024-01-16', churned_on: null },
    ]);
  });

  it('a churn counts only when the grace days have passed', async () => {
    await replace([{ account: 'ac_a', start: 0, length: 10, mrr: 100, trial: false }]);
    const churnedOn = async (known: string) =>
      (
        await sql<{ churned_on: string | null }>`
          select churned_on from ${accountSpells('subscriptions', 7, known)} p`.execute(database.db)
      ).rows[0]?.churned_on;
    expect(await churnedOn('2024-01-17')).toBeNull();
    expect(await churnedOn('2024-01-18')).toBe('2024-01-11');
  });
});
