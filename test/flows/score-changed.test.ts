import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sumUsage } from '../../src/customers/usage/verbs/sum-usage.ts';
import { scoreAccounts } from '../../src/flows/score-accounts.ts';
import { scoreChanged } from '../../src/flows/score-changed.ts';
import { trainAndScore } from '../../src/flows/score-churn.ts';
import { saveSegment } from '../../src/flows/segments.ts';
import { addDaysToDate } from '../../src/kernel/time.ts';
import type { Database } from '../../src/platform/database.ts';
import { churnSnapshot } from '../../src/reports/churn-snapshot.ts';
import { companyFacts } from '../../src/reports/company.ts';
import { dataTime, throughDay } from '../../src/reports/data-time.ts';
import { usageRows } from '../../src/reports/readiness/behaviour.ts';
import { usageStanding } from '../../src/reports/usage-standing.ts';
import { usageTrend } from '../../src/reports/usage-trend.ts';
import { overrideHealth } from '../../src/success/health/service.ts';
import { testCtx } from '../harness/ctx.ts';
import { openTestDatabase } from '../harness/db.ts';
import { loadPredictiveCompany } from '../harness/predictive-company.ts';

const NOW = '2025-06-24T12:00:00Z';
/** Where value and cost stand, and which plans are above, waits for the night. */
const NIGHTLY = new Set(['lifetime_value_percentile', 'retention_cost_percentile', 'plan_headroom']);

describe('a scoring', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    await loadPredictiveCompany(database.db);
    await recount();
  });
  afterAll(() => database.close());
  const ctx = () => testCtx(database, { at: NOW });

  const recount = () =>
    sql`insert into account_signals (account_id, first_on, last_on, events)
      select account_id, min(on_date), max(on_date), sum(events)::bigint from usage_daily group by account_id
      on conflict (account_id) do update set last_on = excluded.last_on, events = excluded.events`.execute(database.db);

  const use = async (accountId: string, on: string, features: number) => {
    const names = Array.from({ length: features }, (_, n) => `rare_${n}`);
    await sql`insert into usage_daily (account_id, on_date, feature, events, quantity, duration_s, errors)
      select ${accountId}, ${on}::date, feature, 3, 3, 0, 0 from unnest(${names}::text[]) as feature
      on conflict (account_id, on_date, feature) do update set events = usage_daily.events + excluded.events`.execute(
      database.db,
    );
    await recount();
  };

  it.each([
    ['few features', 5],
    ['more features than a number has bits', 90],
  ])('sums the use of %s as the days have it, today and the day before', async (_name, features) => {
    const { on } = await dataTime(ctx());
    const [first] = (await usageStanding(ctx(), on)).filter(({ events }) => events > 0);
    for (const ago of [0, 1, 6, 7, 27, 28, 29, 55, 56, 57, 89, 90, 91, 179, 180, 181])
      await use(first?.account_id ?? '', addDaysToDate(on, -ago), ago === 28 ? features : 2);
    await sumUsage(ctx(), { on });
    const company = await companyFacts(ctx());
    for (const day of [on, addDaysToDate(on, -1)]) {
      const byId = <T extends { account_id: string }>(rows: T[]) =>
        rows.toSorted((a, b) => (a.account_id < b.account_id ? -1 : 1));
      const summed = { isSummed: true };
      const standing = byId(await usageStanding(ctx(), day, 28, summed));
      expect(standing).toEqual(byId(await usageStanding(ctx(), day)));
      const slopes = byId(await usageTrend(ctx(), day, 8, summed));
      const direct = byId(await usageTrend(ctx(), day));
      expect(slopes.map(({ account_id }) => account_id)).toEqual(direct.map(({ account_id }) => account_id));
      for (const [at, { slope }] of slopes.entries()) expect(slope).toBeCloseTo(direct[at]?.slope ?? Number.NaN, 12);
      const time = throughDay(day);
      expect(byId(await usageRows(ctx(), { ...time, ...summed }))).toEqual(byId(await usageRows(ctx(), time)));
      const idle = async (scoring: object) =>
        (await churnSnapshot(ctx(), company, day, scoring)).columns.find(({ key }) => key === 'days_since_use');
      expect(await idle(summed)).toEqual(await idle({}));
    }
  });

  const stored = async (accountIds: readonly string[]) => {
    const read = async (query: ReturnType<typeof sql>) => (await query.execute(database.db)).rows;
    const which = sql`account_id = any(${[...accountIds]}::text[])`;
    return {
      health: await read(sql`select account_id, score, band, coverage, contributions from health_scores
        where superseded_at is null and ${which} order by account_id`),
      risks: await read(sql`select account_id, horizon_days, risk, level, contributions, mrr_minor from churn_risks
        where ${which} order by account_id`),
      facts: (
        (await read(sql`select account_id, person_id, facts from readiness_scores where ${which}
          order by account_id, person_id nulls first`)) as { account_id: string; facts: object }[]
      ).map(({ facts, ...whose }) => ({
        ...whose,
        facts: Object.fromEntries(Object.entries(facts).filter(([key]) => !NIGHTLY.has(key))),
      })),
      members: await read(sql`select account_id, segment_id from segment_members
        where left_at is null and ${which} order by account_id`),
    };
  };

  it('between two nights gives whoever changed what scoring everybody would, and leaves the others', async () => {
    await trainAndScore(ctx(), 90);
    const rule = { field: 'active_days_28d', op: 'gte', value: 10 } as const;
    await saveSegment(ctx(), { name: 'Active', description: '', rule });
    const whole = await scoreAccounts(ctx());
    expect(whole.churn).toMatchObject([{ horizon_days: 90 }]);
    expect(await scoreChanged(ctx())).toMatchObject({ scored: 'none', accounts: 0 });
    const present = (await usageStanding(ctx(), whole.data_until)).map(({ account_id }) => account_id).sort();
    const [used, raised, left, overridden, ...others] = present as [string, string, string, string, ...string[]];
    await use(used, whole.data_until, 4);
    await sql`insert into tickets (id, account_id, source, external_id, status, severity, opened_at, created_at, updated_at)
      values ('ti_new', ${raised}, 'test', 'new', 'open', 1, ${NOW}::timestamptz - interval '2 hours', ${NOW}, ${NOW})`.execute(
      database.db,
    );
    await sql`update subscriptions set ended_on = ${whole.data_until}::date - 3 where account_id = ${left}`.execute(
      database.db,
    );
    const until = '2025-07-24T00:00:00Z';
    await overrideHealth(ctx(), { accountId: overridden, band: 'red', reason: 'They said so', expires_at: until });
    const before = await stored(others);
    const some = await scoreChanged(ctx());
    expect(some).toMatchObject({ scored: 'some', accounts: 4, health: { scored: 3, ended: 1 } });
    expect(await stored(others)).toEqual(before);
    const changed = await stored([used, raised, left, overridden]);
    expect(changed.facts).toContainEqual(
      expect.objectContaining({ account_id: overridden, facts: expect.objectContaining({ health_band: 'red' }) }),
    );
    await scoreAccounts(ctx());
    expect(await stored([used, raised, left, overridden])).toEqual(changed);
    expect(await scoreChanged(ctx())).toMatchObject({ scored: 'none' });
  });

  it('on a new day is of everybody', async () => {
    const tomorrow = testCtx(database, { at: '2025-06-25T12:00:00Z' });
    expect(await scoreChanged(tomorrow)).toMatchObject({ scored: 'all' });
  });
});
