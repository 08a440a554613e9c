import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCtx } from '../../../test/harness/ctx.ts';
import { openTestDatabase } from '../../../test/harness/db.ts';
import { seedSegment } from '../../../test/harness/segments.ts';
import { addDaysToDate } from '../../kernel/time.ts';
import type { Database } from '../../platform/database.ts';
import { type Attribute, survivalBy } from './curves.ts';

const NOW = '2026-03-15T12:00:00Z';
const STAMPS = { created_at: new Date(NOW), updated_at: new Date(NOW) };
const BEGAN = '2024-09-01';

type Made = { at: number; partner: 'first' | 'late' | null; stayed: number | null; plan: string };

/** 30 customers brought by a partner, of whom 3 left, and 40 others, of whom 28 left; one of those was bound later. */
const COMPANY: Made[] = Array.from({ length: 70 }, (_, at) => {
  const brought = at < 30;
  const leaves = brought ? at < 3 : at < 58;
  const partner = brought ? 'first' : at === 30 ? 'late' : null;
  return { at, partner, stayed: leaves ? 60 + at : null, plan: at % 2 === 0 ? 'team' : 'business' };
});

async function seed({ db }: Database): Promise<void> {
  const of = (prefix: string, at: number) => ({
    id: `${prefix}${at}`,
    source: 'x',
    external_id: `${prefix}${at}`,
    ...STAMPS,
  });
  await db
    .insertInto('accounts')
    .values(COMPANY.map(({ at }) => ({ ...of('a', at), name: `a${at}`, industry: 'retail' })))
    .execute();
  const subscription = { currency: 'EUR', mrr_minor: 10_000, billing_interval: 'month' };
  const first = COMPANY.map(({ at, plan, stayed }) => ({
    ...of('s', at),
    ...subscription,
    account_id: `a${at}`,
    plan,
    started_on: BEGAN,
    ended_on: stayed === null ? null : addDaysToDate(BEGAN, stayed),
  }));
  const returned = { ...of('t', 0), ...subscription, account_id: 'a0', plan: 'pilot', started_on: '2026-03-01' };
  await db
    .insertInto('subscriptions')
    .values([...first, { ...returned, ended_on: null }])
    .execute();
  const programme = { slug: 'pg', name: 'P', template: 'affiliate', state: 'live', currency: 'EUR', zone: 'UTC' };
  await db
    .insertInto('programmes')
    .values({ id: 'pg', ...programme, attribution: '{}', ...STAMPS })
    .execute();
  const partner = { kind: 'affiliate', name: 'Pat', email: 'pat@x.test', email_normalised: 'pat@x.test' };
  await db
    .insertInto('partners')
    .values({ id: 'pa', ...partner, state: 'approved', ...STAMPS })
    .execute();
  const bound = COMPANY.filter(({ partner }) => partner !== null).map(({ at, partner }) => ({
    id: `b${at}`,
    account_id: `a${at}`,
    programme_id: 'pg',
    partner_id: 'pa',
    rule: 'R4',
    bound_at: new Date(NOW),
    effective_at: new Date(partner === 'late' ? '2024-09-20T00:00:00Z' : '2024-08-20T00:00:00Z'),
  }));
  await db.insertInto('bindings').values(bound).execute();
}

describe('how long the customers of a company stay', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  const ask = (by: Attribute, segment?: string) => survivalBy(testCtx(database, { at: NOW }), { by, segment });

  it('is not known before somebody has paid, then told by partner, by first plan, and not by one value', async () => {
    expect(await ask('partner')).toMatchObject({
      verdict: 'no_customers',
      groups: [],
      answer: 'There is no customer yet who ever paid.',
    });
    await seed(database);
    const found = await ask('partner');
    expect(found).toMatchObject({
      verdict: 'differs',
      month: 12,
      longest: 'yes',
      shortest: 'no',
      through: '2026-03-15',
    });
    expect(found.groups.map(({ value, customers, left }) => [value, customers, left])).toEqual([
      ['no', 40, 28],
      ['yes', 30, 3],
    ]);
    const at12 = found.groups[1]?.curve.find(({ month }) => month === 12);
    expect(at12).toMatchObject({ share: expect.closeTo(0.9, 12), at_risk: 27 });
    expect(found.answer).toBe(
      'Customers brought by a partner stay longest: 90% (72 to 97%) still paying after 12 months. Customers whom no partner brought leave soonest: 30% (17 to 44%). The difference is unlikely to be chance (p less than 0.001).',
    );
    const byPlan = await ask('plan');
    expect(byPlan.groups.map(({ value, customers }) => [value, customers])).toEqual([
      ['team', 35],
      ['business', 35],
    ]);
    expect(byPlan.verdict).toBe('alike');
    expect(byPlan.attributes.find(({ by }) => by === 'partner')?.q).toBeGreaterThan(found.test?.p ?? 1);
    expect(await ask('industry')).toMatchObject({ verdict: 'too_few', test: null, month: null });
    expect(await ask('country')).toMatchObject({ verdict: 'too_few', groups: [{ value: null, customers: 70 }] });
  });

  it('is told of each segment against everybody outside it, and of one segment by any other attribute', async () => {
    expect(await ask('segment')).toMatchObject({ verdict: 'no_groups', groups: [], cautions: [] });
    const accounts = COMPANY.map(({ at }) => `a${at}`);
    const { db } = database;
    await seedSegment(db, { id: 'loyal', name: 'Loyal', members: accounts.slice(0, 30), gone: accounts.slice(60) });
    const unhealthy = { field: 'health_band', op: 'is', value: 'red' } as const;
    await seedSegment(db, { id: 'red', name: 'Unwell', members: accounts.slice(20), rule: unhealthy });
    await seedSegment(db, { id: 'old', name: 'Old', members: accounts, archived: true });
    const found = await ask('segment');
    expect(found).toMatchObject({ verdict: 'differs', longest: 'Loyal', shortest: null, segment: null });
    const counted = found.groups.map(({ value, customers, left, others }) => [
      value,
      customers,
      left,
      others?.customers,
      others?.left,
    ]);
    expect(counted).toEqual([
      ['Unwell', 50, 28, 20, 3],
      ['Loyal', 30, 3, 40, 28],
    ]);
    expect(found.answer).toBe(
      'Customers in “Loyal” stay longer than those outside it: 90% (72 to 97%) still paying after 12 months, against 30% (17 to 44%). The difference is unlikely to be chance (p less than 0.001).',
    );
    expect(found.cautions.join(' ')).toMatch(/several segments.*Not compared.*: “Unwell”\.$/);
    expect(found.groups[0]).toMatchObject({ is_compared: false, others: { looks_ahead: true, p: null } });

    const byPlan = await ask('plan', 'red');
    expect(byPlan.groups.map(({ value, customers }) => [value, customers])).toEqual([
      ['team', 25],
      ['business', 25],
    ]);
    expect(byPlan.segment).toMatchObject({ id: 'red', name: 'Unwell' });
    expect(byPlan.cautions).toEqual([expect.stringMatching(/^Read with care.*its rule asks for health\./)]);
    expect(byPlan.attributes.map(({ by }) => by)).not.toContain('segment');
    expect((await ask('plan', 'loyal')).cautions.join('')).toMatch(/asks only what rarely changes/);
    for (const [by, segment] of [
      ['plan', 'nowhere'],
      ['plan', 'old'],
      ['segment', 'loyal'],
    ] as const) {
      await expect(ask(by, segment)).rejects.toMatchObject({ code: 'unprocessable', detail: { field: 'segment' } });
    }
  });
});
