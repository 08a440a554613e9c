import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { creditLateClick } from '../../src/flows/decide-again.ts';
import { settableClock } from '../../src/platform/clock.ts';
import type { Ctx } from '../../src/platform/ctx.ts';
import { makeRewardedPartner } from '../flows/reward-company.fixture.ts';
import { openStripeDoor, type StripeDoor } from '../flows/stripe-door.fixture.ts';
import { stripeEvents } from '../flows/stripe-events.fixture.ts';
import { type PlanWatch, watchPlans } from '../harness/plans.ts';

const START = '2026-03-01T12:00:00Z';
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
/** There are few of these, however many customers. */
const SMALL = ['company_settings', 'programmes', 'programme_terms', 'stripe_settings'];
/** What grows with customers and their partners and is asked for money. */
const LARGE = [
  'accounts',
  'attribution_decisions',
  'bindings',
  'clicks',
  'commission_reversals',
  'commissions',
  'conversion_events',
  'enrolments',
  'grants',
  'invoice_refunds',
  'invoices',
  'ledger_accounts',
  'ledger_transfers',
  'links',
  'partners',
  'payment_fingerprints',
  'people',
  'referrals',
  'reward_triggers',
  'signups',
  'subscriptions',
] as const;

describe('what one event asks reads no table from end to end', () => {
  const clock = settableClock(START);
  let door: StripeDoor;
  let ctx: Ctx;
  let key: Record<string, string>;
  let ann: { id: string; code: string };
  let programme_id: string;
  let plans: PlanWatch;

  const post = async (url: string, payload: object, method: 'POST' | 'PUT' = 'POST') => {
    const answer = await door.goodword.app.inject({ method, url, headers: key, payload });
    expect(answer.statusCode, answer.body).toBeLessThan(300);
    clock.advance(60_000);
    return answer.json();
  };
  const idOf = async (account: string) =>
    (await ctx.db.selectFrom('accounts').select('id').where('external_id', '=', account).executeTakeFirstOrThrow()).id;

  async function visit(n: number): Promise<string> {
    const from = { headers: { 'user-agent': BROWSER }, remoteAddress: `203.0.${n}.1` };
    const answer = await door.goodword.app.inject({ method: 'GET', url: `/r/${ann.code}`, ...from });
    clock.advance(60_000);
    return new URL(String(answer.headers.location)).searchParams.get('gw_click') ?? '';
  }

  /** Customer `n` by a click, `n`-b by an own address and `n`-c by hearsay; each event by its name. */
  const events: [name: string, happens: (n: number) => Promise<unknown>][] = [
    [
      'a prospect that a partner names',
      (n) =>
        post('/v1/referrals', {
          programme_id,
          partner_id: ann.id,
          company_name: `Dora ${n}`,
          contact_name: 'Dora',
          contact_email: `dora@a${n}.net`,
          consent: true,
        }),
    ],
    [
      'a sign-up by a click',
      async (n) => {
        const click_token = await visit(n);
        const account = { account_id: `a${n}`, account_name: `A${n}`, email: `dora@a${n}.net` };
        await post('/v1/signups', { ...account, click_token, visitor: `v${n}` });
      },
    ],
    ['a sign-up by an own address', (n) => post('/v1/signups', { account_id: `a${n}-b`, via: ann.code, trial: true })],
    [
      'a sign-up by hearsay',
      (n) => {
        const heard_about = { partner: ann.code.toUpperCase(), person_email: 'ann@own.example' };
        return post('/v1/signups', { account_id: `a${n}-c`, heard_about });
      },
    ],
    [
      'a payment',
      async (n) => {
        for (const account_id of [`a${n}`, `a${n}-b`, `a${n}-c`]) {
          const lines = [{ amount_minor: 50_000, quantity: 5 }];
          const paid = { invoice_id: `in-${account_id}`, account_id, currency: 'EUR', lines };
          await post('/v1/invoices', { ...paid, fingerprint: `card of ${account_id}`, coupons: ['UNKNOWN'] });
        }
      },
    ],
    ['a refund', (n) => post('/v1/refunds', { refund_id: `rf${n}`, invoice_id: `in-a${n}`, amount_minor: 5000 })],
    [
      'a dispute',
      async (n) => {
        const about = { dispute_id: `di${n}`, invoice_id: `in-a${n}` };
        await post('/v1/disputes', { ...about, outcome: 'opened', amount_minor: 5000 });
        await post('/v1/disputes', { ...about, outcome: 'lost' });
      },
    ],
    ['a click that reaches us late', (n) => creditLateClick(ctx, `v${n}`)],
    [
      'a merger',
      async (n) => {
        const [from, into] = [await idOf(`a${n}-b`), await idOf(`a${n}`)];
        await post(`/v1/accounts/${from}/merge`, { into, reason: 'the same company' });
      },
    ],
    [
      'a payment, refunds and a change of plan at Stripe',
      async (n) => {
        const of = stripeEvents(n, START, ann.code);
        const plan = [of.subscription('created', 3000, 60), of.subscription('updated', 4000, 86_400 * 40)];
        clock.advance(86_400_000 * 41);
        const all = [of.customer(), of.checkout(), of.invoice(), of.refund(3000), of.refundFailed(3000, 80), ...plan];
        for (const one of all) expect(await door.send(one)).toMatchObject({ state: 'applied' });
      },
    ],
  ];

  beforeAll(async () => {
    door = await openStripeDoor(clock);
    ctx = door.goodword.product.systemCtx('test');
    key = await door.goodword.keyHeaders();
    ann = await makeRewardedPartner(ctx);
    ({ id: programme_id } = await ctx.db.selectFrom('programmes').select('id').executeTakeFirstOrThrow());
    plans = await watchPlans(door.goodword.product.database, SMALL);
    for (const [, happens] of events) await happens(1);
  });
  afterAll(() => door?.goodword.close());

  it.each(events)('%s', async (_name, happens) => {
    expect(await plans.wholeReads(() => happens(2))).toEqual([]);
  });

  it('and every table it speaks of had rows to read', async () => {
    for (const table of LARGE)
      expect((await ctx.db.selectFrom(table).selectAll().limit(1).execute()).length, table).toBe(1);
  });

  it('which would be noticed', async () => {
    const read = () => ctx.db.selectFrom('accounts').select('id').where('name', '=', 'A1').execute();
    expect(await plans.wholeReads(read)).toMatchObject([{ table: 'accounts' }]);
  });
});
