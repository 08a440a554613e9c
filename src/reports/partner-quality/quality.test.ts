import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCtx } from '../../../test/harness/ctx.ts';
import { openTestDatabase } from '../../../test/harness/db.ts';
import { seedSegment } from '../../../test/harness/segments.ts';
import { putChannelCosts } from '../../customers/company/service.ts';
import type { Database } from '../../platform/database.ts';
import { partnerQualityCsv } from './csv.ts';
import { partnerQuality, qualityOfPartner } from './quality.ts';

const NOW = '2026-03-15T12:00:00Z';
const CAME = '2025-09-10';
const STAMPS = { created_at: new Date(NOW), updated_at: new Date(NOW) };

/** A partner with customers alike: what each paid once, what the partner earned by it, and how many left after two months. */
type Made = { id: string; customers: number; left: number; commission: number; currency?: string; came?: string };

const PARTNERS: Made[] = [
  { id: 'good', customers: 20, left: 1, commission: 2000 },
  { id: 'fair', customers: 20, left: 2, commission: 2000 },
  { id: 'bad', customers: 20, left: 12, commission: 9000 },
  { id: 'small', customers: 3, left: 0, commission: 2000, came: '2026-03-01' },
  { id: 'new', customers: 12, left: 0, commission: 2000, came: '2026-03-02' },
  { id: 'foreign', customers: 12, left: 1, commission: 2000, currency: 'USD' },
];

async function seed(database: Database): Promise<void> {
  const { db } = database;
  const settings = { name: 'Us', reporting_currency: 'EUR', gross_margin_bps: 8000, discount_rate_bps: 0, ...STAMPS };
  await db.insertInto('company_settings').values(settings).execute();
  const programme = {
    slug: 'p',
    name: 'Recommend us',
    template: 'affiliate',
    state: 'live',
    currency: 'EUR',
    zone: 'UTC',
  };
  await db
    .insertInto('programmes')
    .values({ id: 'p', ...programme, attribution: '{}', ...STAMPS })
    .execute();
  const terms = JSON.stringify({ commission: { kind: 'percent', rate: '20%', months: null } });
  const version = { version: 1, effective_at: new Date('2025-01-01'), created_by: 'test', created_at: new Date(NOW) };
  await db
    .insertInto('programme_terms')
    .values({ id: 't', programme_id: 'p', terms, ...version })
    .execute();
  for (const made of [...PARTNERS, { id: 'idle', customers: 0, left: 0, commission: 0 }])
    await seedPartner(database, made);
}

async function seedPartner({ db }: Database, { id, customers, left, commission, currency = 'EUR', came = CAME }: Made) {
  const email = `${id}@partner.example`;
  const who = { id, kind: 'affiliate', name: `The ${id} one`, email, email_normalised: email, state: 'approved' };
  await db
    .insertInto('partners')
    .values({ ...who, ...STAMPS })
    .execute();
  for (let at = 0; at < customers; at += 1) {
    const account_id = `${id}-${at}`;
    const named = { id: account_id, source: 'x', external_id: account_id, ...STAMPS };
    await db
      .insertInto('accounts')
      .values({ ...named, name: account_id })
      .execute();
    const ended_on = at < left ? '2025-11-10' : null;
    const contract = { billing_interval: 'month', currency, mrr_minor: 10_000, started_on: came, ended_on };
    const subscription = { ...named, account_id, plan: 'team', ...contract };
    if (currency !== 'EUR') Object.assign(subscription, { mrr_reporting_minor: 9000, reporting_rate: '0.9' });
    await db.insertInto('subscriptions').values(subscription).execute();
    const bound = { id: account_id, account_id, programme_id: 'p', partner_id: id, rule: 'R6' };
    const effective_at = new Date(`${came}T08:00:00Z`);
    await db
      .insertInto('bindings')
      .values({ ...bound, bound_at: effective_at, effective_at })
      .execute();
    const paid_at = new Date(`${came}T20:00:00Z`);
    const amounts = {
      currency,
      subtotal_minor: 10_000,
      total_minor: 10_000,
      status: 'paid',
      issued_at: paid_at,
      paid_at,
    };
    const { updated_at: _, ...invoice } = named;
    await db
      .insertInto('invoices')
      .values({ ...invoice, account_id, ...amounts })
      .execute();
    const earned = {
      id: account_id,
      dedupe_key: account_id,
      programme_id: 'p',
      partner_id: id,
      account_id,
      terms_id: 't',
    };
    const sale = { invoice_id: account_id, currency, base_minor: 10_000, gross_minor: commission, state: 'available' };
    const why = { reason: 'rate', calculation: '{}', earned_at: paid_at, available_at: paid_at, created_at: paid_at };
    await db
      .insertInto('commissions')
      .values({ ...earned, ...sale, ...why })
      .execute();
  }
}

