import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCtx } from '../../../test/harness/ctx.ts';
import { openTestDatabase } from '../../../test/harness/db.ts';
import type { Database } from '../../platform/database.ts';
import { projectPurchases } from '../../success/lifetime/rules/project-purchases.ts';
import { headlineMetrics } from '../headline-metrics.ts';

const NOW = '2026-03-15T12:00:00Z';
const STAMPS = { created_at: new Date(NOW), updated_at: new Date(NOW) };
const MONTH = 30.436875;

/** Days before 2026-03-15 on which each of 40 customers paid: every 30 to 60 days, some of whom stopped early. */
const PAID = Array.from({ length: 40 }, (_, at) => {
  const gap = 30 + (at % 4) * 10;
  const since = 300 + at * 3;
  const times = at % 5 === 0 ? 2 : Math.floor(since / gap);
  return Array.from({ length: times }, (_time, n) => since - n * gap);
});

/** Minor units of each purchase of a customer. */
const sizeOf = (at: number) => 5000 + 700 * (at % 17);

describe('a company without contracts', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    const settings = { name: 'Us', reporting_currency: 'EUR', gross_margin_bps: 8000, ...STAMPS };
    await database.db.insertInto('company_settings').values(settings).execute();
    const identity = (id: string) => ({ id, source: 'x', external_id: id });
    const accounts = PAID.map((_, at) => ({ ...identity(`a${at}`), name: `a${at}`, ...STAMPS }));
    await database.db.insertInto('accounts').values(accounts).execute();
    const invoices = PAID.flatMap((days, at) =>
      days.map((day, n) => {
        const paid_at = new Date(Date.parse('2026-03-15T10:00:00Z') - day * 86_400_000);
        const money = { subtotal_minor: sizeOf(at), tax_minor: 2000, total_minor: sizeOf(at) + 2000, currency: 'EUR' };
        const of = { ...identity(`i${at}-${n}`), account_id: `a${at}`, created_at: paid_at, issued_at: paid_at };
        return { ...of, ...money, status: 'paid', paid_at };
      }),
    );
    await database.db.insertInto('invoices').values(invoices).execute();
  });
  afterAll(() => database.close());

  it('has a lifetime value projected from what its customers bought, tax left out', async () => {
    const { metrics } = await headlineMetrics(testCtx(database, { at: NOW }));
    const found = metrics.find(({ key }) => key === 'ltv_projected');
    const early = (Date.parse('2026-03-15') - Date.parse(found?.at ?? '')) / 86_400_000;
    const buyers = PAID.map((all) => all.filter((day) => day >= early)).map((days, at) => ({
      x: days.length - 1,
      tx: ((days[0] ?? 0) - (days.at(-1) ?? 0)) / MONTH,
      T: ((days[0] ?? 0) - early) / MONTH,
      mean: sizeOf(at),
    }));
    const expected = projectPurchases({ buyers, marginBps: 8000, discountBps: 1000 });
    if (expected.outcome !== 'projected') throw new Error(expected.reason);
    expect(found).toMatchObject({ n: 40, value: expect.any(Number), interval: { confidence: 0.8 } });
    expect((found?.value ?? 0) / expected.valueMinor.value).toBeCloseTo(1, 6);
  });
});
