import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { ensureAccount } from '../../src/customers/accounts/verbs/resolve-account.ts';
import { tellPeople } from '../../src/customers/people/verbs/tell-people.ts';
import { checkBooks } from '../../src/money/ledger/service.ts';
import { notePaymentMethod } from '../../src/partners/attribution/verbs/note-payment-method.ts';
import type { Database } from '../../src/platform/database.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { type TestCtx, testCtx } from '../harness/ctx.ts';
import { openTestDatabase } from '../harness/db.ts';
import {
  AFTERWARDS,
  booksOf,
  deliver,
  type Happening,
  type Market,
  newAccount,
  openMarket,
  randomHistory,
  randomMerger,
  shuffled,
} from './histories.fixture.ts';

const SEED = Number(process.env.GOODWORD_SEED ?? 1 + Math.floor(Math.random() * 2 ** 31));
/** On one rung only; all 2,000 by `npm run bench histories`. */
const HISTORIES = 40;
const MERGERS = 5;

const FIVE: Happening[] = [
  { type: 'click', at: 0, partner: 0, visitor: 0 },
  { type: 'signup', at: 24, visitor: 0 },
  { type: 'payment', at: 200, invoice: 1, amount: 9999, coupon: null },
  { type: 'subscription', at: 210, seats: 4 },
  { type: 'refund', at: 260, invoice: 1, refund: 1, amount: 3333 },
];

/** Of two refunds, which together are the whole payment, one does not go through. */
const FAILING: Happening[] = [
  { type: 'payment', at: 200, invoice: 1, amount: 9999, coupon: null },
  { type: 'refund', at: 260, invoice: 1, refund: 1, amount: 3333 },
  { type: 'refund', at: 270, invoice: 1, refund: 2, amount: 6666 },
  { type: 'refund_failed', at: 300, invoice: 1, refund: 2 },
];

/** The first payment says nothing of who brought it, so that it may wait; the second carries a coupon. */
const WAITING: Happening[] = [
  { type: 'payment', at: 200, invoice: 1, amount: 9999, coupon: null, untold: true },
  { type: 'payment', at: 300, invoice: 2, amount: 5000, coupon: 1 },
  { type: 'subscription', at: 310, seats: 4 },
];

/** The second payment is made with the card of the partner that brought the account. */
const OWN_CARD: Happening[] = [
  { type: 'click', at: 0, partner: 0, visitor: 0 },
  { type: 'signup', at: 24, visitor: 0 },
  { type: 'payment', at: 200, invoice: 1, amount: 9999, coupon: null },
  { type: 'payment', at: 300, invoice: 2, amount: 5000, coupon: null, fingerprint: 'card of A' },
];

function permutations<T>(values: readonly T[]): T[][] {
  if (values.length <= 1) return [[...values]];
  return values.flatMap((value, at) => permutations(values.toSpliced(at, 1)).map((rest) => [value, ...rest]));
}