describe('the quality of partners', () => {
  let database: Database;
  let ctx: ReturnType<typeof testCtx>;
  beforeAll(async () => {
    database = await openTestDatabase();
    ctx = testCtx(database, { at: NOW });
  });
  afterAll(() => database.close());

  const rowOf = async (id: string) => (await partnerQuality(ctx, {})).items.find(({ partner_id }) => partner_id === id);
  const settings = (change: Record<string, number | null>) =>
    database.db.updateTable('company_settings').set(change).execute();

  it('is a sentence while no partner has brought anybody', async () => {
    const { items, answer, pareto } = await partnerQuality(ctx, {});
    expect({ items, answer, outcome: pareto.outcome }).toEqual({
      items: [],
      answer: 'No partner has brought a paying customer yet.',
      outcome: 'nobody_judged',
    });
    await seed(database);
  });

  it('sets the margin of those who stay against what was paid for them', async () => {
    // Commissions are a fifth of all that is paid, margin four fifths: 4 whatever the survival. Of the bad one 8 to 9.
    expect((await rowOf('good'))?.ltv_cac).toEqual({
      value: expect.closeTo(4, 9),
      low: expect.closeTo(4, 9),
      high: expect.closeTo(4, 9),
    });
    const bad = await rowOf('bad');
    expect(bad?.ltv_cac?.value).toBeCloseTo(8 / 9, 9);
    expect(bad).toMatchObject({ recommendation: 'drop', reason_code: 'costs_more', break_even_month: null });
    expect(bad?.net_minor?.high).toBeLessThan(0);
    expect(bad?.sentence).toMatch(
      /^By projection customers of The bad one stay about \d+ months \(\d+ to \d+; seen so far: \d+ months\), about \d+ months less than others; they cost more than they bring\.$/,
    );
    expect(bad?.unknowns.join(' ')).toContain('Why they leave');
  });

  it('counts what was paid and who left exactly', async () => {
    // Twenty paid 100.00 at 80 % margin; 20.00 each went to the good one, 90.00 to the bad one.
    expect(await rowOf('good')).toMatchObject({
      realised_net_minor: 120_000,
      customers: 20,
      here: 19,
      break_even_month: 1,
    });
    // At risk: 20 in each of two months, then 8 in each of four. 12 left.
    expect(await rowOf('bad')).toMatchObject({ realised_net_minor: -20_000, here: 8, monthly_churn: 12 / 72 });
    expect((await rowOf('bad'))?.leaves_sooner).toMatchObject({ left: 12, is_sooner: true });
    expect((await rowOf('fair'))?.leaves_sooner.is_sooner).toBe(false);
  });

  it('is too early, or cannot be said, with what is missing in a sentence', async () => {
    const small = await rowOf('small');
    expect(small).toMatchObject({
      outcome: 'too_few_customers',
      recommendation: 'too_early',
      ltv_cac: null,
      rank: null,
    });
    expect(small?.sentence).toBe(
      'Too early: The small one has brought 3 of the 10 customers it takes to say anything.',
    );
    expect(await rowOf('new')).toMatchObject({ outcome: 'no_renewal_cycle', ltv_cac: null });
    const foreign = await rowOf('foreign');
    expect(foreign).toMatchObject({ outcome: 'amount_without_rate', net_minor: null, realised_net_minor: null });
    expect(foreign?.sentence).toContain('24 of their amounts are in a currency without an exchange rate');
  });

  it('ranks by the lower end, names whom to drop, and counts who brings most', async () => {
    const { items, answer, pareto, programmes } = await partnerQuality(ctx, {});
    expect(items.map(({ partner_id, rank }) => [partner_id, rank]).slice(0, 4)).toEqual([
      [expect.stringMatching(/good|fair/), 1],
      [expect.stringMatching(/good|fair/), 2],
      ['bad', 3],
      ['foreign', null],
    ]);
    expect(answer).toBe(
      'Drop The bad one: their customers leave early, or bring too little for what they cost. It is too early for 3 more.',
    );
    expect(pareto).toMatchObject({ outcome: 'counted', judged: 3, losing: 1, for_80: 2 });
    expect(pareto.items.map(({ partner_id }) => partner_id).at(-1)).toBe('bad');
    expect(programmes).toMatchObject([
      { programme_id: 'p', partners: 6, customers: 87, outcome: 'amount_without_rate' },
    ]);
    expect((await partnerQuality(ctx, { programme_id: 'other' })).items).toEqual([]);
  });

  it('judges partners by the customers of one segment, and by what was paid for these', async () => {
    const some = (id: string, count: number) => Array.from({ length: count }, (_, at) => `${id}-${at}`);
    const members = [...some('good', 12), ...some('bad', 20), ...some('fair', 5)];
    await seedSegment(database.db, { id: 'some', name: 'Some', members, gone: ['small-0'] });
    const { items, segment, unknowns, programmes } = await partnerQuality(ctx, { segment: 'some' });
    expect(segment).toMatchObject({ name: 'Some' });
    const found = Object.fromEntries(items.map((one) => [one.partner_id, one]));
    expect(Object.keys(found).sort()).toEqual(['bad', 'fair', 'good']);
    // Twelve paid 100.00 at 80 % margin, 20.00 each went to the good one; its other eight customers count nothing.
    expect(found.good).toMatchObject({ customers: 12, here: 11, realised_net_minor: 72_000, outcome: 'judged' });
    expect(found.good?.ltv_cac?.value).toBeCloseTo(4, 9);
    expect(found.bad).toMatchObject({ customers: 20, recommendation: 'drop' });
    expect(found.fair).toMatchObject({ customers: 5, recommendation: 'too_early', outcome: 'too_few_customers' });
    expect(unknowns.join(' ')).toContain('belongs to no customer of the segment');
    expect(programmes).toMatchObject([{ partners: 3, customers: 37 }]);
    expect((await partnerQualityCsv(ctx, { segment: 'some' })).trim().split(/\r?\n/)).toHaveLength(4);
    await seedSegment(database.db, { id: 'nobody', name: 'Nobody', members: [] });
    const none = await partnerQuality(ctx, { segment: 'nobody' });
    expect([none.items, none.answer]).toEqual([[], 'No partner has brought a paying customer of “Nobody” yet.']);
    const unknown = partnerQuality(ctx, { segment: 'nowhere' });
    await expect(unknown).rejects.toMatchObject({ code: 'unprocessable', detail: { field: 'segment' } });
  });

  it('takes refunds off the margin, and clawbacks off the cost', async () => {
    await database.db
      .updateTable('invoices')
      .set({ refunded_minor: 5000 })
      .where('account_id', 'like', 'good-%')
      .execute();
    await database.db
      .updateTable('commissions')
      .set({ reversed_minor: 1000 })
      .where('partner_id', '=', 'good')
      .execute();
    expect(await rowOf('good')).toMatchObject({ realised_net_minor: 60_000 });
    expect((await rowOf('good'))?.ltv_cac?.value).toBeCloseTo(4, 9);
  });

  it('spreads the cost of the channel over whom partners won, and what keeping customers costs over their months', async () => {
    const cost = { month: '2025-09', channel: 'Partner', currency: 'EUR', amount_minor: 72_000 };
    await putChannelCosts(ctx, { costs: [cost] });
    const { fixed_minor, unknowns } = await partnerQuality(ctx, {});
    // 72 customers came in September 2025.
    expect(fixed_minor).toBe(1000);
    expect(unknowns.join(' ')).toContain('What keeping customers costs');
    // 12,000.00 a year among 74 who pay: 13.51 a month.
    await settings({ success_cost_year_minor: 1_200_000 });
    const bad = await rowOf('bad');
    expect(bad?.crc_month_minor).toBe(Math.round(1_200_000 / (await paying()) / 12));
    expect(bad?.per_customer?.fixed).toBe(1000);
    const { margin = 0, commission = 0, retention = 0, net } = bad?.per_customer ?? {};
    expect(Math.abs(margin - commission - retention - (net ?? 0))).toBeLessThanOrEqual(2);
    await settings({ success_cost_year_minor: null });
  });

  const paying = async () => {
    const { rows } = await database.pool.query(
      'select count(*)::int as n from subscriptions where ended_on is null and mrr_minor > 0',
    );
    return rows[0]?.n as number;
  };

  it('uses the rate of a currency once it is known', async () => {
    const rate = { currency: 'USD', reporting_currency: 'EUR', on_date: '2025-01-01', rate: '0.9', source: 'test' };
    await database.db.insertInto('exchange_rates').values(rate).execute();
    const invoices = database.db.updateTable('invoices').set({ total_reporting_minor: 9000 });
    await invoices.where('currency', '=', 'USD').execute();
    expect(await rowOf('foreign')).toMatchObject({ outcome: 'judged', realised_net_minor: 12 * (7200 - 1800) });
  });

  it('says on a partner what the list says, nothing of one without customers, and knows no other', async () => {
    expect((await qualityOfPartner(ctx, 'bad')).quality).toEqual(await rowOf('bad'));
    expect((await qualityOfPartner(ctx, 'idle')).quality).toBeNull();
    await expect(qualityOfPartner(ctx, 'nobody')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is exported with the same numbers', async () => {
    const [header, ...lines] = (await partnerQualityCsv(ctx, {})).trim().split(/\r?\n/);
    expect(header).toMatch(/^rank,partner_id,partner/);
    expect(lines).toHaveLength(6);
    expect(lines.find((line) => line.includes(',bad,'))).toContain(',drop,');
  });

  it('has no ratio when nothing was paid for customers, and nothing without a margin', async () => {
    await database.db
      .updateTable('commissions')
      .set({ reversed_minor: 2000 })
      .where('partner_id', '=', 'fair')
      .execute();
    await database.db.deleteFrom('channel_costs').execute();
    expect(await rowOf('fair')).toMatchObject({
      outcome: 'no_costs',
      ltv_cac: null,
      reason_code: 'free',
      recommendation: 'keep',
    });
    await settings({ gross_margin_bps: null });
    const { answer, items } = await partnerQuality(ctx, {});
    expect(answer).toContain('Watch The bad one');
    expect(items.every(({ net_minor, realised_net_minor }) => net_minor === null && realised_net_minor === null)).toBe(
      true,
    );
    await settings({ gross_margin_bps: 8000 });
  });

  it('judges by what they paid when everybody has left, and waits when nobody ever has', async () => {
    await database.db
      .updateTable('subscriptions')
      .set({ ended_on: '2025-12-10' })
      .where('started_on', '=', CAME)
      .execute();
    const bad = await rowOf('bad');
    expect(bad).toMatchObject({ outcome: 'judged', here: 0, mrr_minor: 0, recommendation: 'drop' });
    expect(bad?.months_stayed).toBeLessThan(6);
    await database.db.updateTable('subscriptions').set({ ended_on: null }).execute();
    expect(await rowOf('bad')).toMatchObject({ outcome: 'nobody_lost_yet', ltv_cac: null });
  });
});
