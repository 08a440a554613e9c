import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scoreAccounts } from '../../src/flows/score-accounts.ts';
import { settableClock } from '../../src/platform/clock.ts';
import type { Ctx } from '../../src/platform/ctx.ts';
import type { AskLearningView } from '../../src/reports/ask-learning/schema.ts';
import type { AccountPartnersView, PartnerRiskView } from '../../src/reports/partner-risk/schema.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';
import { AT, makeCompany, makeProgramme } from './advocate-company.fixture.ts';

const ASKED = 160;
const LONG_AGO = '2025-06-01T00:00:00Z';

describe('what is learned from asks, and what hangs on a partner', () => {
  const clock = settableClock(AT);
  let goodword: TestApp;
  let ctx: Ctx;
  let key: Record<string, string>;
  let programmeId: string;
  beforeAll(async () => {
    goodword = await openTestApp({ clock });
    ctx = goodword.product.systemCtx('test');
    key = await goodword.keyHeaders();
    await makeCompany(ctx);
    programmeId = await makeProgramme(ctx);
  });
  afterAll(() => goodword.close());

  async function call<T>(method: 'GET' | 'PUT', url: string, payload?: object) {
    const answer = await goodword.app.inject({ method, url: `/v1${url}`, headers: key, payload });
    return { status: answer.statusCode, body: answer.json<T>() };
  }
  const learning = async () => (await call<AskLearningView>('GET', '/asks/learning')).body;
  const rows = (table: string, all: object[]) =>
    sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(all)}::jsonb)`.execute(
      ctx.db,
    );

  it('says what is missing before anybody was asked, and deals whoever becomes ready once', async () => {
    expect(await learning()).toMatchObject({ outcome: 'too_few_asks', asks: 0, comparison: { outcome: 'too_early' } });
    await scoreAccounts(ctx);
    const dealt = async () => ctx.db.selectFrom('ask_exposures').selectAll().orderBy('account_id').execute();
    const first = await dealt();
    expect(first.length).toBeGreaterThan(0);
    expect(first.every(({ hold_bps }) => hold_bps === 500)).toBe(true);
    expect((await call('PUT', '/asks/learning/hold-share', { hold_bps: 5000 })).status).toBe(200);
    await scoreAccounts(ctx);
    expect(await dealt()).toEqual(first);
    expect((await learning()).hold_bps).toBe(5000);
    expect((await call('PUT', '/asks/learning/hold-share', { hold_bps: 9000 })).status).toBe(422);
  });

  /** Who is satisfied refers far more often; accounts kept back refer hardly ever. */
  async function playAsks(): Promise<void> {
    const random = seededRandom(5);
    const stamps = { created_at: LONG_AGO, updated_at: LONG_AGO };
    const names = Array.from({ length: ASKED }, (_, n) => `x${n}`);
    const satisfaction = names.map(() => Math.round(100 * random()));
    const refers = satisfaction.map((one) => random() < (one > 50 ? 0.8 : 0.15));
    const source = 'test';
    await rows('accounts', [
      ...names.map((n) => ({ id: `ac_${n}`, source, external_id: n, name: n, attributes: {}, ...stamps })),
      ...names.map((n) => ({
        id: `ac_to_${n}`,
        source,
        external_id: `to${n}`,
        name: `to ${n}`,
        attributes: {},
        ...stamps,
      })),
    ]);
    const people = names.map((n) => ({
      id: `pe_${n}`,
      account_id: `ac_${n}`,
      email_claimed: false,
      source,
      external_id: n,
      attributes: {},
      ...stamps,
    }));
    await rows('people', people);
    const partners = names.map((n) => ({
      ...{ id: `pa_${n}`, kind: 'customer', name: n, email: `${n}@x.example`, email_normalised: `${n}@x.example` },
      ...{ account_id: `ac_${n}`, state: 'approved', categories: [], ...stamps },
    }));
    await rows('partners', partners);
    const bound = names.filter((_, at) => refers[at]);
    const at = '2025-07-01T00:00:00Z';
    await rows(
      'bindings',
      bound.map((n) => ({
        ...{ id: `bi_${n}`, account_id: `ac_to_${n}`, programme_id: programmeId, partner_id: `pa_${n}`, rule: 'R3' },
        ...{ bound_at: at, effective_at: at },
      })),
    );
    const terms = (value: number) => [
      { code: 'satisfaction', value },
      { code: 'tenure', value: Math.round(100 * random()) },
    ];
    await rows(
      'asks',
      names.map((n, index) => ({
        ...{ id: `ak_${n}`, kind: 'referral', account_id: `ac_${n}`, person_id: `pe_${n}`, programme_id: programmeId },
        ...{ state: 'accepted', readiness_score: 75, subject: 's', body_text: 'b', evidence: [], created_by: 'test' },
        ...{ readiness_snapshot: { person: { terms: terms(satisfaction[index] ?? 0) } } },
        ...{ created_at: LONG_AGO, sent_at: LONG_AGO },
      })),
    );
    const held = names.map((n) => `ac_to_${n}`);
    await rows('ask_exposures', [
      ...names.map((n) => ({ account_id: `ac_${n}`, arm: 'ask', hold_bps: 500, score: 75, ready_at: LONG_AGO })),
      ...held.map((id) => ({ account_id: id, arm: 'hold', hold_bps: 500, score: 75, ready_at: LONG_AGO })),
    ]);
  }

  it('tells who refers, beside the score, and what asking brings against those kept back', async () => {
    await playAsks();
    const learned = await learning();
    expect(learned).toMatchObject({ outcome: 'tells', asks: ASKED, comparison: { outcome: 'brings' } });
    expect(learned.quality?.auc.low).toBeGreaterThan(0.6);
    expect(learned.quality?.score_auc?.value ?? 0.5).toBe(0.5);
    expect(learned.sentence).toContain('times as often');
    expect(learned.comparison.held).toMatchObject({ watched: ASKED, referred: 0 });
    expect(learned.comparison.difference?.low).toBeGreaterThan(0.2);
    expect(learned.people.length).toBeGreaterThan(0);
    for (const { score, chance } of learned.people) {
      expect(score).toBeGreaterThan(0);
      expect(chance).toBeGreaterThan(0);
      expect(chance).toBeLessThan(1);
    }
  });

  it('tells a partner’s own risk and that of what it brought, and of an account whose partners its leaving touches', async () => {
    const bound = (await ctx.db
      .selectFrom('bindings')
      .select(['partner_id', 'account_id'])
      .executeTakeFirstOrThrow()) as {
      partner_id: string;
      account_id: string;
    };
    const own = `ac_${bound.partner_id.slice(3)}`;
    const path = `/partners/${bound.partner_id}/risk`;
    expect((await call<PartnerRiskView>('GET', path)).body).toMatchObject({
      own: { outcome: 'no_model', customer: null },
      stream: { outcome: 'no_model', customers: 1, scored: 0 },
    });
    const card = { outcome: 'predicts' };
    const model = { id: 'cm_test', horizon_days: 90, outcome: 'predicts', card, is_active: true };
    await rows('churn_models', [{ ...model, trained_by: 'test', trained_at: AT }]);
    const risk = {
      horizon_days: 90,
      model_id: 'cm_test',
      contributions: {},
      currency: 'EUR',
      data_at: AT,
      scored_at: AT,
    };
    await rows('churn_risks', [
      { ...risk, account_id: own, risk: 0.34, level: 'high', mrr_minor: 20_000 },
      { ...risk, account_id: bound.account_id, risk: 0.5, level: 'raised', mrr_minor: 420_000 },
    ]);
    const { body } = await call<PartnerRiskView>('GET', path);
    expect(body.own.sentence).toBe("This partner's own company is at risk: 34% within 90 days.");
    expect(body.stream).toMatchObject({
      customers: 1,
      at_risk: 1,
      exposed_minor: 420_000,
      expected_loss_minor: 210_000,
    });
    expect(body.stream.sentence).toMatch(
      /: 1 of 1 who are here now of the 1 they brought, .*4,200.* a month exposed\.$/,
    );
    const touched = await call<AccountPartnersView>('GET', `/accounts/${own}/partners`);
    expect(touched.body).toMatchObject({ customers: 1, partners: [{ partner_id: bound.partner_id }] });
    expect(touched.body.sentence).toContain('If they leave');
    expect((await call<AccountPartnersView>('GET', '/accounts/ac_a/partners')).body).toMatchObject({ sentence: null });
    expect((await call('GET', '/partners/pa_nobody/risk')).status).toBe(404);
    expect((await call('GET', '/accounts/ac_nobody/partners')).status).toBe(404);
  });
});
