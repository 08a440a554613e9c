import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backtestHealth, latestOrNewBacktest, showBacktest } from '../../src/flows/backtest-health.ts';
import { scoreAccounts } from '../../src/flows/score-accounts.ts';
import { settableClock } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/database.ts';
import { type Contribution, DEFAULT_DEFINITION } from '../../src/success/health/model.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';
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
      'This score does not predict churn here: 48% of pairs of a leaver and a stayer are ranked right (46 to 51%; 50 is chance).',
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

describe('a version of the health model', () => {
  let door: TestApp;
  let headers: Record<string, string>;
  const clock = settableClock('2025-06-24T00:00:00Z');
  beforeAll(async () => {
    door = await openTestApp({ clock });
    headers = await door.keyHeaders();
    await loadPredictiveCompany(door.product.database.db);
    await scoreAccounts(door.product.systemCtx('test'));
  });
  afterAll(() => door.close());

  const ask = async (method: 'GET' | 'POST', url: string, payload?: object, as = headers) => {
    const answer = await door.app.inject({ method, url: `/v1${url}`, headers: as, payload });
    return { status: answer.statusCode, body: answer.body === '' ? null : JSON.parse(answer.body) };
  };
  const only = (key: string) => ({
    ...DEFAULT_DEFINITION,
    components: DEFAULT_DEFINITION.components.map((one) => ({ ...one, weight: one.key === key ? 100 : 0 })),
  });

  it('is looked at on one’s own accounts before it is saved', async () => {
    const { status, body } = await ask('POST', '/health/preview', { definition: only('tenure') });
    expect(status).toBe(200);
    expect(body.after.green).toBe(body.accounts);
    expect(body.movers).toHaveLength(10);
    expect(body.movers[0]).toMatchObject({ after: expect.any(Number), most: { component: expect.any(String) } });
    const same = await ask('POST', '/health/preview', { definition: DEFAULT_DEFINITION });
    expect(same.body).toMatchObject({ moved: 0, movers: [] });
  });

  it('is kept with who, when and why, compared with another on the same past, and put in force', async () => {
    const reason = 'Age is not health';
    const kept = await ask('POST', '/health/model', { definition: only('tenure'), reason, activate: false });
    expect(kept.status).toBe(201);
    const versions = (await ask('GET', '/health/models')).body.items;
    expect(versions.map((one: { version: number; is_active: boolean }) => [one.version, one.is_active])).toEqual([
      [2, false],
      [1, true],
    ]);
    expect(versions[0]).toMatchObject({ reason, activated_at: null });
    const [second, first] = versions.map((one: { id: string }) => one.id);
    const compared = (await ask('GET', `/health/compare?first=${second}&second=${first}`)).body;
    expect(compared.verdict).toBe('second_better');
    expect(compared.difference.low).toBeGreaterThan(0);
    expect(compared.sentence).toContain('Version 1 tells better who leaves than version 2');
    expect(compared.first.backtest.results.subscriptions.roc.length).toBeGreaterThan(2);
    expect((await ask('GET', `/health/compare?first=${first}&second=hm_none`)).status).toBe(404);
    const active = await ask('POST', `/health/models/${second}/activate`);
    expect(active.body).toMatchObject({ is_active: true, activated_at: '2025-06-24T00:00:00.000Z' });
    expect((await ask('GET', '/health/model')).body.version).toBe(2);
    expect((await ask('POST', `/health/models/${first}/activate`)).body.is_active).toBe(true);
  });

  it('gives a segment its own weights when the segment rests on lasting facts, and refuses it otherwise', async () => {
    const segment = async (name: string, rule: object) => (await ask('POST', '/segments', { name, rule })).body.id;
    const lasting = await segment('On Team', { field: 'plan', op: 'is', value: 'team' });
    const passing = await segment('Busy', { field: 'events_28d', op: 'gte', value: 1 });
    const withVariant = (segment_id: string) => ({
      definition: {
        ...DEFAULT_DEFINITION,
        variants: [
          {
            name: 'Team',
            applies_to: { kind: 'segment', segment_id },
            weights: { adoption: 0, engagement: 0 },
            bands: null,
          },
        ],
      },
      activate: false,
    });
    expect((await ask('POST', '/health/model', withVariant(lasting))).status).toBe(201);
    const preview = await ask('POST', '/health/preview', { definition: withVariant(lasting).definition });
    expect(preview.body.moved).toBeGreaterThan(0);
    const refused = await ask('POST', '/health/model', withVariant(passing));
    expect(refused.body).toMatchObject({ status: 422, field: 'definition.variants[0].applies_to.segment_id' });
    expect(refused.body.detail).toContain('Busy asks events_28d');
    expect((await ask('POST', '/health/preview', withVariant('sg_none'))).status).toBe(422);
  });

  it('says whether scores drifted, and that weights cannot be learned from so few', async () => {
    const drift = (await ask('GET', '/health/drift')).body;
    expect(['steady', 'moved', 'alarm']).toContain(drift.state);
    expect(drift.before_on).toBe('2025-05-25');
    const offer = (await ask('GET', '/health/learned-weights')).body;
    expect(offer).toMatchObject({ offered: false, outcome: 'too_few', needed: 100, definition: null });
    expect(offer.sentence).toContain('100');
  });

  it('steps back where somebody set a band by hand, and all of these are listed', async () => {
    const override = { band: 'red', reason: 'Told us so', expires_at: '2025-07-24T00:00:00Z' };
    const [account] = (await ask('GET', '/accounts?state=paying')).body.items;
    expect((await ask('POST', `/accounts/${account.id}/health-override`, override)).status).toBe(201);
    const { items } = (await ask('GET', '/health/overrides')).body;
    expect(items).toMatchObject([{ account_id: account.id, band: 'red', reason: 'Told us so' }]);
    clock.advance(40 * 86_400_000);
    expect((await ask('GET', '/health/overrides')).body.items).toEqual([]);
  });
});
