import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { draftTable } from '../../src/cli/replay.ts';
import { putExchangeRates } from '../../src/customers/company/service.ts';
import { matureAllCommissions } from '../../src/flows/mature-commissions.ts';
import { mergeAccounts } from '../../src/flows/merge-accounts.ts';
import { recordDispute } from '../../src/flows/record-dispute.ts';
import { releaseRefused } from '../../src/flows/release-refused.ts';
import { replayProgramme } from '../../src/flows/replay-programme.ts';
import { setAccountPartner } from '../../src/flows/set-account-partner.ts';
import { addDays } from '../../src/kernel/time.ts';
import { accrueForLead } from '../../src/money/commissions/verbs/accrue-lead.ts';
import { checkBooks } from '../../src/money/ledger/service.ts';
import { setEarning } from '../../src/partners/enrolments/verbs/set-earning.ts';
import { setRecruiter } from '../../src/partners/partners/verbs/set-recruiter.ts';
import { DEFAULT_TERMS, type Terms } from '../../src/partners/programmes/model.ts';
import { addTerms, updateProgramme } from '../../src/partners/programmes/service.ts';
import type { Database } from '../../src/platform/database.ts';
import { attributionModels } from '../../src/reports/attribution-models.ts';
import { CREDIT_MODELS } from '../../src/stats/attribution-models.ts';
import { type TestCtx, testCtx } from '../harness/ctx.ts';
import { openTestDatabase } from '../harness/db.ts';
import { commissionsOf, openProgrammeOf, refund, type Sale, sell } from './earning-company.fixture.ts';

const percent = (rate: string, months: number | null = 12) => ({ kind: 'percent', rate, months }) as const;

