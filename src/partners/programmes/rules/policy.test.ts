import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Terms } from '../model.ts';
import { DEFAULT_ATTRIBUTION, termsAt } from '../model.ts';
import { checkTerms } from './check-terms.ts';
import { checkAttribution, checkPlace, decideGuard, slugOf } from './policy.ts';
import { TEMPLATES } from './templates.ts';

const terms = (change: Partial<Terms>): Terms => ({ ...TEMPLATES.customer_referral.terms, ...change });
const rate = (text: string) => terms({ commission: { kind: 'percent', rate: text, months: 12 } });
const tiers = (...steps: [number, string][]): NonNullable<Terms['tiers']> => ({
  basis: 'revenue',
  period: 'month',
  mode: 'marginal',
  steps: steps.map(([from, rate]) => ({ from, rate })),
});
const vesting = (...tranches: [number, string][]) => ({
  tranches: tranches.map(([day, share]) => ({ day, share })),
  needs_healthy: true,
});
const fieldOf = (work: () => void) => {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as { detail: { field: string } }).detail.field;
  }
};

describe('what terms may promise', () => {
  it('takes the template as it is', () => {
    for (const template of Object.values(TEMPLATES)) {
      expect(fieldOf(() => checkTerms(template.terms))).toBeUndefined();
      expect(fieldOf(() => checkAttribution(template.attribution))).toBeUndefined();
    }
  });

  it.each(['101%', '-1%', '20', '0.2', '', '1e1%', '100.0000001%'])('refuses a rate of %j', (text) => {
    expect(fieldOf(() => checkTerms(rate(text)))).toBe('terms.commission.rate');
  });

  it.each(['0%', '100%', '2.9%', '0.005%'])('takes a rate of %j', (text) => {
    expect(fieldOf(() => checkTerms(rate(text)))).toBeUndefined();
  });

  it.each([
    [{ hold_days: -1 }, 'terms.hold_days'],
    [{ hold_days: 1.5 }, 'terms.hold_days'],
    [{ minimum_payout_minor: -5 }, 'terms.minimum_payout_minor'],
    [{ cap_per_month_minor: -1 }, 'terms.cap_per_month_minor'],
    [{ cap_per_year_minor: -1 }, 'terms.cap_per_year_minor'],
    [{ budget_per_month_minor: 0.5 }, 'terms.budget_per_month_minor'],
    [{ cap_sales: { most: -1, per: 'year' } }, 'terms.cap_sales.most'],
    [{ tiers: tiers([5, '20%']) }, 'terms.tiers.steps[0].from'],
    [{ tiers: tiers([0, '20%'], [0, '25%']) }, 'terms.tiers.steps[1].from'],
    [{ tiers: tiers([0, '200%']) }, 'terms.tiers.steps[0].rate'],
    [{ tiers: { ...tiers([0, '20%']), steps: [] } }, 'terms.tiers.steps'],
    [{ tiers: { ...tiers([0, '20%']), basis: 'active_customers', mode: 'retroactive' } }, 'terms.tiers.mode'],
    [{ commission: { kind: 'flat', amount_minor: 500, months: 12 }, tiers: tiers([0, '20%']) }, 'terms.tiers'],
    [{ commission: { kind: 'flat', amount_minor: -1, months: 12 } }, 'terms.commission.amount_minor'],
    [{ commission: { kind: 'per_seat', amount_minor: 100, months: 0 } }, 'terms.commission.months'],
    [{ commission: { kind: 'per_lead', amount_minor: 0.1, stage: 'won' } }, 'terms.commission.amount_minor'],
    [{ renewal: { kind: 'percent', rate: '100.1%' } }, 'terms.renewal.rate'],
    [{ products: [{ product: 'plan', earning: { kind: 'percent', rate: '-1%' } }] }, 'terms.products[0].earning.rate'],
    [
      { excluded_products: ['plan'], products: [{ product: 'plan', earning: { kind: 'flat', amount_minor: 1 } }] },
      'terms.products[0].product',
    ],
    [{ split: [{ partner_id: 'a', weight: 0 }] }, 'terms.split'],
    [{ split: [{ partner_id: 'a', weight: -1 }] }, 'terms.split[0].weight'],
    [
      {
        split: [
          { partner_id: 'a', weight: 1 },
          { partner_id: 'a', weight: 1 },
        ],
      },
      'terms.split[1].partner_id',
    ],
    [{ sub_partner_rate: '101%' }, 'terms.sub_partner_rate'],
    [{ vesting: vesting([30, '50%'], [90, '49.9%']) }, 'terms.vesting.tranches'],
    [{ vesting: vesting([90, '50%'], [30, '50%']) }, 'terms.vesting.tranches[1].day'],
    [{ vesting: vesting([-1, '100%']) }, 'terms.vesting.tranches[0].day'],
    [{ bounty: { day: 0, amount_minor: 100, needs_healthy: true } }, 'terms.bounty.day'],
    [{ payout: { every: 'week', day: 8 } }, 'terms.payout.day'],
  ] as [Partial<Terms>, string][])('names what is wrong in %j', (change, field) => {
    expect(fieldOf(() => checkTerms(terms(change)))).toBe(field);
  });

  it('refuses a window of no days, a currency and a zone that do not exist', () => {
    expect(fieldOf(() => checkAttribution({ ...DEFAULT_ATTRIBUTION, window_days: 0 }))).toBe('attribution.window_days');
    expect(fieldOf(() => checkPlace({ currency: 'QQQ', zone: 'UTC' }))).toBe('currency');
    expect(fieldOf(() => checkPlace({ currency: 'EUR', zone: 'Europe/Nowhere' }))).toBe('zone');
    expect(fieldOf(() => checkPlace({ currency: 'EUR', zone: 'Europe/Budapest' }))).toBeUndefined();
  });
});

describe('the version in force', () => {
  const version = (n: number, at: string) => ({ version: n, effective_at: new Date(at) });
  const versions = [version(3, '2027-01-01'), version(2, '2026-03-01'), version(1, '2026-01-01')];

  it.each([
    ['2025-12-31T23:59:59Z', undefined],
    ['2026-01-01T00:00:00Z', 1],
    ['2026-02-28T23:59:59Z', 1],
    ['2026-03-01T00:00:00Z', 2],
    ['2027-06-01T00:00:00Z', 3],
  ])('at %s is %s', (at, wanted) => expect(termsAt(versions, new Date(at))?.version).toBe(wanted));
});

describe('the guard on LTV:CAC', () => {
  it('stops a programme below it until a reason is given', () => {
    expect(decideGuard({ ltv_cac: 3.9, guard: 4 })).toMatchObject({ allowed: false });
    expect(decideGuard({ ltv_cac: 3.9, guard: 4, override_reason: '  ' })).toMatchObject({ allowed: false });
    expect(decideGuard({ ltv_cac: 3.9, guard: 4, override_reason: 'a test market' })).toMatchObject({
      why: 'overridden',
    });
    expect(decideGuard({ ltv_cac: 4, guard: 4 })).toMatchObject({ allowed: true, why: 'above_guard' });
  });

  it('lets a company publish that does not know its costs, and says so', () => {
    const verdict = decideGuard({ ltv_cac: null, unknown_because: 'no acquisition cost', guard: 4 });
    expect(verdict).toEqual({ allowed: true, why: 'unknown', ltv_cac: null, unknown_because: 'no acquisition cost' });
  });
});

it('makes an address of any name', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(slugOf(name)).toMatch(/^[a-z0-9][a-z0-9-]{0,62}$/);
    }),
  );
  expect(slugOf('Friends & Family!')).toBe('friends-family');
});