describe('the books do not depend on the order of arrival', () => {
  let database: Database;
  let ctx: TestCtx;
  let market: Market;
  beforeAll(async () => {
    database = await openTestDatabase();
    ctx = testCtx(database, { at: '2026-01-01T00:00:00Z' });
    market = await openMarket(ctx);
    ctx.clock.set(AFTERWARDS);
  });
  afterAll(() => database.close());
  afterEach(async () => expect(await checkBooks(ctx)).toEqual([]));

  async function bindingsOf(external_id: string) {
    const bindings = ctx.db.selectFrom('bindings').innerJoin('accounts', 'accounts.id', 'bindings.account_id');
    return bindings
      .select(['bindings.id', 'bindings.ended_at'])
      .where('accounts.external_id', '=', external_id)
      .orderBy('bindings.id')
      .execute();
  }

  async function played(order: readonly Happening[]): Promise<string[]> {
    const account = newAccount(ctx);
    for (const one of order) await deliver(ctx, market, account, one);
    return booksOf(ctx, account);
  }

  it('of a click, a sign-up, a payment, a partial refund and a change of the subscription: all 120', async () => {
    const inOrder = await played(FIVE);
    expect(inOrder).toContain('-in1 A 2000 1333 pending 2026-02-17T08:00');
    for (const order of permutations(FIVE))
      expect([order.map(({ type }) => type), await played(order)]).toEqual([order.map(({ type }) => type), inOrder]);
  });

  it('of a payment, its refunds and the failure of one: all 24, and all 6 of them when no other refund stands', async () => {
    const brought = FIVE.slice(0, 2);
    const inOrder = await played([...brought, ...FAILING]);
    expect(inOrder).toContain('-in1 A 2000 1333 pending 2026-02-17T08:00');
    for (const order of permutations(FAILING)) expect(await played([...brought, ...order])).toEqual(inOrder);
    const [payment, , whole, failure] = FAILING.map((one) => (one.type === 'refund' ? { ...one, amount: 9999 } : one));
    const alone = [payment, whole, failure].filter((one) => one !== undefined);
    const untouched = await played([...brought, ...alone]);
    expect(untouched).toContain('-in1 A 2000 2000 pending 2026-02-17T08:00');
    for (const order of permutations(alone)) expect(await played([...brought, ...order])).toEqual(untouched);
  });

  it('of two payments of an account nobody knew and its subscription: all 6, and all 2 of the payments', async () => {
    const inOrder = await played(WAITING);
    expect(inOrder).toContain('-in2 invoice unattributed unattributed t');
    for (const order of permutations(WAITING)) expect(await played(order)).toEqual(inOrder);
    const payments = WAITING.slice(0, 2);
    expect(await played(payments.toReversed())).toEqual(await played(payments));
  });

  it('of payments one of which is made with the card of the partner: all 6', async () => {
    const owner_id = market.partners[0]?.id ?? '';
    await notePaymentMethod(ctx, { owner_kind: 'partner', owner_id, fingerprint: 'card of A' });
    const inOrder = await played(OWN_CARD);
    expect(inOrder.filter((line) => line.includes(' pending '))).toEqual([]);
    const [click, ...rest] = OWN_CARD;
    for (const order of permutations(rest)) expect(await played(click ? [click, ...order] : order)).toEqual(inOrder);
  });

  it('takes nothing from a partner for its mailbox when only a public key tells it of the customer', async () => {
    const credited: number[] = [];
    for (const may_overwrite of [false, true]) {
      const account = newAccount(ctx);
      const { id: account_id } = await ensureAccount(ctx, { external_id: account });
      const facts = { email: 'a@partner-a.example', attributes: {} };
      await tellPeople(ctx, [{ user: `${account}-u`, person_id: undefined, account_id, facts, may_overwrite }]);
      for (const one of FIVE) await deliver(ctx, market, account, one);
      credited.push((await booksOf(ctx, account)).filter((line) => line.includes('pending')).length);
    }
    expect(credited).toEqual([1, 0]);
  });

  it('keeps the binding of an account that comes out the same', async () => {
    const account = newAccount(ctx);
    for (const one of FIVE) await deliver(ctx, market, account, one);
    const before = await bindingsOf(account);
    await deliver(ctx, market, account, { type: 'click', at: 12, partner: 0, visitor: 1 });
    await deliver(ctx, market, account, { type: 'click', at: 10, partner: 0, visitor: 0 });
    const between = await bindingsOf(account);
    await deliver(ctx, market, account, { type: 'click', at: 8, partner: 0, visitor: 0 });
    expect([before.length, between.length]).toEqual([1, 2]);
    expect(await bindingsOf(account)).toEqual(between);
  });

  it.skipIf(!inject('serverDir'))(
    `of ${HISTORIES} random histories of 12 events with duplicates (GOODWORD_SEED=${SEED})`,
    async () => {
      const draw = seededRandom(SEED);
      for (let n = 0; n < HISTORIES; n += 1) {
        const history = randomHistory(draw);
        const order = shuffled(history, draw);
        expect([order, await played(order)]).toEqual([order, await played(history)]);
      }
    },
  );

  it.skipIf(!inject('serverDir'))(
    `of ${MERGERS} random accounts that become one, before it and after it (GOODWORD_SEED=${SEED})`,
    async () => {
      const draw = seededRandom(SEED);
      for (let n = 0; n < MERGERS; n += 1) {
        const parts = randomMerger(draw);
        const order = parts.flatMap((part) => shuffled(part, draw));
        expect([order, await played(order)]).toEqual([order, await played(parts.flat())]);
      }
    },
  );
});