describe('what a programme pays', () => {
  let database: Database;
  let ctx: TestCtx;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());
  afterEach(async () => expect(await checkBooks(ctx)).toEqual([]));

  async function open(terms: Parameters<typeof openProgrammeOf>[1], names?: string[], at = '2026-03-01T00:00:00Z') {
    ctx = testCtx(database, { at });
    const programme = await openProgrammeOf(ctx, terms, names);
    const gross = async () => (await commissionsOf(ctx, programme.programmeId)).map(({ gross_minor }) => gross_minor);
    const commissions = () => commissionsOf(ctx, programme.programmeId);
    const sale = (more: Partial<Sale> = {}) => sell(ctx, { code: programme.earner.code, ...more });
    return { ...programme, gross, commissions, sale };
  }
  const later = (days: number) => ctx.clock.set(addDays(ctx.clock.now(), days));

  it('is a flat amount, an amount a seat, another rate on renewal, and one of its own for a product', async () => {
    const terms: Partial<Terms> = {
      commission: { kind: 'per_seat', amount_minor: 300, months: null },
      renewal: { kind: 'percent', rate: '5%' },
      products: [{ product: 'setup', earning: { kind: 'flat', amount_minor: 1000 } }],
    };
    const { sale, commissions } = await open(terms);
    const lines = [
      { amount_minor: 10_000, product: 'plan', quantity: 4 },
      { amount_minor: 500, product: 'setup' },
    ];
    const first = await sale({ lines });
    await sale({ account_id: first.account_id, amount: 8000, at: '2026-04-01T00:00:00Z' });
    const found = await commissions();
    expect(found.map(({ gross_minor }) => gross_minor)).toEqual([2200, 400]);
    expect(found[0]?.explanation).toContain('€3.00 for each of 4 seats + €10.00 for setup');
  });

  it('is what was agreed with one partner, in place of every rate', async () => {
    const { sale, gross, programmeId, earner } = await open({ commission: percent('20%') });
    await setEarning(ctx, { programme_id: programmeId, partner_id: earner.id }, { kind: 'percent', rate: '30%' });
    await sale();
    await setEarning(ctx, { programme_id: programmeId, partner_id: earner.id }, null);
    await sale();
    expect(await gross()).toEqual([3000, 2000]);
  });

  it('rises for the sales before, when a retroactive step is reached, in whatever order they arrive', async () => {
    const steps = [
      { from: 0, rate: '10%' },
      { from: 20_000, rate: '15%' },
      { from: 50_000, rate: '20%' },
    ];
    const tiers = { basis: 'revenue', period: 'month', mode: 'retroactive', steps } as const;
    const amounts = [9999, 15_001, 30_003];
    for (const order of [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]) {
      const { sale, commissions } = await open({ commission: percent('10%'), tiers });
      const names: string[] = [];
      for (const at of order) names[at] = (await sale({ amount: amounts[at] ?? 0 })).invoice_id;
      const found = await commissions();
      const perInvoice = names.map((name) =>
        found
          .filter(({ invoice }) => invoice?.external_id === name)
          .reduce((all, { gross_minor }) => all + gross_minor, 0),
      );
      expect(perInvoice).toEqual([2000, 3000, 6001]);
      expect(found.some(({ rule }) => rule === 'tier_top_up')).toBe(true);
    }
  });

  it('follows the number of sales, and the number of customers who pay, down again too', async () => {
    const sales: NonNullable<Terms['tiers']> = {
      basis: 'sales',
      period: 'year',
      mode: 'marginal',
      steps: [
        { from: 0, rate: '10%' },
        { from: 2, rate: '20%' },
      ],
    };
    const counted = await open({ commission: percent('10%'), tiers: sales });
    for (let n = 0; n < 3; n += 1) await counted.sale();
    expect(await counted.gross()).toEqual([1000, 1000, 2000]);
    const active: typeof sales = { ...sales, basis: 'active_customers', period: 'ever' };
    const paying = await open({ commission: percent('10%'), tiers: active });
    const period_ends_at = '2026-04-01T00:00:00Z';
    for (let n = 0; n < 3; n += 1) await paying.sale({ period_ends_at });
    await paying.sale({ at: '2026-04-02T00:00:00Z' });
    expect(await paying.gross()).toEqual([1000, 1000, 2000, 1000]);
  });

  it('stops at the caps of a year and of a number of sales', async () => {
    const { sale, commissions } = await open({ cap_per_year_minor: 3000, cap_sales: { most: 3, per: 'ever' } });
    for (let n = 0; n < 4; n += 1) await sale();
    const found = await commissions();
    expect(found.map(({ gross_minor }) => gross_minor)).toEqual([2000, 1000, 0, 0]);
    expect(found[2]?.reason_code).toBe('year_cap_reached');
    const few = await open({ cap_sales: { most: 1, per: 'month' } });
    await few.sale();
    await few.sale();
    await few.sale({ at: '2026-04-01T00:00:00Z' });
    expect((await few.commissions()).map(({ reason_code }) => reason_code)).toEqual([
      'pending',
      'sales_cap_reached',
      'pending',
    ]);
  });

  it('waits when the budget is spent: until it grows, or the next month', async () => {
    const { sale, commissions, programmeId } = await open({ budget_per_month_minor: 3000 });
    for (let n = 0; n < 3; n += 1) await sale();
    const states = async () => (await commissions()).map(({ state }) => state);
    expect(await states()).toEqual(['pending', 'held', 'held']);
    expect((await commissions())[1]).toMatchObject({ reason_code: 'budget_spent', gross_minor: 2000 });
    await addTerms(ctx, programmeId, { terms: { ...DEFAULT_TERMS, hold_days: 0, budget_per_month_minor: 4000 } });
    await matureAllCommissions(ctx);
    expect(await states()).toEqual(['available', 'available', 'held']);
    ctx.clock.set('2026-04-01T00:00:00Z');
    await matureAllCommissions(ctx);
    expect(await states()).toEqual(['available', 'available', 'available']);
  });

  it('is shared to the cent, and refunds take their parts so that they sum to the whole', async () => {
    const shared = (earners: { id: string }[]) => ({
      commission: percent('1%'),
      split: earners.map(({ id }) => ({ partner_id: id, weight: 1 })),
    });
    const { sale, commissions } = await open(shared, ['a', 'b', 'c']);
    const { invoice_id } = await sale({ amount: 10_000 });
    expect((await commissions()).map(({ gross_minor }) => gross_minor).sort()).toEqual([33, 33, 34]);
    await refund(ctx, invoice_id, 5000);
    const sum = async () => (await commissions()).reduce((all, { net_minor }) => all + net_minor, 0);
    expect(await sum()).toBe(50);
    await refund(ctx, invoice_id, 5000);
    expect(await sum()).toBe(0);
  });

  it('pays who recruited the partner on top, and refuses a circle', async () => {
    const { sale, commissions, earners } = await open({ sub_partner_rate: '10%' }, ['child', 'parent', 'grand']);
    const [child, parent, grand] = earners.map(({ id }) => id);
    await setRecruiter(ctx, child ?? '', parent ?? '');
    await setRecruiter(ctx, parent ?? '', grand ?? '');
    for (const [who, by] of [
      [grand, child],
      [child, child],
      [parent, child],
    ])
      await expect(setRecruiter(ctx, who ?? '', by ?? '')).rejects.toMatchObject({ detail: { field: 'recruiter_id' } });
    const { invoice_id } = await sale();
    const found = await commissions();
    expect(found.map(({ partner, gross_minor }) => [partner.id, gross_minor])).toEqual([
      [child, 2000],
      [parent, 200],
    ]);
    await refund(ctx, invoice_id, 10_000);
    expect((await commissions()).map(({ net_minor }) => net_minor)).toEqual([0, 0]);
  });

  it('is converted once, with the rate that is kept: the sender’s, else the company’s own', async () => {
    const { sale, commissions } = await open({});
    await sale({ currency: 'USD', rate_to: { EUR: '0.925' } });
    await sale({ currency: 'JPY', amount: 10_000 });
    await putExchangeRates(ctx, {
      rates: [{ currency: 'JPY', on_date: '2026-02-27', rate: '0.0061', source: 'the bank' }],
    });
    await sale({ currency: 'JPY', amount: 10_000 });
    const found = await commissions();
    expect(found.map(({ currency, gross_minor }) => [currency, gross_minor])).toEqual([
      ['EUR', 1850],
      ['JPY', 0],
      ['EUR', 1220],
    ]);
    expect(found[1]?.reason_code).toBe('currency_without_rate');
    expect(found[2]?.explanation).toContain('0.0061 EUR for 1 JPY (the bank, Feb 27, 2026)'.slice(0, 24));
  });

  it('vests as the customer stays, with a bounty, and what does not vest is taken back with the reason', async () => {
    const vesting = {
      tranches: [
        { day: 0, share: '50%' },
        { day: 90, share: '50%' },
      ],
      needs_healthy: true,
    };
    const { sale, commissions } = await open({ vesting, bounty: { day: 30, amount_minor: 700, needs_healthy: false } });
    const stays = await sale();
    await sale({ period_ends_at: '2026-04-15T00:00:00Z' });
    const of = async (name: string) =>
      (await commissions())
        .filter(({ account }) => account?.name === name)
        .map(({ state, net_minor }) => [state, net_minor]);
    later(31);
    await matureAllCommissions(ctx);
    later(60);
    await matureAllCommissions(ctx);
    expect(await of(stays.account_id)).toEqual([
      ['available', 1000],
      ['available', 1000],
      ['available', 700],
    ]);
    const gone = (await commissions()).filter(({ account }) => account?.name !== stays.account_id);
    expect(gone.map(({ state, reason_code }) => [state, reason_code])).toEqual([
      ['available', 'vested'],
      ['reversed', 'not_paying'],
      ['available', 'vested'],
    ]);
  });

  it('is refused behind a closed gate, saying what it would have been, and an owner can release it', async () => {
    const { sale, commissions, programmeId, gross } = await open({});
    await updateProgramme(ctx, programmeId, { gates: [{ kind: 'payout_details' }] });
    const { invoice_id } = await sale();
    await refund(ctx, invoice_id, 2500);
    const [refused] = await commissions();
    expect(refused).toMatchObject({ state: 'refused', reason_code: 'gate_closed', would_be_minor: 2000 });
    await releaseRefused(ctx, { id: refused?.id ?? '', reason: 'the form was lost by us' });
    const counting = (await commissions()).filter(({ reason_code }) => reason_code !== 'gate_closed');
    expect(counting.map(({ state, net_minor }) => [state, net_minor])).toEqual([['pending', 1500]]);
    expect(await gross()).toEqual([0, 2000]);
    await expect(releaseRefused(ctx, { id: counting[0]?.id ?? '', reason: 'again' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('pays a lead once, at the stage the programme names or later', async () => {
    const { programmeId, earner, commissions } = await open({
      commission: { kind: 'per_lead', amount_minor: 5000, stage: 'qualified' },
    });
    const lead = {
      referral_id: 'rl_x',
      programme_id: programmeId,
      partner_id: earner.id,
      account_id: null,
      at: ctx.clock.now(),
    };
    expect(await accrueForLead(ctx, { ...lead, stage: 'accepted' })).toBeNull();
    for (const stage of ['qualified', 'won']) await accrueForLead(ctx, { ...lead, stage });
    expect((await commissions()).map(({ rule, gross_minor, state }) => [rule, gross_minor, state])).toEqual([
      ['lead', 5000, 'pending'],
    ]);
  });

  it('is held while disputed: won it goes on as before, lost it is taken back as far as it was disputed', async () => {
    const { sale, commissions } = await open({ hold_days: 30 });
    const [won, lost, early] = [await sale(), await sale(), await sale()];
    const dispute = (invoice_id: string, outcome: 'opened' | 'won' | 'lost', amount_minor?: number) =>
      recordDispute(ctx, {
        dispute_id: `dp-${invoice_id}`,
        invoice_id,
        outcome,
        fee_minor: 1500,
        ...(amount_minor ? { amount_minor } : {}),
      });
    await dispute(won.invoice_id, 'opened', 10_000);
    await dispute(lost.invoice_id, 'opened', 4000);
    await dispute(early.invoice_id, 'lost');
    const states = async () =>
      (await commissions()).map(({ state, net_minor, reason_code }) => [state, net_minor, reason_code]);
    expect(await states()).toEqual([
      ['held', 2000, 'disputed'],
      ['held', 2000, 'disputed'],
      ['pending', 2000, 'pending'],
    ]);
    later(40);
    await dispute(won.invoice_id, 'won');
    await dispute(lost.invoice_id, 'lost');
    await dispute(early.invoice_id, 'opened', 10_000);
    expect(await states()).toEqual([
      ['available', 2000, 'matured'],
      ['available', 1200, 'matured'],
      ['reversed', 0, 'charged_back'],
    ]);
    await expect(dispute(won.invoice_id, 'lost')).rejects.toMatchObject({ detail: { field: 'outcome' } });
    await refund(ctx, lost.invoice_id, 10_000);
    expect((await states())[1]).toEqual(['reversed', 0, 'refunded']);
  });

  it('stays, is taken back or moves, when the account is given to another partner', async () => {
    const { sale, commissions, programmeId, earners } = await open({}, ['old', 'new']);
    const other = earners[1]?.id ?? '';
    const kept = [await sale(), await sale(), await sale()];
    for (const [at, unpaid] of (['keep', 'reverse', 'move'] as const).entries()) {
      const sold = (await commissions()).find(({ invoice }) => invoice?.external_id === kept[at]?.invoice_id);
      const effective_at = '2026-03-01T00:00:00Z';
      await setAccountPartner(ctx, sold?.account?.id ?? '', {
        partner_id: other,
        programme_id: programmeId,
        effective_at,
        unpaid,
        reason: 'agreed',
      });
    }
    const net = (await commissions()).map(({ partner, net_minor, reason_code, invoice }) => [
      kept.findIndex(({ invoice_id }) => invoice_id === invoice?.external_id),
      partner.id === other ? 'new' : 'old',
      net_minor,
      reason_code,
    ]);
    expect(net.sort()).toEqual([
      [0, 'old', 2000, 'pending'],
      [1, 'old', 0, 'taken_back'],
      [2, 'new', 2000, 'pending'],
      [2, 'old', 0, 'moved'],
    ]);
  });

  it('goes on with the episode that has a commission when two accounts become one', async () => {
    const { sale, commissions, earners } = await open({}, ['first', 'second']);
    const one = await sale({ code: earners[0]?.code ?? '', at: '2026-03-02T00:00:00Z' });
    const two = await sale({ code: earners[1]?.code ?? '', at: '2026-03-03T00:00:00Z' });
    const accounts = (await commissions()).map(({ account }) => account?.id ?? '');
    await mergeAccounts(ctx, accounts[0] ?? '', { into: accounts[1] ?? '', reason: 'the same company' });
    await sale({ code: 'NONE', account_id: one.account_id, at: '2026-04-01T00:00:00Z' });
    await sale({ code: 'NONE', account_id: two.account_id, at: '2026-04-02T00:00:00Z' });
    const found = await commissions();
    expect(found.map(({ partner }) => partner.id)).toEqual([0, 1, 0, 0].map((at) => earners[at]?.id));
    expect(new Set(found.map(({ account }) => account?.id))).toEqual(new Set([accounts[1]]));
    const again = mergeAccounts(ctx, accounts[0] ?? '', { into: accounts[1] ?? '', reason: 'twice' });
    await expect(again).rejects.toMatchObject({ detail: { field: 'into' } });
  });

  it('can be tried on the sales there were: per partner, and nothing is written', async () => {
    const { sale, programmeId, earners } = await open({ commission: percent('20%') }, ['one', 'two']);
    const first = await sale();
    await sale({ code: earners[1]?.code ?? '', amount: 4000 });
    await refund(ctx, first.invoice_id, 5000);
    const count = () =>
      database.db
        .selectFrom('commissions')
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirst();
    const before = await count();
    const terms: Terms = { ...DEFAULT_TERMS, commission: { kind: 'flat', amount_minor: 500, months: null } };
    const tried = await replayProgramme(ctx, {
      programme: programmeId,
      terms,
      since: new Date('2026-02-01T00:00:00Z'),
    });
    expect(tried).toMatchObject({ sales: 2, was_minor: 1800, would_be_minor: 750 });
    expect(tried.partners.map(({ was_minor, would_be_minor }) => [was_minor, would_be_minor])).toEqual([
      [800, 500],
      [1000, 250],
    ]);
    expect(draftTable(tried)).toMatch(/all +18.00 +7.50 +-10.50\n$/);
    expect(await count()).toEqual(before);
  });

  it('is shown under other models too, each of which sums to what was paid', async () => {
    const { sale, earners } = await open({}, ['first', 'last']);
    const touched = await sale({ amount: 10_001 });
    await sale({ code: 'NONE', amount: 777 });
    await sale({ code: earners[1]?.code ?? '', amount: 5000 });
    await refund(ctx, touched.invoice_id, 1000);
    const query = { from: new Date('2026-03-01T00:00:00Z'), to: addDays(ctx.clock.now(), 1) };
    for (const by of ['partner', 'programme', 'channel'] as const) {
      const { items, paid } = await attributionModels(ctx, { ...query, by });
      for (const model of CREDIT_MODELS)
        for (const { currency, paid_minor } of paid)
          expect(items.filter((item) => item.currency === currency).reduce((all, item) => all + item[model], 0)).toBe(
            paid_minor,
          );
      expect(items.at(-1)?.key).toBeNull();
    }
    const { items } = await attributionModels(ctx, { ...query, by: 'partner' });
    expect(items.find(({ key }) => key === earners[0]?.id)?.linear).toBe(9001);
  });
});
