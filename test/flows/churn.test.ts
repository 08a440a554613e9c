import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { runTraining, scoreChurn, tendChurn, trainAndScore } from '../../src/flows/score-churn.ts';
import { trainChurnModel } from '../../src/flows/train-churn.ts';
import { settableClock } from '../../src/platform/clock.ts';
import type { Database } from '../../src/platform/database.ts';
import { accountChurnRisk, churnOutlook } from '../../src/reports/churn-outlook.ts';
import { churnSnapshot } from '../../src/reports/churn-snapshot.ts';
import { companyFacts } from '../../src/reports/company.ts';
import { cancelTraining, getTraining, startTraining } from '../../src/success/churn/service.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';
import { testCtx } from '../harness/ctx.ts';
import { openTestDatabase } from '../harness/db.ts';
import { loadPredictiveCompany } from '../harness/predictive-company.ts';
import { hasRavenStack, loadRavenStack } from '../harness/ravenstack.ts';

const NOW = '2025-06-24T00:00:00Z';

describe('a company whose usage tells who leaves', () => {
  let door: TestApp;
  let headers: Record<string, string>;
  const clock = settableClock(NOW);
  beforeAll(async () => {
    door = await openTestApp({ clock });
    headers = await door.keyHeaders();
    await loadPredictiveCompany(door.product.database.db);
  });
  afterAll(() => door.close());

  const ctx = () => door.product.systemCtx('test');
  const ask = async (url: string, as = headers, payload?: object) => {
    const answer = await door.app.inject({ method: payload ? 'POST' : 'GET', url: `/v1${url}`, headers: as, payload });
    const isJson = answer.headers['content-type']?.toString().includes('json');
    return { status: answer.statusCode, body: isJson ? JSON.parse(answer.body) : answer.body };
  };

  it('is asked for a first training before anybody has a risk', async () => {
    const { body } = await ask('/churn/outlook');
    expect(body).toMatchObject({ status: 'untrained', horizon_days: 90, exposed: { accounts: 0 }, training: null });
    expect(body.needed).toEqual(['Train a model; it takes a minute.']);
    expect((await ask('/churn/risks')).body).toMatchObject({ items: [], total: 0 });
    expect((await ask('/churn/model')).status).toBe(404);
    expect((await ask('/churn/outlook?horizon_days=7')).status).toBe(422);
  });

  it('trains as a job that tells how far it is, one at a time', async () => {
    const started = await ask('/churn/trainings', headers, { horizon_days: 90 });
    expect(started).toMatchObject({ status: 202, body: { state: 'waiting', progress: 0 } });
    expect((await ask('/churn/trainings', headers, {})).status).toBe(409);
    await runTraining(ctx(), started.body.id);
    expect((await ask(`/churn/trainings/${started.body.id}`)).body).toMatchObject({ state: 'done', progress: 1 });
    expect((await ask(`/churn/trainings/${started.body.id}/cancel`, headers, {})).status).toBe(409);
    expect((await ask('/churn/outlook')).body.drift).toMatchObject({ verdict: 'stable' });
  });

  it('has a model card with its data, quality and limits', async () => {
    const { body } = await ask('/churn/model');
    expect(body).toMatchObject({ outcome: 'predicts', basis: 'history', churn_definition: 'subscriptions' });
    expect(body.data_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(body.quality.auc.low).toBeGreaterThan(0.5);
    expect(body.trained_on.to < body.tested_on.from).toBe(true);
    expect(body.limits.join(' ')).toContain('ended subscriptions');
    expect(body.sentence).toContain('pairs of a leaver and a stayer are ranked right');
    expect(body.features.slice(0, 3).map(({ feature }: { feature: string }) => feature)).toContain('active_days');
  });

  it('lists who may leave, with reasons and what they pay; the same as CSV', async () => {
    const { body } = await ask('/churn/risks?per_page=200');
    const risks = body.items.map(({ risk }: { risk: number }) => risk);
    expect(body.total).toBe(body.items.length);
    expect(risks).toEqual(risks.toSorted((a: number, b: number) => b - a));
    expect(body.items[0]).toMatchObject({ level: 'high', mrr_minor: 10_000, currency: 'USD' });
    expect(body.items[0].reasons[0].reason).toMatch(/raises the odds of leaving ×\d/);
    const { exposed } = (await ask('/churn/outlook')).body;
    const high = body.items.filter(({ level }: { level: string }) => level === 'high');
    expect(exposed).toMatchObject({ accounts: body.total, high: high.length, high_mrr_minor: high.length * 10_000 });
    const some = await ask('/churn/risks?level=low&sort=name&order=asc');
    expect(some.body.items.every(({ level }: { level: string }) => level === 'low')).toBe(true);
    const csv = await ask('/churn/risks.csv?level=high');
    expect(csv.body.trim().split('\n')).toHaveLength(1 + high.length);
  });

  it('tells of one account, and of one that left already', async () => {
    const { account_id } = (await ask('/churn/risks')).body.items[0];
    const { body } = await ask(`/accounts/${account_id}/churn-risk`);
    expect(body).toMatchObject({ status: 'predicts', risk: { account_id, level: 'high' } });
    const { rows } = await sql<{ account_id: string }>`
      select account_id from subscriptions where ended_on is not null limit 1`.execute(ctx().db);
    const gone = await ask(`/accounts/${rows[0]?.account_id}/churn-risk`);
    expect(gone.body).toMatchObject({ status: 'not_a_customer', risk: null });
    expect((await ask('/accounts/nobody/churn-risk')).status).toBe(404);
  });

  it('scores again every night and writes only what changed', async () => {
    expect(await scoreChurn(ctx(), 90)).toMatchObject({ changed: 0, gone: 0 });
    const trained = async () => (await ask('/churn/model')).body.trained_at;
    const before = await trained();
    await tendChurn(ctx());
    expect(await trained()).toBe(before);
    clock.advance(31 * 86_400_000);
    await tendChurn(ctx());
    expect(await trained()).not.toBe(before);
  });

  it('can be asked to stop, and keeps the model it had', async () => {
    const before = (await ask('/churn/model')).body.trained_at;
    const training = await startTraining(ctx(), 90);
    expect((await cancelTraining(ctx(), training.id)).state).toBe('cancelled');
    await runTraining(ctx(), training.id);
    expect((await getTraining(ctx(), training.id)).state).toBe('cancelled');
    const signal = AbortSignal.timeout(1);
    await expect(trainChurnModel(ctx(), 90, { signal })).rejects.toThrow();
    expect((await ask('/churn/model')).body.trained_at).toBe(before);
  });

  it('learns from no fact of after the day', async () => {
    const company = await companyFacts(ctx());
    const on = '2024-06-30';
    const before = await churnSnapshot(ctx(), company, on);
    await ctx().db.deleteFrom('usage_daily').where('on_date', '>', on).execute();
    await ctx().db.updateTable('subscriptions').set({ ended_on: null }).where('ended_on', '>', on).execute();
    expect(await churnSnapshot(ctx(), company, on)).toEqual(before);
    expect(before.columns.map(({ key }) => key)).toContain('days_since_use');
  });

  it('leaves out of the sums what a second currency pays without a rate', async () => {
    await ctx().db.updateTable('subscriptions').set({ currency: 'EUR' }).where('account_id', '=', 'ac_3').execute();
    const { accountIds, mrr } = await churnSnapshot(ctx(), await companyFacts(ctx()), '2024-03-31');
    expect(mrr[accountIds.indexOf('ac_3')]).toBeNull();
    expect(mrr[accountIds.indexOf('ac_4')]).toBe(10_000);
  });

  it('says what is missing where nobody has left, and forgets the risks it had', async () => {
    await ctx().db.updateTable('subscriptions').set({ ended_on: null }).execute();
    const { scored } = await trainAndScore(ctx(), 90);
    expect(scored).toBeUndefined();
    const outlook = await churnOutlook(ctx(), 90);
    expect(outlook).toMatchObject({ status: 'nobody_left', exposed: { accounts: 0 } });
    expect(outlook.needed).toEqual(['50 more accounts that left, with what was known of them before.']);
    expect(await accountChurnRisk(ctx(), 'ac_1', 90)).toMatchObject({ status: 'nobody_left', risk: null });
  });
});

describe('a file that only marks who left', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    const stamp = { source: 'file', created_at: NOW, updated_at: NOW };
    const rows = Array.from({ length: 400 }, (_, index) => {
      const left = index % 3 === 0;
      const attributes = {
        charges: String((left ? 70 : 50) + ((index * 37) % 41)),
        renewal_score: left ? 0.1 + (index % 7) / 100 : 0.9,
        cancelled_on: left ? '2025-01-31' : '',
        joined: `2024-01-${String(1 + (index % 28)).padStart(2, '0')}`,
        contract: index % 2 === 0 ? 'Monthly' : 'Yearly',
      };
      const id = `ac_${String(index).padStart(4, '0')}`;
      return { ...stamp, id, external_id: id, name: id, imported_churned: left, attributes };
    });
    await sql`insert into accounts (id, source, external_id, name, imported_churned, attributes, created_at, updated_at)
      select id, source, external_id, name, imported_churned, attributes, created_at, updated_at
      from json_populate_recordset(null::accounts, ${JSON.stringify(rows)}::json)`.execute(database.db);
  });
  afterAll(() => database.close());

  it('is learned from at one moment; what was written down because they left is refused by name', async () => {
    const ctx = testCtx(database, { at: NOW });
    const { model, scored } = await trainAndScore(ctx, 90);
    expect(model.card).toMatchObject({ outcome: 'predicts', basis: 'one_moment', churn_definition: 'flags' });
    expect(model.card.refused.map(({ feature, reason_code }) => `${feature} ${reason_code}`).sort()).toEqual([
      'attributes.cancelled_on no_date',
      'attributes.joined no_date',
      'attributes.renewal_score tells_alone',
    ]);
    expect(model.card.features[0]?.feature).toBe('attributes.charges');
    expect(scored?.scored).toBe(266);
    expect((await churnOutlook(ctx, 90)).sentence).toContain('The data has no dates');
  });
});

// The longest of the trainings, and nothing in it depends on the rung: once is enough.
const isServer = inject('serverDir') !== undefined;

describe.skipIf(!hasRavenStack || isServer)('RavenStack, where nothing tells who leaves', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    await loadRavenStack(database.db);
  });
  afterAll(() => database.close());

  it('cannot be predicted, with the interval, and no account has a risk', async () => {
    const ctx = testCtx(database);
    const { model, scored } = await trainAndScore(ctx, 90);
    const { outcome, quality } = model.card;
    expect(outcome).toBe('cannot_be_predicted');
    expect(quality?.auc.low).toBeLessThan(0.5);
    expect(quality?.auc.high).toBeGreaterThan(0.5);
    expect(scored).toBeUndefined();
    const { sentence } = await churnOutlook(ctx, 90);
    expect(sentence).toMatch(/^Who leaves cannot be predicted here: AUC 0\.\d{3} \(0\.\d{3} to 0\.\d{3}\)/);
    const { rows } = await sql`select 1 from churn_risks`.execute(database.db);
    expect(rows).toEqual([]);
  });
});
