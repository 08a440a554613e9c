import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScenarioInput } from '../../src/advocacy/scenarios/model.ts';
import { presetScenario } from '../../src/advocacy/scenarios/rules/presets.ts';
import { settableClock } from '../../src/platform/clock.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';
import type { TestCtx } from '../harness/ctx.ts';
import { openProgrammeOf, type Seller, sell } from './earning-company.fixture.ts';

const EUR = presetScenario('marketing_led', { currency: 'EUR', guard: 4 });

describe('the scenario lab', () => {
  const clock = settableClock('2026-03-01T12:00:00Z');
  let goodword: TestApp;
  let ctx: TestCtx;
  let programme: Seller;
  let headers: Record<string, string>;

  type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
  const call = async (method: Method, url: string, payload?: object) => {
    const answer = await goodword.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    return { status: answer.statusCode, body: answer.body ? answer.json() : null };
  };
  const save = (name: string, input: ScenarioInput = EUR) => call('POST', '/v1/scenarios', { name, input });
  let saved = '';
  const makeDraft = async (offer = 'a') =>
    call('POST', `/v1/scenarios/${saved}/draft-terms`, { programme_id: programme.programmeId, offer });
  const audited = async () =>
    (await ctx.db.selectFrom('audit_entries').select('action').where('action', 'like', '%scenario%').execute()).length;

  beforeAll(async () => {
    goodword = await openTestApp({ clock });
    ctx = { ...goodword.product.systemCtx('test'), clock } as TestCtx;
    programme = await openProgrammeOf(ctx, { commission: { kind: 'percent', rate: '10%', months: 6 } });
    headers = await goodword.keyHeaders(['programmes:read', 'programmes:write', 'customers:read']);
  });
  afterAll(() => goodword.close());

  it('answers without saving, in one sentence', async () => {
    const { status, body } = await call('POST', '/v1/scenarios/play', EUR);
    expect(status).toBe(200);
    expect(body).toMatchObject({ outcome: 'played', draws: 10_000 });
    expect(body.a.verdict).toMatch(/^At 20% for 12 months you would .+ earn more than you spend; .+\.$/);
    expect(body.difference.verdict).toMatch(/^Offer [AB] would /);
  });

  it('names the field of an impossible rate, as an answer when played and as a refusal when saved', async () => {
    const input = structuredClone(EUR);
    input.assumptions.convert_rate.value = 1.4;
    const played = await call('POST', '/v1/scenarios/play', input);
    const reason = 'Become customers has to be a rate from 0% to 100%.';
    expect(played.body).toMatchObject({ outcome: 'impossible', field: 'assumptions.convert_rate.value', reason });
    expect(await save('Impossible', input)).toMatchObject({
      status: 422,
      body: { field: 'input.assumptions.convert_rate.value', detail: reason },
    });
  });

  it('is saved, renamed, listed, copied and deleted, each once in the audit', async () => {
    const { status, body } = await save('First');
    expect(status).toBe(201);
    expect(await save('first')).toMatchObject({ status: 409, body: { field: 'name' } });
    expect((await call('PATCH', `/v1/scenarios/${body.id}`, { name: 'Renamed' })).body).toMatchObject({
      name: 'Renamed',
      result: body.result,
    });
    const copy = await call('POST', `/v1/scenarios/${body.id}/duplicate`);
    expect(copy.body).toMatchObject({ name: 'Renamed (copy)', input: EUR });
    const list = await call('GET', '/v1/scenarios?q=renamed');
    expect(list.body.items.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['Renamed', 'Renamed (copy)']),
    );
    expect((await call('DELETE', `/v1/scenarios/${copy.body.id}`)).status).toBe(204);
    expect((await call('GET', `/v1/scenarios/${copy.body.id}`)).status).toBe(404);
    expect((await call('GET', '/v1/scenarios?q=%25')).body.total).toBe(0);
    expect(await audited()).toBe(4);
    saved = body.id;
  });

  it('starts from one’s own numbers, and says what is not known and stands in for it', async () => {
    const { body } = await call('GET', '/v1/scenarios/starts');
    expect(body.items.map(({ key }: { key: string }) => key)).toEqual(['own', 'marketing_led', 'product_led']);
    const [own] = body.items;
    expect(own.input.assumptions.ltv.source).toBe('prior');
    const unknown = own.missing.map(({ assumption }: { assumption: string }) => assumption);
    expect(unknown).toEqual(expect.arrayContaining(['ltv', 'margin', 'cac']));
    expect((await call('POST', '/v1/scenarios/play', own.input)).body.outcome).toBe('played');
  });

  it('drafts terms that change nothing until somebody publishes them, and says what they would change', async () => {
    const { status, body } = await makeDraft();
    expect(status).toBe(201);
    expect(body.terms.commission).toEqual({ kind: 'percent', rate: '20%', months: 12 });
    expect(body.changes).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'changed', after: expect.stringContaining('20%') })]),
    );
    const versions = async () =>
      (await call('GET', `/v1/programmes/${programme.programmeId}`)).body.terms_versions as { version: number }[];
    expect(await versions()).toHaveLength(1);
    const next = await makeDraft('b');
    const waiting = await call('GET', `/v1/programmes/${programme.programmeId}/draft-terms`);
    expect(waiting.body.draft).toMatchObject({ id: next.body.id, scenario_name: 'Renamed', offer: 'b' });
    expect((await call('POST', `/v1/terms-drafts/${body.id}/publish`, {})).status).toBe(409);
    expect((await call('DELETE', `/v1/terms-drafts/${next.body.id}`)).status).toBe(204);
    expect((await call('GET', `/v1/programmes/${programme.programmeId}/draft-terms`)).body.draft).toBeNull();
    expect(await versions()).toHaveLength(1);
  });

  it('refuses terms in another currency', async () => {
    const { body } = await save('Dollars', { ...EUR, currency: 'USD' });
    const answer = await call('POST', `/v1/scenarios/${body.id}/draft-terms`, { programme_id: programme.programmeId });
    expect(answer).toMatchObject({ status: 422, body: { field: 'programme_id' } });
    expect(answer.body.detail).toContain('USD');
  });

  it('keeps the forecast with published terms and shows beside it what came, when it is not too early', async () => {
    const report = async () => (await call('GET', `/v1/programmes/${programme.programmeId}/forecast`)).body;
    expect(await report()).toMatchObject({ outcome: 'no_forecast', rows: [] });
    const { body } = await makeDraft();
    const published = await call('POST', `/v1/terms-drafts/${body.id}/publish`, {});
    expect(published).toMatchObject({ status: 200, body: { version: 2 } });
    await call('DELETE', `/v1/scenarios/${body.scenario_id}`);
    expect(await report()).toMatchObject({ outcome: 'too_early', version: 2, rows: [] });
    expect((await report()).answer).toContain('Apr 1, 2026');

    await sell(ctx, { code: programme.earner.code, amount: 100_000, at: '2026-03-10T12:00:00Z' });
    const { account_id } = await sell(ctx, { code: programme.earner.code, amount: 50_000, at: '2026-04-10T12:00:00Z' });
    await sell(ctx, { code: programme.earner.code, amount: 50_000, account_id, at: '2026-05-10T12:00:00Z' });
    clock.set('2026-04-20T12:00:00Z');
    expect(await report()).toMatchObject({ outcome: 'too_early', scenario_name: 'Renamed' });
    expect((await report()).answer).toBe('Too early to judge: 1 month is over; three are needed.');
    clock.set('2026-06-02T12:00:00Z');
    const { outcome, answer, rows, currency } = await report();
    expect([outcome, currency, rows.length]).toEqual(['compared', 'EUR', 3]);
    expect(answer).toMatch(/^Of 3 months, customers came as forecast in \d; /);
    expect(rows.map(({ actual }: { actual: { customers: number } }) => actual.customers)).toEqual([1, 1, 0]);
    // 20 % of the sale, fixed costs of 200 a month, .85 x .3 x 1,200 to win; margin .75 x .85; care 180 x .85 / 12.
    expect(rows[0].actual.spend).toBe(20_000 + 20_000 + 30_600);
    expect(rows[0].actual.net).toBe(63_750 - 70_600 - 1275);
    expect(rows[2].actual.spend).toBe(10_000 + 20_000);
    expect(rows[0].forecast.customers.p10).toBeLessThan(rows[0].forecast.customers.p90);
  });

  it('lets a viewer play and read, and not save', async () => {
    headers = await goodword.memberHeaders('viewer');
    expect((await call('POST', '/v1/scenarios/play', EUR)).status).toBe(200);
    expect((await save('Not mine')).status).toBe(403);
    expect((await call('POST', '/v1/terms-drafts/td_1/publish', {})).status).toBe(403);
  });
});
