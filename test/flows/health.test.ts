import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backtestHealth, latestOrNewBacktest, showBacktest } from '../../src/flows/backtest-health.ts';
import { scoreAccounts } from '../../src/flows/score-accounts.ts';
import type { Database } from '../../src/platform/database.ts';
import type { Contribution } from '../../src/success/health/model.ts';
import { testCtx } from '../harness/ctx.ts';
import { openTestDatabase } from '../harness/db.ts';
import { loadPredictiveCompany } from '../harness/predictive-company.ts';
import { hasRavenStack, loadRavenStack } from '../harness/ravenstack.ts';

describe.skipIf(!hasRavenStack)('the health of RavenStack', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    await loadRavenStack(database.db);
  });
  afterAll(() => database.close());

  it('is scored for every account at the end of the data, and scoring again changes nothing', async () => {
    const ctx = testCtx(database);
    const first = await scoreAccounts(ctx);
    expect(first).toMatchObject({ data_until: '2024-12-31', is_live: false });
    expect(first.health).toEqual({ scored: 500, changed: 500, ended: 0 });
    expect((await scoreAccounts(ctx)).health).toEqual({ scored: 500, changed: 0, ended: 0 });
  });

  it('has contributions that sum to each stored score exactly', async () => {
    const rows = await database.db.selectFrom('health_scores').select(['score', 'contributions']).execute();
    expect(rows).toHaveLength(500);
    for (const row of rows) {
      const parts = (row.contributions as Contribution[]).reduce((sum, one) => sum + Math.round(one.points * 100), 0);
      expect(parts).toBe(Math.round(Number(row.score ?? 0) * 100));
    }
  });

  it('cannot predict churn there, and the backtest says so', async () => {
    const backtest = showBacktest(await backtestHealth(testCtx(database)));
    expect(backtest).toMatchObject({ chosen_definition: 'subscriptions', judged_by: 'events' });
    expect(backtest.results.subscriptions.verdict).toBe('too_early');
    expect(backtest.verdict).toBe('does_not_predict');
    expect(backtest.sentence).toBe(
      'This score does not predict churn here: AUC 0.482 (0.455 to 0.509), and .5 is chance.',
    );
    expect(backtest.judged_by_reason).toContain('churn events');
    expect(showBacktest(await latestOrNewBacktest(testCtx(database)))).toEqual(backtest);
  });
});

describe('the health of a company whose usage tells who leaves', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    await loadPredictiveCompany(database.db);
  });
  afterAll(() => database.close());

  it('predicts churn, and the backtest says how well, also to who may only read', async () => {
    const reader = testCtx(database, { scopes: ['success:read', 'customers:read'] });
    const backtest = showBacktest(await latestOrNewBacktest(reader));
    const result = backtest.results[backtest.judged_by];
    expect(backtest.judged_by).toBe('subscriptions');
    expect(result.churned_accounts).toBeGreaterThan(40);
    expect(['good', 'strong']).toContain(backtest.verdict);
    expect(result.auc?.low).toBeGreaterThan(0.6);
    expect(result.lift_top_decile).toBeGreaterThan(2);
    expect(await database.db.selectFrom('health_backtests').select('id').execute()).toEqual([]);
  });

  it('ends the scores of accounts that left and keeps what they were', async () => {
    const ctx = testCtx(database);
    const before = await scoreAccounts(ctx, { at: '2024-12-31' });
    ctx.clock.advance(1000);
    const after = await scoreAccounts(ctx);
    expect(after.health.scored).toBeLessThan(before.health.scored);
    expect(after.health.ended).toBe(before.health.scored - after.health.scored);
    const present = await ctx.db.selectFrom('health_scores').select('id').where('superseded_at', 'is', null).execute();
    expect(present).toHaveLength(after.health.scored);
  });

  it('uses no fact from after the day it is scored for', async () => {
    const ctx = testCtx(database);
    await scoreAccounts(ctx, { at: '2024-06-30' });
    const present = () =>
      ctx.db
        .selectFrom('health_scores')
        .select(['account_id', 'score', 'contributions'])
        .where('superseded_at', 'is', null)
        .orderBy('account_id')
        .execute();
    const full = await present();
    await ctx.db.deleteFrom('usage_daily').where('on_date', '>', '2024-06-30').execute();
    await ctx.db.updateTable('subscriptions').set({ ended_on: null }).where('ended_on', '>', '2024-06-30').execute();
    expect((await scoreAccounts(ctx, { at: '2024-06-30' })).health.changed).toBe(0);
    expect(await present()).toEqual(full);
  });
});
