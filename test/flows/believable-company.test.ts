import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { backtestHealth, showBacktest } from '../../src/flows/backtest-health.ts';
import type { Database } from '../../src/platform/database.ts';
import { churnBySource } from '../../src/reports/churn-by-source.ts';
import { headlineMetrics } from '../../src/reports/headline-metrics.ts';
import type { Metric } from '../../src/reports/metric.ts';
import { simulateCompany } from '../../src/simulator/simulate.ts';
import { testCtx } from '../harness/ctx.ts';
import { openTestDatabase } from '../harness/db.ts';

/** What a healthy company that sells software to companies looks like; lowest and highest. */
const BANDS: Record<string, [number, number]> = {
  paying_accounts: [250, 400],
  nrr: [1.04, 1.12],
  grr: [0.88, 0.92],
  logo_churn_rate: [0.008, 0.018],
  logo_churn_rate_year: [0.1, 0.18],
  nps: [25, 45],
  csat_mean: [4.1, 4.4],
  ltv_cac: [4.5, 7.5],
  crc_to_arr: [0.04, 0.15],
  usage_active_accounts: [0.9, 1],
};

// The same on any database, and long to make: once, on the one a first start uses.
describe.skipIf(inject('serverDir'))('the simulated company as a first start shows it', () => {
  let database: Database;
  let ctx: ReturnType<typeof testCtx>;
  let metrics: Metric[];
  beforeAll(async () => {
    database = await openTestDatabase();
    ctx = testCtx(database, { at: '2026-11-21T10:00:00Z' });
    await simulateCompany(ctx);
    metrics = (await headlineMetrics(ctx)).metrics;
  }, 240_000);
  afterAll(() => database.close());

  it.each(Object.entries(BANDS))('has a believable %s', (key, [low, high]) => {
    const value = metrics.find((metric) => metric.key === key)?.value;
    expect(value).toBeGreaterThanOrEqual(low);
    expect(value).toBeLessThanOrEqual(high);
  });

  it('has a value for every headline number', () => {
    expect(metrics.filter(({ value }) => value === null).map(({ key }) => key)).toEqual([]);
  });

  it('has a past in which health told who leaves, with an interval that says so', async () => {
    const { results, judged_by, verdict } = showBacktest(await backtestHealth(ctx));
    expect(results[judged_by].churned_accounts).toBeGreaterThanOrEqual(60);
    expect(results[judged_by].auc?.low).toBeGreaterThan(0.65);
    expect(['good', 'strong']).toContain(verdict);
  });

  it('loses customers of paid ads more than three times as often as those of word of mouth', async () => {
    const shares = new Map((await churnBySource(ctx)).items.map((one) => [one.source, one.churn_share.subscriptions]));
    expect(shares.get('paid ads')).toBeGreaterThan(3 * (shares.get('word of mouth') ?? 1));
    expect(shares.get('paid ads')).toBe(Math.max(...[...shares.values()].map(Number)));
    expect(shares.get('word of mouth')).toBe(Math.min(...[...shares.values()].map(Number)));
  });

  it('grows with those who are well: who is in trouble adds seats less than half as often', async () => {
    const { rows } = await sql<{ band: string; grown: number }>`
      select h.band, avg((exists (select 1 from subscriptions s where s.account_id = h.account_id and s.was_upgraded))::int)::float8
        as grown
      from health_scores h where h.superseded_at is null group by h.band`.execute(ctx.db);
    const grown = new Map(rows.map((row) => [row.band, row.grown]));
    expect(grown.get('green')).toBeGreaterThan(2 * (grown.get('red') ?? 0));
  });
});
