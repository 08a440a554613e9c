import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../src/kernel/time.ts';
import type { Ctx, PartnerId } from '../../src/platform/ctx.ts';
import type { Database } from '../../src/platform/database.ts';
import { leaderboard, ownPlace } from '../../src/reports/leaderboard.ts';
import { type TestCtx, testCtx } from '../harness/ctx.ts';
import { openTestDatabase } from '../harness/db.ts';
import { openProgrammeOf, refund, sell } from './earning-company.fixture.ts';

describe('the leaderboard of a programme', () => {
  let database: Database;
  let ctx: TestCtx;
  beforeAll(async () => {
    database = await openTestDatabase();
    ctx = testCtx(database, { at: '2026-03-01T00:00:00Z' });
  });
  afterAll(() => database.close());

  async function brought(partnerId = ''): Promise<string> {
    const bindings = ctx.db.selectFrom('bindings').select('account_id').where('partner_id', '=', partnerId);
    return (await bindings.orderBy('account_id').limit(1).executeTakeFirstOrThrow()).account_id;
  }
  async function endSubscription(account_id: string): Promise<void> {
    const at = ctx.clock.now();
    const row = { id: 'su_ended', source: 'csv', external_id: 'ended', currency: 'EUR', mrr_minor: 100 };
    const days = { started_on: '2026-02-01', ended_on: '2026-03-01' };
    await ctx.db
      .insertInto('subscriptions')
      .values({ ...row, ...days, account_id, created_at: at, updated_at: at })
      .execute();
  }

  it('ranks by customers who still pay, then revenue; a partner learns its place and no names', async () => {
    const { programmeId, earners } = await openProgrammeOf(ctx, {}, ['one', 'two', 'three', 'four']);
    const [one, two, three] = earners.map(({ id }) => id);
    const codeOf = (index: number) => earners[index]?.code ?? '';
    await sell(ctx, { code: codeOf(0), amount: 50_000 });
    for (const index of [1, 1, 2, 2]) await sell(ctx, { code: codeOf(index), amount: 1000 });
    const undone = await sell(ctx, { code: codeOf(0), amount: 900 });
    await refund(ctx, undone.invoice_id, 900);
    const { items, ...board } = await leaderboard(ctx, programmeId, 'month');
    expect(board).toEqual({ currency: 'EUR', partners: 4 });
    expect(items.map(({ place, partner_id, customers }) => [place, partner_id, customers])).toEqual([
      [1, three, 2],
      [1, two, 2],
      [3, one, 1],
    ]);
    const as = (partnerId = ''): Ctx => ({
      ...ctx,
      actor: { kind: 'partner', id: partnerId, email: 'it@partner.example', partnerId: partnerId as PartnerId },
      scopes: new Set(['portal:read']),
    });
    expect(await ownPlace(as(one), programmeId, 'ever')).toEqual({
      ...board,
      place: 3,
      customers: 1,
      revenue_minor: 50_000,
      next: { customers: 1, revenue_minor: 0 },
    });
    expect((await ownPlace(as(two), programmeId, 'ever')).next).toBeNull();
    await expect(ownPlace(as('pa_stranger'), programmeId, 'ever')).rejects.toMatchObject({ code: 'not_found' });
    await endSubscription(await brought(two));
    expect((await leaderboard(ctx, programmeId, 'ever')).items).toMatchObject([
      { place: 1, partner_id: three, customers: 2 },
      { place: 2, partner_id: one, customers: 1 },
      { place: 3, partner_id: two, customers: 1 },
    ]);
    ctx.clock.set(addDays(ctx.clock.now(), 400));
    expect((await leaderboard(ctx, programmeId, 'month')).items).toEqual([]);
    expect((await leaderboard(ctx, programmeId, 'ever')).items).toMatchObject([
      { partner_id: one, customers: 0, revenue_minor: 50_000 },
      { place: 2 },
      { place: 2 },
    ]);
  });
});
