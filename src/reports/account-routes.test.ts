import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../../test/harness/app.ts';
import { hasRavenStack, loadRavenStack } from '../../test/harness/ravenstack.ts';
import { scoreAccounts } from '../flows/score-accounts.ts';
import { settableClock } from '../platform/clock.ts';

const NOW = '2026-03-01T12:00:00Z';
const STAMP = new Date(NOW);

describe('an account over HTTP', () => {
  let test: TestApp;
  let headers: Record<string, string>;
  beforeAll(async () => {
    test = await openTestApp({ clock: settableClock(NOW) });
    headers = await test.memberHeaders('manager');
    await seed(test);
  });
  afterAll(() => test.close());

  const get = async (url: string) => {
    const answer = await test.app.inject({ url, headers });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json();
  };
  const idsOf = async (query: string) =>
    (await get(`/v1/accounts?${query}`)).items.map((one: { id: string }) => one.id);

  it('is listed with what it pays, its state and its last activity', async () => {
    const { items, total } = await get('/v1/accounts?sort=mrr&order=desc');
    expect(total).toBe(4);
    expect(items[0]).toMatchObject({ id: 'ac_acme', mrr_minor: 5000, currency: 'EUR', state: 'paying' });
    expect(items[0].last_active_on).toBe('2026-02-27');
    expect(items.map((one: { state: string }) => one.state).sort()).toEqual(['churned', 'paying', 'prospect', 'trial']);
    expect(items.find((one: { id: string }) => one.id === 'ac_gone').churned_on).toBe('2026-01-15');
  });

  it.each([
    ['q=acm', ['ac_acme']],
    ['q=100%25', ['ac_odd']],
    ['q=%25', ['ac_odd']],
    ['q=acme.example', ['ac_acme']],
    ['churned=true', ['ac_gone']],
    ['churned=false', ['ac_odd', 'ac_acme', 'ac_new']],
    ['state=trial', ['ac_new']],
    ['plan=Pro', ['ac_acme']],
    ['country=HU&industry=Software', ['ac_acme']],
    ['source=partner', ['ac_gone']],
    ['readiness=ready', ['ac_acme']],
    ['plan=none', []],
    ['sort=name&order=desc', ['ac_new', 'ac_gone', 'ac_acme', 'ac_odd']],
    ['sort=last_active&order=desc&per_page=1', ['ac_acme']],
    ['page=2&per_page=3', ['ac_new']],
    ['page=9&per_page=3', []],
  ])('is found by %s', async (query, ids) => {
    expect(await idsOf(query)).toEqual(ids);
  });

  it('says how many match even on a page past the end', async () => {
    expect((await get('/v1/accounts?page=9&per_page=3')).total).toBe(4);
  });

  it.each(['sort=secret', 'per_page=201', 'page=0', 'churned=maybe', 'band=blue'])('refuses %s', async (query) => {
    const answer = await test.app.inject({ url: `/v1/accounts?${query}`, headers });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().field).toBe(query.split('=')[0]);
  });

  it('is exported without letting a name become a formula', async () => {
    const answer = await test.app.inject({ url: '/v1/accounts.csv?sort=name', headers });
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    const lines = answer.body.trim().split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[1]).toContain("'=SUM(A1) 100%");
    expect(lines[2]).toContain(',50.00,EUR,');
  });

  it('offers the values it can be filtered by', async () => {
    expect(await get('/v1/accounts/facets')).toMatchObject({ plans: ['Pro'], countries: ['HU'], sources: ['partner'] });
  });

  it('is shown whole: people with consent, money, usage, tickets, answers, health and referrals', async () => {
    await scoreAccounts(test.product.systemCtx('test'));
    const shown = await get('/v1/accounts/ac_acme');
    expect(shown.people[0]).toMatchObject({ name: 'Ada', consents: [{ purpose: 'advocacy', granted: true }] });
    expect(shown.mrr_history.map((one: { movement: string | null }) => one.movement)).toEqual([
      'new',
      null,
      'expansion',
      null,
      null,
      null,
    ]);
    expect(shown.mrr_history.at(-1).mrr_minor).toBe(5000);
    expect(shown.usage.days).toHaveLength(90);
    expect(shown.usage.features).toEqual([{ feature: 'report', events: 7, active_days: 2, last_on: '2026-02-27' }]);
    expect(shown.tickets).toMatchObject({ total: 1, items: [{ external_id: 't1', satisfaction: 4 }] });
    expect(shown.answers).toMatchObject([{ kind: 'nps', score: 10, person_name: 'Ada' }]);
    expect(shown.metrics.find((one: { key: string }) => one.key === 'ltv_realised').value).toBe(8000);
    expect(shown.metrics.find((one: { key: string }) => one.key === 'nps').value).toBe(100);
    expect(shown.subscriptions).toHaveLength(2);
    expect(shown.referrals_given).toMatchObject([{ account_id: 'ac_new', partner_name: 'Ada' }]);
    const { health } = shown;
    const points = health.contributions.reduce(
      (sum: number, one: { points: number }) => sum + Math.round(one.points * 100),
      0,
    );
    expect(points).toBe(Math.round(health.score * 100));
    for (const one of health.contributions) expect(one.reason).toMatch(/^[A-Z\d].*\.$/);
    expect((await get('/v1/accounts/ac_new')).referrals_received).toMatchObject([{ partner_name: 'Ada', rule: 'R6' }]);
  });

  it('shows a hand-set band above its score until it expires, in the list too', async () => {
    const url = '/v1/accounts/ac_acme/health-override';
    const body = { band: 'red', reason: 'The champion leaves', expires_at: '2026-04-01T00:00:00Z' };
    const made = await test.app.inject({ method: 'POST', url, headers, payload: body });
    expect(made.statusCode, made.body).toBe(201);
    expect((await get('/v1/accounts/ac_acme')).health).toMatchObject({
      band: 'red',
      override: { reason: body.reason },
    });
    expect(await idsOf('band=red')).toContain('ac_acme');
    expect((await test.app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(204);
    expect((await get('/v1/accounts/ac_acme')).health.override).toBeNull();
    expect((await test.app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(404);
  });

  it.each([
    ['ends in the past', { expires_at: '2026-02-01T00:00:00Z' }, 'expires_at'],
    ['lasts for years', { expires_at: '2028-02-01T00:00:00Z' }, 'expires_at'],
    ['names a colour that is no band', { band: 'blue' }, 'band'],
    ['gives no reason', { reason: ' ' }, 'reason'],
  ])('refuses an override that %s', async (_what, change, field) => {
    const url = '/v1/accounts/ac_acme/health-override';
    const payload = { band: 'red', reason: 'x', expires_at: '2026-04-01T00:00:00Z', ...change };
    const answer = await test.app.inject({ method: 'POST', url, headers, payload });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().field).toBe(field);
  });

  it('is not there for a made-up id', async () => {
    for (const url of ['/v1/accounts/ac_nobody', '/v1/accounts/%00', "/v1/accounts/'"]) {
      expect([404, 422]).toContain((await test.app.inject({ url, headers })).statusCode);
    }
  });

  it('is scored by the model that was put in force, and a bad model is refused', async () => {
    const model = await get('/v1/health/model');
    const only = model.definition.components.filter((one: { key: string }) => one.key === 'tenure');
    const definition = { ...model.definition, components: only, min_coverage: 0 };
    const saved = await test.app.inject({ method: 'POST', url: '/v1/health/model', headers, payload: { definition } });
    expect(saved.json()).toMatchObject({ version: 2, name: 'Default' });
    const scored = await test.app.inject({ method: 'POST', url: '/v1/health/score', headers });
    expect(scored.json().health.changed).toBeGreaterThan(0);
    expect((await get('/v1/accounts/ac_acme')).health).toMatchObject({ model_version: 2, coverage: 1 });
    const bad = { definition: { ...definition, components: [...only, ...only] } };
    const refused = await test.app.inject({ method: 'POST', url: '/v1/health/model', headers, payload: bad });
    expect(refused.statusCode).toBe(422);
    expect(refused.json().detail).toContain('named twice');
  });

  it('has a backtest that says it is too early', async () => {
    expect(await get('/v1/health/backtest')).toMatchObject({
      verdict: 'too_early',
      sentence: expect.stringContaining('20 are needed'),
    });
  });
});

async function seed({ product }: TestApp): Promise<void> {
  const { db } = product.database;
  const stamps = { created_at: STAMP, updated_at: STAMP };
  await db
    .insertInto('company_settings')
    .values({ name: 'Us', reporting_currency: 'EUR', gross_margin_bps: 8000, ...stamps })
    .execute();
  const account = (id: string, name: string, more: object = {}) => ({
    id: `ac_${id}`,
    source: 'csv',
    external_id: id,
    name,
    ...stamps,
    ...more,
  });
  const acme = { plan: 'Pro', country: 'HU', industry: 'Software', domain: 'acme.example' };
  await db
    .insertInto('accounts')
    .values([
      account('acme', 'Acme', acme),
      account('new', 'Newcomer'),
      account('gone', 'Gone', { imported_source: 'partner' }),
      account('odd', '=SUM(A1) 100%'),
    ])
    .execute();
  const subscription = (id: string, accountId: string, mrr: number, started_on: string, more: object = {}) => ({
    id: `sb_${id}`,
    account_id: accountId,
    source: 'csv',
    external_id: id,
    currency: 'EUR',
    mrr_minor: mrr,
    started_on,
    ...stamps,
    ...more,
  });
  await db
    .insertInto('subscriptions')
    .values([
      subscription('1', 'ac_acme', 3000, '2025-10-05'),
      subscription('2', 'ac_acme', 2000, '2025-12-05'),
      subscription('3', 'ac_gone', 4000, '2025-11-01', { ended_on: '2026-01-15' }),
      subscription('4', 'ac_new', 9000, '2026-02-20', { is_trial: true }),
    ])
    .execute();
  await seedVoices(product.database.db);
}

async function seedVoices(db: TestApp['product']['database']['db']): Promise<void> {
  const stamps = { created_at: STAMP, updated_at: STAMP };
  const usage = { account_id: 'ac_acme', feature: 'report', quantity: 1, duration_s: 0, errors: 0 };
  await db
    .insertInto('usage_daily')
    .values([
      { ...usage, on_date: '2026-02-20', events: 3 },
      { ...usage, on_date: '2026-02-27', events: 4 },
    ])
    .execute();
  const signals = { account_id: 'ac_acme', first_on: '2026-02-20', last_on: '2026-02-27', events: 7 };
  await db.insertInto('account_signals').values(signals).execute();
  const person = {
    id: 'pe_ada',
    account_id: 'ac_acme',
    source: 'csv',
    external_id: 'p1',
    name: 'Ada',
    role: 'champion',
  };
  await db
    .insertInto('people')
    .values({ ...person, ...stamps })
    .execute();
  await db
    .insertInto('person_consents')
    .values([
      { person_id: 'pe_ada', purpose: 'advocacy', granted: false, at: new Date('2026-01-01'), evidence: 'form' },
      { person_id: 'pe_ada', purpose: 'advocacy', granted: true, at: new Date('2026-02-01'), evidence: 'form' },
    ])
    .execute();
  const survey = { id: 'sv_1', source: 'csv', external_id: 's1', kind: 'nps', title: 'NPS', created_at: STAMP };
  await db.insertInto('surveys').values(survey).execute();
  const answer = { survey_id: 'sv_1', account_id: 'ac_acme', person_id: 'pe_ada', source: 'csv', scale_max: 10 };
  await db
    .insertInto('survey_answers')
    .values({ ...answer, id: 'sa_1', external_id: 'a1', score: 10, answered_at: new Date('2026-02-10') })
    .execute();
  const ticket = { id: 'tk_1', account_id: 'ac_acme', source: 'csv', external_id: 't1', ...stamps };
  const times = { opened_at: new Date('2026-02-01'), closed_at: new Date('2026-02-02') };
  await db
    .insertInto('tickets')
    .values({ ...ticket, ...times, satisfaction: 4, satisfaction_scale: 5 })
    .execute();
  const invoice = {
    id: 'in_1',
    account_id: 'ac_acme',
    source: 'csv',
    external_id: 'i1',
    currency: 'EUR',
    status: 'paid',
  };
  const amounts = { subtotal_minor: 10_000, tax_minor: 2000, total_minor: 12_000 };
  const at = new Date('2026-01-10');
  await db
    .insertInto('invoices')
    .values({ ...invoice, ...amounts, issued_at: at, paid_at: at, created_at: STAMP })
    .execute();
  await seedAdvocacy(db);
}

async function seedAdvocacy(db: TestApp['product']['database']['db']): Promise<void> {
  const stamps = { created_at: STAMP, updated_at: STAMP };
  await db
    .insertInto('readiness_scores')
    .values({
      id: 'rs_1',
      account_id: 'ac_acme',
      score: 80,
      base: 80,
      damper: 1,
      status: 'ready',
      terms: '[]',
      vetoes: '[]',
      coverage: 1,
      facts: '{}',
      data_at: STAMP,
      scored_at: STAMP,
    } as never)
    .execute();
  await db
    .insertInto('programmes')
    .values({
      id: 'pr_1',
      slug: 'friends',
      name: 'Friends',
      template: 'customer_referral',
      state: 'live',
      currency: 'EUR',
      zone: 'UTC',
      attribution: '{}',
      ...stamps,
    })
    .execute();
  const partner = {
    id: 'pa_1',
    kind: 'customer',
    name: 'Ada',
    email: 'ada@acme.example',
    email_normalised: 'ada@acme.example',
  };
  await db
    .insertInto('partners')
    .values({ ...partner, account_id: 'ac_acme', state: 'approved', ...stamps })
    .execute();
  await db
    .insertInto('bindings')
    .values({
      id: 'bd_1',
      account_id: 'ac_new',
      programme_id: 'pr_1',
      partner_id: 'pa_1',
      rule: 'R6',
      bound_at: STAMP,
      effective_at: STAMP,
    })
    .execute();
}

describe.skipIf(!hasRavenStack)('the accounts of RavenStack over HTTP', () => {
  let test: TestApp;
  let headers: Record<string, string>;
  beforeAll(async () => {
    test = await openTestApp();
    await loadRavenStack(test.product.database.db);
    headers = await test.memberHeaders('viewer');
    await scoreAccounts(test.product.systemCtx('test'));
  });
  afterAll(() => test.close());

  it.each(['mrr', 'health', 'last_active', 'signed_up_at'])('are sorted by %s, the greatest first', async (sort) => {
    const answer = await test.app.inject({ url: `/v1/accounts?sort=${sort}&order=desc&per_page=50`, headers });
    expect(answer.json().total).toBe(500);
    const key = { mrr: 'mrr_minor', health: 'health_score', last_active: 'last_active_on' }[sort] ?? sort;
    const values = answer.json().items.map((one: Record<string, unknown>) => one[key]);
    expect(values).toEqual(values.toSorted((a: number, b: number) => (a < b ? 1 : a > b ? -1 : 0)));
  });

  it('are shown whole, with sentences for every part of their health', async () => {
    const { items } = (await test.app.inject({ url: '/v1/accounts?sort=health&per_page=5', headers })).json();
    for (const { id } of items) {
      const answer = await test.app.inject({ url: `/v1/accounts/${id}`, headers });
      expect(answer.statusCode, answer.body).toBe(200);
      for (const one of answer.json().health.contributions) expect(one.reason).not.toContain('{{');
    }
  });
});
