import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settableClock } from '../../src/platform/clock.ts';
import { makeDb } from '../../src/platform/postgres.ts';
import { accountOutcomes } from '../../src/reports/success/outcomes.ts';
import { CONDITIONS, DEFAULT_RULE, type OutcomeRule } from '../../src/success/outcome/model.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';

const NOW = '2026-03-15T12:00:00Z';
const ACCOUNTS = 200;
const RETAINED: OutcomeRule = {
  ...DEFAULT_RULE,
  conditions: [{ condition: 'retained', at_least: null, missing: 'cannot_tell' }],
};
/** Every condition there is, with thresholds some reach and some do not. */
const EVERYTHING: OutcomeRule = {
  ...DEFAULT_RULE,
  conditions: CONDITIONS.map((condition, at) => ({ condition, at_least: at < 2 ? null : 3, missing: 'passes' })),
};

describe('what makes customers succeed', () => {
  let door: TestApp;
  let headers: Record<string, string>;
  beforeAll(async () => {
    door = await openTestApp({ clock: settableClock(NOW) });
    headers = await door.keyHeaders();
  });
  afterAll(() => door.close());
  const ctx = () => door.product.systemCtx('test');
  /** What was read of a day is kept by the database it was read from. */
  const remembersNothing = () => ({ ...ctx(), db: makeDb(door.product.database.pool) });
  const ask = async (url: string, payload?: object, as = headers) => {
    const answer = await door.app.inject({
      method: payload ? 'POST' : 'GET',
      url: `/v1/success${url}`,
      headers: as,
      payload,
    });
    const isJson = answer.headers['content-type']?.toString().includes('json');
    return { status: answer.statusCode, body: isJson ? JSON.parse(answer.body) : answer.body };
  };

  it('is not known before there are customers, and says what is missing', async () => {
    expect((await ask('/rule')).body).toMatchObject({ id: null, version: 1, rule: DEFAULT_RULE });
    const { body } = await ask('/preview', { rule: DEFAULT_RULE });
    expect(body).toMatchObject({ succeeded: 0, share: null, sentence: 'There is no customer yet.' });
    const few = { outcome: 'too_few', items: [], needed: { subjects: 60, outcomes: 15 }, n: 0 };
    expect((await ask('/traits')).body).toMatchObject(few);
    expect((await ask('/channels')).body).toMatchObject(few);
  });

  it('judges every account by what was known on the day: nothing that came later changes it', async () => {
    await seed();
    const before = await accountOutcomes(remembersNothing(), EVERYTHING);
    expect(before.filter(({ succeeded }) => succeeded === null)).toHaveLength(20);
    expect(before.filter(({ succeeded }) => succeeded).length).toBeGreaterThan(20);
    await seedLater();
    expect(await accountOutcomes(remembersNothing(), EVERYTHING)).toEqual(before);
  });

  it('can be tried on one’s own customers before it is kept', async () => {
    const { body } = await ask('/preview', { rule: RETAINED });
    expect(body).toMatchObject({ succeeded: 117, failed: 63, too_young: 20, cannot_tell: 0, no_start: 1 });
    expect(body.sentence).toBe('117 of 180 customers (65%) were successful on day 90; 20 are too young to tell.');
    expect(body.reasons).toEqual([{ code: 'retained', reason: 'had left by day 90', accounts: 63, alone: 63 }]);
    expect(body.examples.failed[0]).toMatchObject({ reasons: ['had left by day 90'] });
    expect((await ask('/rule')).body.rule).toEqual(DEFAULT_RULE);
  });

  it('is changed in versions, and one can go back', async () => {
    const saved = await ask('/rules', { rule: RETAINED, reason: 'Usage is not tracked everywhere' });
    expect(saved).toMatchObject({ status: 201, body: { version: 2, is_active: true, rule: RETAINED } });
    const [, first] = (await ask('/rules')).body.items;
    expect(first).toMatchObject({ version: 1, is_active: false, rule: DEFAULT_RULE });
    expect((await ask(`/rules/${first.id}/activate`, {})).body).toMatchObject({ version: 1, is_active: true });
    expect((await ask('/rule')).body.rule).toEqual(DEFAULT_RULE);
    expect((await ask(`/rules/${saved.body.id}/activate`, {})).status).toBe(200);
    expect((await ask('/rules/sr_none/activate', {})).status).toBe(404);
    const twice = { ...RETAINED, conditions: [...RETAINED.conditions, ...RETAINED.conditions] };
    expect(await ask('/rules', { rule: twice })).toMatchObject({ status: 422, body: { field: 'rule.conditions[1]' } });
    expect((await ask('/rules', { rule: { ...RETAINED, day: 3 } })).status).toBe(422);
    const reader = await door.keyHeaders(['success:read', 'customers:read']);
    expect((await ask('/rules', { rule: RETAINED }, reader)).status).toBe(403);
  });

  it('lists who succeeded and who did not', async () => {
    const { body } = await ask('/outcomes?state=failed&per_page=2');
    expect(body).toMatchObject({ total: 63, page: 1 });
    expect(body.items).toHaveLength(2);
    expect(body.items[0]).toMatchObject({
      state: 'failed',
      reason_codes: ['retained'],
      reasons: ['had left by day 90'],
    });
    expect((await ask('/outcomes?state=too_young')).body.total).toBe(20);
  });

  it('names the traits that go with it, confirmed on customers held back, and no others', async () => {
    const { body } = await ask('/traits');
    expect(body).toMatchObject({ outcome: 'tested', n: 180, succeeded: 117 });
    const confirmed = body.items.filter((one: { verdict: string }) => one.verdict === 'confirmed');
    expect(
      confirmed.map((one: { attribute: string; value: string }) => `${one.attribute}=${one.value}`).sort(),
    ).toEqual(['attributes.onboarded=no', 'attributes.onboarded=yes', 'use_case=Routes', 'use_case=Stock']);
    expect(body.items.find((one: { value: string }) => one.value === 'Routes')).toMatchObject({
      direction: 'more',
      sentence: 'Customers who use us for “Routes” succeed more often: 81 of 90 (90%) against 40% of the others.',
      statistics: { with: { succeeded: 81, n: 90 }, without: { succeeded: 36, n: 90 }, difference: { value: 0.5 } },
    });
    expect(body.items.some(({ attribute }: { attribute: string }) => attribute === 'attributes.contract_number')).toBe(
      false,
    );
    const csv = await ask('/traits.csv');
    expect(csv.body).toContain('use_case,Routes,confirmed,more,90,90,81,0.9,90,36,0.4,0.5');
  });

  it('shows channels by each source side by side, and says where there are too few', async () => {
    const { body } = await ask('/channels');
    const of = (channel: string) => body.items.find((one: { channel: string }) => one.channel === channel).cells;
    expect(of('ads')).toMatchObject({ imported: { judged: 90, success: { n: 90 }, paid: 100 }, self_reported: null });
    expect(of('fair')).toMatchObject({
      imported: null,
      self_reported: { judged: 9, success: null, verdict: 'too_few', statistics: null },
    });
    expect((await ask('/channels.csv')).body).toContain('fair,self_reported,10,9');
  });

  /**
   * Ten begin each week from January 2025 on, the last twenty too late to be judged. Who stocks leaves on day 60 in six
   * cases of ten, who routes in one of ten; half came by ads, whatever they do.
   */
  async function seed(): Promise<void> {
    await sql`
      insert into accounts (id, source, external_id, name, use_case, country, employees, imported_source,
        self_reported_source, signed_up_at, attributes, created_at, updated_at)
      select 'a' || lpad(n::text, 3, '0'), 'x', n::text, 'Customer ' || n, case when n % 2 = 0 then 'Routes' else 'Stock' end,
        case when n % 4 < 2 then 'DE' else 'AT' end, 20, case when n % 4 in (0, 1) then 'ads' else 'search' end,
        case when n % 20 = 3 then 'fair' end,
        case when n < 180 then timestamptz '2025-01-06' + (n / 10) * interval '7 days' else timestamptz '2026-02-01' end,
        jsonb_build_object('onboarded', case when n % 2 = 0 then 'yes' else 'no' end, 'contract_number', n),
        ${NOW}, ${NOW} from generate_series(0, ${ACCOUNTS}::integer - 1) n`.execute(door.product.database.db);
    await sql`insert into accounts (id, source, external_id, name, created_at, updated_at)
      values ('prospect', 'x', 'p', 'Prospect', ${NOW}, ${NOW})`.execute(door.product.database.db);
    await sql`
      insert into subscriptions (id, account_id, source, external_id, plan, seats, billing_interval, currency, mrr_minor,
        started_on, ended_on, created_at, updated_at)
      select 's' || a.id, a.id, 'x', a.id, 'team', 2 + n % 4, 'month', 'EUR', 1000, signed_up_at::date,
        case when n < 180 and (case when n % 2 = 0 then n % 20 = 0 else n % 10 in (1, 3, 5) end)
          then signed_up_at::date + 60 end, ${NOW}, ${NOW}
      from accounts a, lateral (select external_id::integer as n) e where a.id <> 'prospect'`.execute(
      door.product.database.db,
    );
    await sql`
      insert into usage_daily (account_id, on_date, feature, events, quantity, duration_s, errors)
      select a.id, signed_up_at::date + d, 'f' || (d % 5), 1 + n % 7, 1, 10, 0
      from accounts a, lateral (select external_id::integer as n) e, generate_series(0, 90, 3) d
      where a.id <> 'prospect' and n % 9 > 0 and signed_up_at::date + d <= date '2026-03-10'`.execute(
      door.product.database.db,
    );
  }

  /** Much that happened after day 90 of each account judged: they leave, fall silent or come back, complain, answer. */
  async function seedLater(): Promise<void> {
    const later = door.product.database.db;
    await sql`update subscriptions s set ended_on = started_on + 91 where ended_on is null and started_on < '2025-12-01'`.execute(
      later,
    );
    await sql`
      insert into subscriptions (id, account_id, source, external_id, plan, seats, billing_interval, currency, mrr_minor,
        started_on, created_at, updated_at)
      select 't' || id, id, 'x', 't' || id, 'team', 90, 'month', 'EUR', 9000, signed_up_at::date + 95, ${NOW}, ${NOW}
      from accounts where external_id < '05' and id <> 'prospect'`.execute(later);
    await sql`
      insert into tickets (id, account_id, source, external_id, subject, status, severity, opened_at, created_at, updated_at)
      select 'k' || id, id, 'x', 'k' || id, 'Broken', 'open', 1, timestamptz '2025-12-01', ${NOW}, ${NOW}
      from accounts where id <> 'prospect'`.execute(later);
    await sql`insert into surveys (id, source, external_id, kind, title, created_at) values ('v', 'x', 'v', 'nps', 'NPS', ${NOW})`.execute(
      later,
    );
    await sql`
      insert into survey_answers (id, survey_id, account_id, source, external_id, score, scale_max, answered_at)
      select 'n' || id, 'v', id, 'x', 'n' || id, 0, 10, timestamptz '2025-12-01' from accounts where id <> 'prospect'`.execute(
      later,
    );
    await sql`
      insert into usage_daily (account_id, on_date, feature, events, quantity, duration_s, errors)
      select id, date '2025-12-01', 'late', 100000, 1, 10, 0 from accounts where id <> 'prospect'`.execute(later);
  }
});
