import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Terms } from '../model.ts';
import { DEFAULT_ATTRIBUTION, termsAt } from '../model.ts';
import { checkAttribution, checkPlace, checkTerms, decideGuard, slugOf, TEMPLATES } from './policy.ts';

const terms = (change: Partial<Terms>): Terms => ({ ...TEMPLATES.customer_referral.terms, ...change });
const rate = (text: string) => terms({ commission: { kind: 'percent', rate: text, months: 12 } });
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
    [{ tiers: [{ from_minor: 5, rate: '20%' }] }, 'terms.tiers[0].from_minor'],
    [
      {
        tiers: [
          { from_minor: 0, rate: '20%' },
          { from_minor: 0, rate: '25%' },
        ],
      },
      'terms.tiers[1].from_minor',
    ],
    [{ tiers: [{ from_minor: 0, rate: '200%' }] }, 'terms.tiers[0].rate'],
  ])('names what is wrong in %j', (change, field) => {
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
