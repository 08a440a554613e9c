import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { creditConversion } from '../../src/flows/credit-conversion.ts';
import { recordSignup } from '../../src/flows/record-signup.ts';
import { addDays } from '../../src/kernel/time.ts';
import { releaseCommission } from '../../src/money/commissions/verbs/hold.ts';
import { checkBooks } from '../../src/money/ledger/service.ts';
import { suspendPartner } from '../../src/partners/partners/service.ts';
import type { Database } from '../../src/platform/database.ts';
import { type TestCtx, testCtx } from '../harness/ctx.ts';
import { openTestDatabase } from '../harness/db.ts';
import { commissionsOf, type Earner, openProgrammeOf, refund, type Sale, sell } from './earning-company.fixture.ts';

describe('what a sale earned, when more becomes known', () => {
  let database: Database;
  let ctx: TestCtx;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  afterEach(async () => expect(await checkBooks(ctx)).toEqual([]));

  const percent = (rate: string) => ({ kind: 'percent', rate, months: 12 }) as const;
  async function open(terms: Parameters<typeof openProgrammeOf>[1], names?: string[]) {
    ctx = testCtx(database, { at: '2026-03-01T00:00:00Z' });
    const programme = await openProgrammeOf(ctx, terms, names);
    const commissions = () => commissionsOf(ctx, programme.programmeId);
    const sale = (more: Partial<Sale> = {}) => sell(ctx, { code: programme.earner.code, ...more });
    return { ...programme, commissions, sale };
  }
  const later = (days: number) => ctx.clock.set(addDays(ctx.clock.now(), days));

  it('loses what a retroactive step had added when refunds leave less than the step, and gets it again', async () => {
    const steps = [
      { from: 0, rate: '10%' },
      { from: 20_000, rate: '15%' },
    ];
    const tiers = { basis: 'revenue', period: 'month', mode: 'retroactive', steps } as const;
    const { sale, commissions } = await open({ commission: percent('10%'), tiers });
    const net = async () =>
      (await commissions()).map(({ rule, net_minor, reason_code }) => [rule, net_minor, reason_code]).sort();
    await sale({ amount: 10_000 });
    const second = await sale({ amount: 10_000 });
    expect(await net()).toEqual([
      ['sale', 1000, 'pending'],
      ['sale', 1500, 'pending'],
      ['tier_top_up', 500, 'pending'],
    ]);
    await refund(ctx, second.invoice_id, 5000);
    const lost = ['tier_top_up', 0, 'step_lost'];
    expect(await net()).toEqual([['sale', 1000, 'pending'], ['sale', 750, 'pending'], lost]);
    await sale({ amount: 5000 });
    expect((await net()).filter(([rule]) => rule === 'tier_top_up')).toEqual([lost, ['tier_top_up', 500, 'pending']]);
  });

  it('refuses the share of a partner who has left since the terms were written', async () => {
    const split = ([a, b]: Earner[]) => ({
      split: [
        { partner_id: a?.id ?? '', weight: 3 },
        { partner_id: b?.id ?? '', weight: 1 },
      ],
    });
    const { sale, commissions, earners } = await open(split, ['stays', 'leaves']);
    await sale();
    await suspendPartner(ctx, earners[1]?.id ?? '', { reason: 'went home' });
    later(1);
    const { invoice_id } = await sale({ at: ctx.clock.now().toISOString() });
    const found = (await commissions()).filter(({ invoice }) => invoice?.external_id === invoice_id);
    expect(found.map(({ state, net_minor, reason_code }) => [state, net_minor, reason_code])).toEqual([
      ['pending', 1500, 'pending'],
      ['refused', 0, 'sharer_not_active'],
    ]);
    await refund(ctx, invoice_id, 10_000);
    expect((await commissions()).filter(({ state }) => state === 'reversed')).toHaveLength(1);
  });

  it('is believed for all a customer buys, once somebody released what its own word about us had held', async () => {
    const { commissions, earner } = await open({ hold_days: 30 });
    const at = ctx.clock.now().toISOString();
    const account_id = 'who-heard-of-us';
    await recordSignup(ctx, { account_id, occurred_at: at, heard_about: { partner: earner.id } });
    const buy = (invoice_id: string) =>
      creditConversion(ctx, {
        invoice_id: `heard-${invoice_id}`,
        account_id,
        currency: 'EUR',
        lines: [{ amount_minor: 900 }],
        paid_at: at,
      });
    const states = async () => (await commissions()).map(({ state }) => state);
    await buy('1');
    await buy('2');
    expect(await states()).toEqual(['held', 'held']);
    const [first] = await commissions();
    await releaseCommission(ctx, { id: first?.id ?? '', reason: 'They told us on the phone.' });
    await buy('3');
    expect(await states()).toEqual(['pending', 'pending', 'pending']);
  });
});
