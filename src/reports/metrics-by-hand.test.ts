import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCtx } from '../../test/harness/ctx.ts';
import { openTestDatabase } from '../../test/harness/db.ts';
import { seedSegment } from '../../test/harness/segments.ts';
import type { Database } from '../platform/database.ts';
import { channels } from './channels.ts';
import { churnBySource } from './churn-by-source.ts';
import { dataTime, throughDay } from './data-time.ts';
import { frictionStanding } from './friction-standing.ts';
import { headlineMetrics } from './headline-metrics.ts';
import { retentionCohorts } from './retention-cohorts.ts';
import { usageStanding } from './usage-standing.ts';
import { usageTrend } from './usage-trend.ts';

const NOW = '2026-03-01T12:00:00Z';
const ON = '2026-02-28';
const STAMP = new Date(NOW);
const STAMPS = { created_at: STAMP, updated_at: STAMP };

/** Five accounts: four a year old (one left in May, one shrank, one grew), one new in euros, one without a rate. */
describe('the numbers of a small company, computed by hand', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    await seedMoney(database.db);
    await seedVoices(database.db);
  });
  afterAll(() => database.close());

  const metrics = async (on = ON) => {
    const result = await headlineMetrics(testCtx(database, { at: NOW }), on);
    return Object.fromEntries(result.metrics.map((one) => [one.key, one]));
  };

  async function define(churn: 'subscriptions' | 'events' | 'flags'): Promise<void> {
    await database.db.updateTable('company_settings').set({ churn_definition: churn }).execute();
  }

  it('hold for money: MRR 100 + 60 + 150 + 50 converted, and the subscription without a rate is named', async () => {
    const { mrr, arr, paying_accounts, trials } = await metrics();
    expect(mrr).toMatchObject({ value: 36_000, currency: 'USD', n: 5 });
    expect(mrr?.note).toContain('1 paid subscription is left out');
    expect(arr?.value).toBe(432_000);
    expect(paying_accounts?.value).toBe(5);
    expect(trials?.value).toBe(1);
  });

  it('hold for retention: of 400 a year ago 310 are left (NRR .775), 260 without growth (GRR .65)', async () => {
    const { nrr, grr, logo_churn_rate_year, lifetime_years } = await metrics();
    expect(nrr).toMatchObject({ value: 0.775, n: 4 });
    expect(grr?.value).toBe(0.65);
    expect(logo_churn_rate_year).toMatchObject({ value: 0.25, n: 4 });
    expect(lifetime_years?.value).toBe(4);
    expect(lifetime_years?.note).toContain('Only 1 of 4');
  });

  it('hold for value: LTV is average ARR 864 × 4 years, CAC 1,000 ÷ 2 customers won, CRC 500 ÷ 5', async () => {
    const { ltv_simple, cac, ltv_cac, crc, crc_to_arr, ltv_realised } = await metrics();
    expect(ltv_simple?.value).toBe(345_600);
    expect(cac).toMatchObject({ value: 50_000, n: 2 });
    expect(ltv_cac?.value).toBeCloseTo(6.912, 10);
    expect(ltv_cac?.note).toContain('Healthy');
    expect(crc?.value).toBe(10_000);
    expect(crc_to_arr?.value).toBeCloseTo(50_000 / 432_000, 12);
    // (120 − 20 tax − 10 refunded) × 80 %, and 100 euros at 1.1 × 80 %; two accounts paid.
    expect(ltv_realised).toMatchObject({ value: 8000, n: 2 });
  });

  it('hold for the month: the churn of May is in May and nowhere else', async () => {
    const may = await metrics('2025-05-31');
    expect(may.logo_churn_rate).toMatchObject({ value: 0.25, period: { from: '2025-05-01', to: '2025-05-31' } });
    expect(may.mrr_churn?.value).toBe(-10_000);
    expect(may.revenue_churn_rate?.value).toBe(0.25);
    expect((await metrics('2025-06-15')).logo_churn_rate).toMatchObject({ value: 0.25, period: { to: '2025-05-31' } });
    expect((await metrics('2025-06-30')).logo_churn_rate?.value).toBe(0);
  });

  it('follow the churn definition: by events two of four left, by flags the dated one', async () => {
    await define('events');
    expect((await metrics()).logo_churn_rate_year?.value).toBe(0.5);
    await define('flags');
    const flagged = (await metrics()).logo_churn_rate_year;
    expect(flagged).toMatchObject({ value: 0.25 });
    expect(flagged?.note).toContain('1 account is marked as churned without any date');
    await define('subscriptions');
  });

  it('set the three churn definitions side by side by source', async () => {
    const { items: sources } = await churnBySource(testCtx(database, { at: NOW }));
    expect(sources.find((one) => one.source === 'partner')).toMatchObject({
      accounts: 2,
      churned: { subscriptions: 1, events: 1, flags: 1 },
      churn_share: { subscriptions: 0.5, events: 0.5, flags: 0.5 },
    });
  });

  it('hold for answers: NPS takes each person’s latest of 180 days, CSAT the ratings, unrated ones named', async () => {
    const { nps, csat_mean, csat_top_two } = await metrics();
    // Latest answers 10, 9, 7 and 3: two promoters, one detractor of four.
    expect(nps).toMatchObject({ value: 25, n: 4 });
    expect(csat_mean).toMatchObject({ value: 4, n: 3 });
    expect(csat_top_two?.value).toBeCloseTo(2 / 3, 12);
    expect(csat_mean?.note).toContain('1 closed ticket has');
  });

  it('hold for usage: days, events per seat, rank among peers, and the slope of a doubling each week', async () => {
    const ctx = testCtx(database, { at: NOW });
    const standing = await usageStanding(ctx, ON);
    const a = standing.find((one) => one.account_id === 'a');
    expect(a).toMatchObject({ active_days: 4, features: 2, events: 60 + 5, percentile: 1 });
    expect(a?.events_per_seat).toBeCloseTo(6.5, 12);
    expect(standing.find((one) => one.account_id === 'b')?.percentile).toBe(0);
    const trend = await usageTrend(ctx, ON, 4);
    const weeks = [4, 8, 16, 32 + 5].map((events) => Math.log(1 + events));
    const slope = weeks.reduce((sum, one, index) => sum + one * (index - 1.5), 0) / 5;
    expect(trend.find((one) => one.account_id === 'a')?.slope).toBeCloseTo(slope, 10);
  });

  it('hold for friction: tickets per seat-month, what was open then, and the rank', async () => {
    const ctx = testCtx(database, { at: NOW });
    const b = (await frictionStanding(ctx, throughDay(ON))).find((one) => one.account_id === 'b');
    // Four tickets in 90 days on 4 seats: a third of a ticket per seat and month.
    expect(b).toMatchObject({ tickets: 4, open_severity_1: 1, reopened: 2, percentile: 1 });
    expect(b?.tickets_per_seat_month).toBeCloseTo(1 / 3, 12);
    const january = (await frictionStanding(ctx, throughDay('2026-01-31'))).find((one) => one.account_id === 'b');
    expect(january).toMatchObject({ tickets: 2, open_severity_1: 0 });
  });

  it('hold for cohorts: of four in the first one three stay', async () => {
    const { cohorts } = await retentionCohorts(testCtx(database, { at: NOW }));
    const first = cohorts[0];
    expect(first).toMatchObject({ month: '2025-01', accounts: 4 });
    expect(first?.cells.map((cell) => cell.active)).toEqual([4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3]);
    expect(first?.cells.at(-1)).toMatchObject({ logo_retention: 0.75, mrr_minor: 31_000, revenue_retention: 0.775 });
  });

  it('hold for the cohorts of one segment: only who is in it today, and no segment that is not there', async () => {
    await seedSegment(database.db, { id: 'some', name: 'Some', members: ['a', 'd'], gone: ['b'] });
    const ctx = testCtx(database, { at: NOW });
    const { cohorts, segment } = await retentionCohorts(ctx, { segment: 'some' });
    expect(segment).toMatchObject({ name: 'Some' });
    expect(cohorts.map(({ month, accounts }) => [month, accounts])).toEqual([['2025-01', 2]]);
    expect(cohorts[0]?.cells.at(-1)).toMatchObject({ active: 1, logo_retention: 0.5, mrr_minor: 10_000 });
    const unknown = retentionCohorts(ctx, { segment: 'nowhere' });
    await expect(unknown).rejects.toMatchObject({ code: 'unprocessable', detail: { field: 'segment' } });
    const withoutSegments = testCtx(database, { at: NOW, scopes: ['customers:read'] });
    await expect(retentionCohorts(withoutSegments, { segment: 'some' })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('keep the four sources of a channel side by side', async () => {
    const report = await channels(testCtx(database, { at: NOW }));
    expect(report.won_by).toBe('imported');
    const partner = report.channels.find((one) => one.channel === 'partner');
    expect(partner?.imported).toEqual({ accounts: 2, paying_accounts: 1, mrr_minor: 6000 });
    expect(partner?.self_reported.accounts).toBe(1);
    expect(partner?.worth.cac).toMatchObject({ value: null, unavailable_reason_code: 'no_channel_cost' });
    expect(partner?.worth).toMatchObject({ active_year_ago: 2, churned_since: 1 });
    expect(report.channels.at(-1)?.channel).toBeNull();
  });

  it('are live while facts arrive, and end with the data a month after they stopped', async () => {
    expect(await dataTime(testCtx(database, { at: NOW }))).toMatchObject({ on: '2026-03-01', isLive: true });
    expect(await dataTime(testCtx(database, { at: '2026-03-30T00:00:00Z' }))).toMatchObject({ isLive: true });
    expect(await dataTime(testCtx(database, { at: '2026-05-01T00:00:00Z' }))).toMatchObject({ on: ON, isLive: false });
  });
});

type Db = Database['db'];

async function seedMoney(db: Db): Promise<void> {
  await db
    .insertInto('company_settings')
    .values({
      name: 'Us',
      reporting_currency: 'USD',
      gross_margin_bps: 8000,
      acquisition_cost_year_minor: 100_000,
      success_cost_year_minor: 50_000,
      ...STAMPS,
    })
    .execute();
  const account = (id: string, more: object = {}) => ({
    id,
    source: 'x',
    external_id: id,
    name: id,
    ...STAMPS,
    ...more,
  });
  const partner = { imported_source: 'partner' };
  await db
    .insertInto('accounts')
    .values([
      account('a', { self_reported_source: 'partner' }),
      account('b', partner),
      account('c', { imported_churned: true }),
      account('d', { ...partner, imported_churned: true }),
      account('e'),
      account('f'),
      account('t'),
    ])
    .execute();
  let made = 0;
  const subscription = (account_id: string, mrr_minor: number, started_on: string, more: object = {}) => {
    made += 1;
    const base = { id: `s${made}`, external_id: `s${made}`, source: 'x', currency: 'USD', ...STAMPS };
    return { ...base, account_id, mrr_minor, started_on, ...more };
  };
  const euro = { currency: 'EUR' };
  await db
    .insertInto('subscriptions')
    .values([
      subscription('a', 10_000, '2025-01-10', { seats: 10 }),
      subscription('b', 10_000, '2025-01-10', { ended_on: '2025-08-01' }),
      subscription('b', 6000, '2025-08-01', { seats: 4 }),
      subscription('c', 15_000, '2025-11-05'),
      subscription('c', 10_000, '2025-01-10', { ended_on: '2025-11-05' }),
      subscription('d', 10_000, '2025-01-10', { ended_on: '2025-05-20' }),
      subscription('e', 4000, '2026-01-10', { ...euro, mrr_reporting_minor: 5000 }),
      subscription('f', 9000, '2026-02-10', { currency: 'GBP' }),
      subscription('t', 0, '2026-02-10', { is_trial: true }),
    ])
    .execute();
  const claim = (id: string, account_id: string, churned_on: string) => ({
    id,
    source: 'x',
    external_id: id,
    account_id,
    churned_on,
  });
  await db
    .insertInto('churn_claims')
    .values([claim('1', 'd', '2025-05-20'), claim('2', 'a', '2025-12-01')])
    .execute();
  await db.updateTable('accounts').set({ imported_churned: true }).where('id', '=', 'e').execute();
  await db.updateTable('accounts').set({ imported_churned: false }).where('id', '=', 'c').execute();
  const invoice = (id: string, account_id: string, currency: string, total_minor: number, more: object = {}) => {
    const at = new Date('2026-01-15');
    const base = { id, external_id: id, source: 'x', status: 'paid', issued_at: at, paid_at: at, created_at: at };
    return { ...base, account_id, currency, total_minor, subtotal_minor: total_minor, ...more };
  };
  await db
    .insertInto('invoices')
    .values([
      invoice('i1', 'a', 'USD', 12_000, { tax_minor: 2000, refunded_minor: 1000 }),
      invoice('i2', 'e', 'EUR', 10_000, { total_reporting_minor: 11_000 }),
      invoice('i3', 'f', 'GBP', 10_000),
      invoice('i4', 'b', 'USD', 9000, { status: 'open', paid_at: null }),
    ])
    .execute();
}

async function seedVoices(db: Db): Promise<void> {
  await db
    .insertInto('surveys')
    .values({ id: 'v', source: 'x', external_id: 'v', kind: 'nps', title: 'NPS', created_at: STAMP })
    .execute();
  const person = (id: string) => ({ id, account_id: 'a', source: 'x', external_id: id, ...STAMPS });
  await db.insertInto('people').values(['p1', 'p2', 'p3', 'p4', 'p5'].map(person)).execute();
  let made = 0;
  const answer = (person_id: string, score: number, on: string) => {
    made += 1;
    const base = {
      id: `r${made}`,
      external_id: `r${made}`,
      source: 'x',
      survey_id: 'v',
      account_id: 'a',
      scale_max: 10,
    };
    return { ...base, person_id, score, answered_at: new Date(`${on}T10:00:00Z`) };
  };
  await db
    .insertInto('survey_answers')
    .values([
      answer('p1', 2, '2025-12-01'),
      answer('p1', 10, '2026-02-01'),
      answer('p2', 9, '2026-02-02'),
      answer('p3', 7, '2026-02-03'),
      answer('p4', 3, '2025-10-01'),
      answer('p5', 0, '2025-07-01'),
    ])
    .execute();
  const ticket = (id: string, opened: string, closed: string | null, more: object = {}) => ({
    id,
    external_id: id,
    source: 'x',
    account_id: 'b',
    status: closed ? 'closed' : 'open',
    opened_at: new Date(opened),
    closed_at: closed && new Date(closed),
    satisfaction_scale: 5,
    ...STAMPS,
    ...more,
  });
  await db
    .insertInto('tickets')
    .values([
      ticket('t1', '2026-01-05', '2026-01-06', { satisfaction: 5, reopened_count: 2 }),
      ticket('t2', '2026-02-05', '2026-02-06', { satisfaction: 4 }),
      ticket('t3', '2026-02-07', '2026-02-08', { satisfaction: 3 }),
      ticket('t4', '2026-02-20', null, { severity: 1 }),
      ticket('t5', '2025-11-20', '2025-11-21'),
    ])
    .execute();
  const used = (on_date: string, events: number, feature = 'work') => ({
    account_id: 'a',
    on_date,
    feature,
    events,
    quantity: events,
    duration_s: 0,
    errors: 0,
  });
  await db
    .insertInto('usage_daily')
    .values([
      used('2026-02-05', 4),
      used('2026-02-10', 8),
      used('2026-02-17', 16),
      used('2026-02-28', 32),
      used('2026-02-28', 5, 'share'),
    ])
    .execute();
}
