import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCtx } from '../../../test/harness/ctx.ts';
import { openTestDatabase } from '../../../test/harness/db.ts';
import { putChannelCosts } from '../../customers/company/service.ts';
import { addDaysToDate, addMonthsToDate } from '../../kernel/time.ts';
import type { Database } from '../../platform/database.ts';
import { projectLifetime } from '../../success/lifetime/rules/project.ts';
import { channels } from '../channels.ts';
import { headlineMetrics } from '../headline-metrics.ts';
import { lifetimeByGroup } from './by-group.ts';

const NOW = '2026-03-15T12:00:00Z';
const STAMPS = { created_at: new Date(NOW), updated_at: new Date(NOW) };

/** One account: the channel that won it, its plan and term, when it came and, if it did, left (months later). */
type Made = { channel: string; plan: string; term: 'month' | 'year'; started_on: string; stayed?: number };

const every = (count: number, make: (at: number) => Made) => Array.from({ length: count }, (_, at) => make(at));

/** Search wins 60 on monthly contracts, of whom 12 left after three months; events 30 on yearly ones, of whom 6 did not renew. */
const COMPANY: Made[] = [
  ...every(60, (at) => ({
    channel: 'search',
    plan: 'team',
    term: 'month',
    started_on: addMonthsToDate('2026-03-10', -6 - (at % 12)),
    stayed: at % 5 === 0 ? 3 : undefined,
  })),
  ...every(30, (at) => ({
    channel: 'events',
    plan: 'business',
    term: 'year',
    started_on: '2025-01-10',
    stayed: at % 5 === 0 ? 12 : undefined,
  })),
  ...every(4, () => ({ channel: 'fair', plan: 'pilot', term: 'month', started_on: '2026-03-01' })),
];

async function seed({ db }: Database): Promise<void> {
  const settings = { name: 'Us', reporting_currency: 'EUR', gross_margin_bps: 8000, ...STAMPS };
  await db.insertInto('company_settings').values(settings).execute();
  const identity = (id: string) => ({ id, source: 'x', external_id: id, ...STAMPS });
  const accounts = COMPANY.map((made, at) => ({
    ...identity(`a${at}`),
    name: `a${at}`,
    imported_source: made.channel,
  }));
  await db.insertInto('accounts').values(accounts).execute();
  const subscriptions = COMPANY.map(({ plan, term, started_on, stayed }, at) => ({
    ...identity(`s${at}`),
    account_id: `a${at}`,
    plan,
    billing_interval: term,
    currency: 'EUR',
    mrr_minor: 10_000,
    started_on,
    ended_on: stayed === undefined ? null : addMonthsToDate(started_on, stayed),
  }));
  await db.insertInto('subscriptions').values(subscriptions).execute();
}

