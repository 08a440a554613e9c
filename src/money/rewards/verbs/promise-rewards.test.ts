import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLiveProgramme } from '../../../../test/flows/partner-company.fixture.ts';
import { type TestCtx, testCtx } from '../../../../test/harness/ctx.ts';
import { openTestDatabase } from '../../../../test/harness/db.ts';
import { createPartner } from '../../../partners/partners/service.ts';
import { DEFAULT_TERMS, type RewardTerms } from '../../../partners/programmes/model.ts';
import { addTerms } from '../../../partners/programmes/service.ts';
import type { Database } from '../../../platform/database.ts';
import type { Earned, Grant } from '../model.ts';
import { createGift } from './gifts.ts';
import { promiseRewards } from './promise-rewards.ts';
import { takeBackRewards, withdrawRewards } from './take-back-rewards.ts';
import { matureRewards } from './upkeep.ts';

const MONTH: RewardTerms = {
  key: 'month',
  on: 'first_payment',
  to: 'company',
  give: { kind: 'free_months', months: 1, per_year: 12 },
};
const GIFT: RewardTerms = {
  key: 'gift',
  on: 'first_payment',
  to: 'referrer',
  give: { kind: 'gift', worth_minor: 900 },
};

describe('promising rewards', () => {
  let database: Database;
  let ctx: TestCtx;
  let programme: string;
  let ann: string;
  let made = 0;

  /** A customer whom Ann brought, and the payment that was credited to her. */
  async function newEvent(at: string): Promise<Earned> {
    made += 1;
    const [account, event] = [`ac_${made}`, `cv_${made}`];
    await sql`insert into accounts (id, source, external_id, name, created_at, updated_at)
      values (${account}, 'api', ${account}, ${account}, now(), now())`.execute(ctx.db);
    await sql`insert into conversion_events (id, source, event_id, kind, body_hash, body, occurred_at, received_at, state)
      values (${event}, 'api', ${event}, 'invoice', '', '{}', now(), now(), 'decided')`.execute(ctx.db);
    return {
      trigger: 'first_payment',
      programme_id: programme,
      partner_id: ann,
      account_id: account,
      referral_id: null,
      conversion_event_id: event,
      base_minor: 10_000,
      currency: 'EUR',
      seats: 3,
      at: new Date(at),
    };
  }

  const months = (grants: Grant[]) => grants.filter(({ kind }) => kind === 'free_months');
  const promise = async (at: string) => months(await promiseRewards(ctx, await newEvent(at)))[0];

  beforeAll(async () => {
    database = await openTestDatabase();
    ctx = testCtx(database, { at: '2025-01-01T00:00:00Z' });
    programme = await makeLiveProgramme(ctx);
    await addTerms(ctx, programme, { terms: { ...DEFAULT_TERMS, rewards: [MONTH, GIFT] } });
    await sql`insert into accounts (id, source, external_id, name, created_at, updated_at)
      values ('ac_ann', 'crm', 'ann', 'Ann GmbH', now(), now())`.execute(ctx.db);
    const partner = { kind: 'customer', name: 'Ann', email: 'ann@own.example', account_id: 'ac_ann' } as const;
    ann = (await createPartner(ctx, { ...partner, state: 'approved' })).id;
    ctx.clock.set('2027-02-01T00:00:00Z');
  });
  afterAll(() => database.close());

  it('gives twelve free months in a year of the programme’s zone, also to customers who come at once', async () => {
    for (let index = 0; index < 10; index += 1) await promise('2026-05-01T00:00:00Z');
    const events = [];
    for (let index = 0; index < 4; index += 1) events.push(await newEvent('2026-06-01T00:00:00Z'));
    const grants = (await Promise.all(events.map((event) => promiseRewards(ctx, event)))).flatMap(months);
    expect(grants.map(({ reason, quantity }) => [reason, quantity]).toSorted()).toEqual([
      ['cap', 0],
      ['cap', 0],
      ['ready', 1],
      ['ready', 1],
    ]);
    // Half past eleven in London is the next year in Budapest.
    expect(await promise('2026-12-31T23:30:00Z')).toMatchObject({ quantity: 1 });
    expect(await promise('2026-12-31T22:30:00Z')).toMatchObject({ quantity: 0, reason: 'cap', state: 'refused' });
  });

  it('frees the place of a refunded one for later customers, and revives none', async () => {
    const [first] = await ctx.db
      .selectFrom('reward_triggers')
      .select('conversion_event_id as id')
      .where('at', '=', new Date('2026-05-01T00:00:00Z'))
      .execute();
    const again = { conversion_event_id: first?.id ?? '' };
    expect(await takeBackRewards(ctx, again)).not.toEqual([]);
    expect(await takeBackRewards(ctx, again)).toEqual([]);
    expect(await promise('2026-07-01T00:00:00Z')).toMatchObject({ quantity: 1 });
    expect(await promise('2026-08-01T00:00:00Z')).toMatchObject({ reason: 'cap' });
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from grants
      where kind = 'free_months' and quantity > 0 and state <> 'revoked' and earned_at < '2026-12-31'`.execute(ctx.db);
    expect(rows[0]?.n).toBe(12);
  });

  it('promises nothing twice, however often and at once the same payment comes', async () => {
    const event = await newEvent('2027-01-05T00:00:00Z');
    const all = await Promise.all([1, 2, 3].map(() => promiseRewards(ctx, event)));
    expect(all.map(({ length }) => length).toSorted()).toEqual([0, 0, 2]);
    expect(await promiseRewards(ctx, event)).toEqual([]);
  });

  it('takes a sale’s rewards back as if it had never counted, so that another may earn them', async () => {
    const event = await newEvent('2027-01-06T00:00:00Z');
    const [month] = months(await promiseRewards(ctx, event));
    await withdrawRewards(ctx, { conversion_event_id: event.conversion_event_id ?? '' });
    const bob = await createPartner(ctx, { kind: 'affiliate', name: 'Bob', email: 'bob@x.example', state: 'approved' });
    const anew = await promiseRewards(ctx, { ...event, partner_id: bob.id });
    expect(anew.map(({ reward_key, state, reason }) => [reward_key, state, reason])).toEqual([
      ['month', 'refused', 'no_company'],
      ['gift', 'earned', 'waiting'],
    ]);
    const stored = await ctx.db
      .selectFrom('grants')
      .select('state')
      .where('id', '=', month?.id ?? '')
      .execute();
    expect(stored).toEqual([{ state: 'revoked' }]);
  });

  it('never reserves a gift that is not on the shelf, and the shelf refuses to fall below nothing', async () => {
    ctx.clock.set('2027-03-15T00:00:00Z');
    await matureRewards(ctx);
    const gift = { name: 'Tea', description: '', interests: [], worth_minor: 900, currency: 'EUR', countries: [] };
    const { id, stock } = await createGift(ctx, { ...gift, stock: 2, needs_address: false });
    expect(stock).toBe(0);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from grants where gift_id = ${id}`.execute(
      ctx.db,
    );
    expect(rows[0]?.n).toBe(2);
    await expect(sql`update gifts set stock = stock - 1 where id = ${id}`.execute(ctx.db)).rejects.toThrow(
      'gifts_stock',
    );
  });
});