describe('the projected lifetime value of a company', () => {
  let database: Database;
  let ctx: ReturnType<typeof testCtx>;
  beforeAll(async () => {
    database = await openTestDatabase();
    await seed(database);
    ctx = testCtx(database, { at: NOW });
  });
  afterAll(() => database.close());

  const headline = async (key: string) => (await headlineMetrics(ctx)).metrics.find((one) => one.key === key);
  const worthOf = async (channel: string) =>
    (await channels(ctx)).channels.find((one) => one.channel === channel)?.worth;

  it('is computed from contracts, terms and months as they were, for each group on its own clock', async () => {
    const { all, items } = await lifetimeByGroup(ctx, 'plan');
    expect(all).toMatchObject({ stays: 94, lost: 18 });
    expect(items.map(({ value, stays, lost }) => [value, stays, lost])).toEqual([
      ['team', 60, 12],
      ['business', 30, 6],
      ['pilot', 4, 0],
    ]);
    const monthly = every(60, (at) => COMPANY[at] as Made).map((made, at) => ({
      term: 1,
      watched: 6 + (at % 12),
      lost: made.stayed ?? null,
      stays: 1,
    }));
    const yearly = COMPANY.slice(60, 90).map((made) => ({
      term: 12,
      watched: 14,
      lost: made.stayed ?? null,
      stays: 1,
    }));
    const pilots = [{ term: 1, watched: 0, lost: null, stays: 4 }];
    const expected = projectLifetime({
      own: monthly,
      all: [...monthly, ...yearly, ...pilots],
      revenue: [{ term: 1, accounts: 48, meanMinor: 10_000, deviationMinor: 0 }],
      marginBps: 8000,
      discountBps: 1000,
    });
    if (expected.outcome !== 'projected') throw new Error(expected.reason);
    const { value, ...interval } = expected.valueMinor;
    expect(items[0]?.ltv).toMatchObject({ value, interval: { ...interval, confidence: 0.8 }, n: 60 });
    expect(items[1]?.check).toMatchObject({ observed: 0.8 });
  });

  it('is too early for four customers, and says what is missing', async () => {
    const { items } = await lifetimeByGroup(ctx, 'plan');
    expect(items[2]?.ltv).toMatchObject({ value: null, unavailable_reason_code: 'too_few_stays' });
    expect(items[2]?.ltv.unavailable_reason).toBe('Too early: a projection needs at least 10 customers.');
  });

  it('is told apart by saved segments, in which a customer may be twice, and by the partner who brought them', async () => {
    const { db } = database;
    const segment = { description: '', rule: '{}', created_by: 'test', ...STAMPS };
    await db
      .insertInto('segments')
      .values(['All', 'Search'].map((name) => ({ id: name, name, ...segment })))
      .execute();
    const member = (segment_id: string, at: number) => ({
      segment_id,
      account_id: `a${at}`,
      entered_at: new Date(NOW),
    });
    const members = COMPANY.flatMap(({ channel }, at) => [
      member('All', at),
      ...(channel === 'search' ? [member('Search', at)] : []),
    ]);
    await db.insertInto('segment_members').values(members).execute();
    const bySegment = await lifetimeByGroup(ctx, 'segment');
    expect(bySegment.items.map(({ value, stays, lost }) => [value, stays, lost])).toEqual([
      ['All', 94, 18],
      ['Search', 60, 12],
    ]);
    expect(bySegment.all).toMatchObject({ stays: 94, lost: 18, ltv: bySegment.items[0]?.ltv });
    expect((await lifetimeByGroup(ctx, 'partner')).items).toEqual([]);
  });

  it('stands beside the simple and the realised one, with its interval and its check', async () => {
    const projected = await headline('ltv_projected');
    expect(projected?.value).toBeGreaterThan(projected?.interval?.low ?? Number.NaN);
    expect(projected?.value).toBeLessThan(projected?.interval?.high ?? Number.NaN);
    expect(projected?.note).toMatch(/After \d+ months \d\d% were still here; the projection says \d\d%\./);
    expect((await headlineMetrics(ctx, '2024-09-30')).metrics.find(({ key }) => key === 'ltv_projected')).toMatchObject(
      {
        value: null,
        unavailable_reason_code: 'too_few_stays',
      },
    );
  });

  it('needs a gross margin', async () => {
    await database.db.updateTable('company_settings').set({ gross_margin_bps: null }).execute();
    expect(await headline('ltv_projected')).toMatchObject({ value: null, unavailable_reason_code: 'margin_not_set' });
    await database.db.updateTable('company_settings').set({ gross_margin_bps: 8000 }).execute();
  });

  it('is set against what a channel cost in the months it is known for', async () => {
    expect((await worthOf('search'))?.cac).toMatchObject({ unavailable_reason_code: 'no_channel_cost' });
    const cost = (month: string, channel: string, amount_minor: number) => ({
      month,
      channel,
      currency: 'EUR',
      amount_minor,
    });
    await putChannelCosts(ctx, {
      costs: [cost('2025-08', 'search', 30_000), cost('2025-09', 'search', 30_000), cost('2025-09', 'radio', 5000)],
    });
    // Five customers came from search in each month: 600.00 ÷ 10.
    const worth = await worthOf('search');
    expect(worth?.cac).toMatchObject({ value: 6000, n: 10 });
    expect(worth?.cac.note).toContain('2 of the 12 months');
    expect(worth?.ltv_cac.value).toBeCloseTo((worth?.ltv.value ?? 0) / 6000, 9);
    expect((await worthOf('events'))?.ltv_cac).toMatchObject({ value: null });
    expect(await headline('cac')).toMatchObject({ value: null, unavailable_reason_code: 'acquisition_cost_not_set' });
  });

  it('gives an overall CAC once each of twelve months has a cost', async () => {
    const months = Array.from({ length: 12 }, (_, at) => addMonthsToDate('2025-03-01', at).slice(0, 7));
    const costs = months.map((month) => ({ month, channel: 'search', currency: 'EUR', amount_minor: 10_000 }));
    await putChannelCosts(ctx, { costs });
    const cac = await headline('cac');
    // 12 × 100.00 of search and 50.00 of radio.
    expect((cac?.value ?? 0) * (cac?.n ?? 0)).toBeCloseTo(125_000, -2);
    const since = addDaysToDate('2025-03-15', 1);
    expect(cac?.n).toBe(COMPANY.filter(({ started_on }) => started_on >= since).length);
  });
});
