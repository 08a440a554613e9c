import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountFacts, PersonFacts, TermCode } from '../model.ts';
import { findGaps } from './gaps.ts';
import { CHAMPION, HEALTHY, NOW } from './readiness.fixture.ts';
import { computeReadiness, frictionDamper } from './readiness.ts';

const score = (account: Partial<AccountFacts>, person?: PersonFacts) =>
  computeReadiness({ account: { ...HEALTHY, ...account }, person }, NOW);
const value = (account: Partial<AccountFacts>, code: TermCode) =>
  score(account).terms.find((term) => term.code === code)?.value;
const NOTHING_KNOWN: Partial<AccountFacts> = {
  health_score: null,
  mrr_before_minor: null,
  employees: null,
  plan_headroom: null,
  lifetime_value_percentile: null,
  retention_cost_percentile: null,
  usage_percentile: null,
  friction_percentile: null,
  tenure_days: null,
  nps_mean: null,
  csat_mean: null,
};

const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null });
const anyAccount = fc.record({
  health_score: fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null }),
  health_band: fc.constantFrom('green', 'amber', 'red', 'unknown', null),
  is_paying: fc.boolean(),
  mrr_minor: fc.nat(1e9),
  mrr_before_minor: fc.option(fc.nat(1e9), { nil: null }),
  seats: fc.option(fc.nat(5000), { nil: null }),
  employees: fc.option(fc.nat(5000), { nil: null }),
  plan_headroom: share,
  lifetime_value_percentile: share,
  retention_cost_percentile: share,
  usage_percentile: share,
  friction_percentile: share,
  tenure_days: fc.option(fc.integer({ min: -10, max: 5000 }), { nil: null }),
  nps_mean: fc.option(fc.double({ min: 0, max: 10, noNaN: true }), { nil: null }),
  csat_mean: share,
  open_severity_1: fc.nat(3),
  overdue_invoices: fc.nat(3),
});
const anyPerson = fc.option(
  fc.record({
    role: fc.constantFrom('decision_maker', 'influencer', 'champion', 'billing', 'user', null),
    consent: fc.constantFrom(true, false, null),
    nps_score: fc.option(fc.nat(10), { nil: null }),
    csat: share,
    last_active_at: fc.constantFrom(null, '2026-02-28T00:00:00Z', '2025-02-28T00:00:00Z'),
  }),
  { nil: undefined },
);
const facts = (account: object, person: object | undefined) => ({
  account: { ...HEALTHY, ...account } as AccountFacts,
  person: person && ({ ...CHAMPION, ...person } as PersonFacts),
});

describe('readiness', () => {
  it('of a healthy account is ready, with every term known', () => {
    expect(score({})).toMatchObject({ status: 'ready', coverage: 1, damper: 1, vetoes: [] });
    expect(score({}).score).toBeCloseTo(score({}).base);
  });

  it('is the mean of its terms by weight', () => {
    const terms = { health_score: 80, usage_percentile: 0.4, tenure_days: 365 };
    const { terms: found, base, coverage } = score({ ...NOTHING_KNOWN, ...terms });
    expect(found.filter((term) => term.value !== null).map(({ code, points }) => [code, points])).toEqual([
      ['health', 40],
      ['usage', 12],
      ['tenure', 10],
    ]);
    expect({ base, coverage }).toEqual({ base: 62, coverage: 0.5 });
  });

  it.each<[string, Partial<AccountFacts>, TermCode, number | null]>([
    ['a contract that stood still is the middle', { mrr_minor: 100, mrr_before_minor: 100 }, 'expansion_history', 50],
    ['a contract half as large again is full', { mrr_minor: 150, mrr_before_minor: 100 }, 'expansion_history', 100],
    ['a contract cut by half is nothing', { mrr_minor: 50, mrr_before_minor: 100 }, 'expansion_history', 0],
    ['a contract younger than 90 days is unknown', { mrr_before_minor: null }, 'expansion_history', null],
    [
      'half the employees without a seat, middle plan',
      { seats: 40, employees: 80, plan_headroom: 0.5 },
      'expansion_potential',
      50,
    ],
    [
      'more seats than employees leave no room',
      { seats: 90, employees: 80, plan_headroom: null },
      'expansion_potential',
      0,
    ],
    ['two years are full tenure', { tenure_days: 730 }, 'tenure', 100],
    ['ten years are no more than full', { tenure_days: 3650 }, 'tenure', 100],
    ['the cheapest to serve is full', { retention_cost_percentile: 0 }, 'retention_cost', 100],
    ['satisfaction is sentiment times use', { nps_mean: 8, csat_mean: 0.6, usage_percentile: 0.5 }, 'satisfaction', 35],
    ['one kind of sentiment is enough', { nps_mean: null, csat_mean: 0.6, usage_percentile: 0.5 }, 'satisfaction', 30],
    ['no use known, no satisfaction known', { usage_percentile: null }, 'satisfaction', null],
  ])('%s', (_name, account, code, expected) => {
    const found = value(account, code);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected);
  });

  it('calls good answers without use what they are', () => {
    const note = (account: Partial<AccountFacts>) =>
      score(account).terms.find((term) => term.code === 'satisfaction')?.note;
    expect(note({ nps_mean: 10, csat_mean: 1, usage_percentile: 0.1 })).toBe('happy_but_idle');
    expect(note({ nps_mean: 10, csat_mean: 1, usage_percentile: 0.5 })).toBeNull();
    expect(note({ nps_mean: 5, csat_mean: 0.5, usage_percentile: 0.1 })).toBeNull();
  });

  it.each([
    [null, 1],
    [0, 1],
    [0.75, 1],
    [0.8, 0.92],
    [0.875, 0.8],
    [1, 0.6],
  ])('at friction percentile %s keeps %s of the whole score', (percentile, damper) => {
    expect(frictionDamper(percentile)).toBe(damper);
    const found = score({ friction_percentile: percentile });
    expect(found.score).toBeCloseTo(found.base * damper, 1);
  });

  it.each<[string, Partial<AccountFacts>]>([
    ['severity_1_ticket', { open_severity_1: 1 }],
    ['health_red', { health_band: 'red' }],
    ['churn_notice', { churn_notice_at: '2026-02-01T00:00:00.000Z' }],
    ['churned', { is_paying: false }],
    ['invoice_overdue', { overdue_invoices: 2 }],
    ['dispute', { disputed_invoices: 1 }],
  ])('is not now because of %s, with the score shown', (code, account) => {
    const found = score(account);
    expect(found.status).toBe('not_now');
    expect(found.vetoes.map((veto) => veto.code)).toEqual([code]);
    expect(found.score).toBe(score({}).score);
  });

  it.each<[string, Partial<PersonFacts>, string | null]>([
    ['unsubscribed', { unsubscribed_at: '2026-01-01T00:00:00.000Z' }, null],
    ['no_consent', { consent: null }, null],
    ['consent_refused', { consent: false }, null],
    ['no_email', { has_email: false }, null],
    ['asked_recently', { last_asked_at: '2026-01-01T00:00:00.000Z' }, '2026-04-01T00:00:00.000Z'],
  ])('of a person is not now because of %s: %o', (code, person, lifts_at) => {
    const found = score({}, { ...CHAMPION, ...person });
    expect(found.status).toBe('not_now');
    expect(found.vetoes).toMatchObject([{ code, lifts_at }]);
  });

  it('lets a person be asked again on the ninetieth day', () => {
    const asked = { ...CHAMPION, last_asked_at: '2025-12-01T00:00:00.000Z' };
    expect(score({}, asked).vetoes).toEqual([]);
    expect(computeReadiness({ account: HEALTHY, person: asked }, new Date('2026-02-28T23:59:59Z')).vetoes).toHaveLength(
      1,
    );
  });

  it.each<[Partial<AccountFacts>, string]>([
    [{ ...NOTHING_KNOWN, health_score: 95 }, 'unknown'],
    [NOTHING_KNOWN, 'unknown'],
    [{ ...NOTHING_KNOWN, health_score: 70, usage_percentile: 0.7 }, 'ready'],
    [{ ...NOTHING_KNOWN, health_score: 69.8, usage_percentile: 0.7 }, 'almost'],
    [{ ...NOTHING_KNOWN, health_score: 50, usage_percentile: 0.5 }, 'almost'],
    [{ ...NOTHING_KNOWN, health_score: 49, usage_percentile: 0.5 }, 'not_now'],
  ])('of %o is %s', (account, status) => {
    expect(score(account).status).toBe(status);
  });

  it('points always sum to the base exactly, whatever is known', () => {
    fc.assert(
      fc.property(anyAccount, anyPerson, (account, person) => {
        const { terms, base } = computeReadiness(facts(account, person), NOW);
        const tenths = terms.reduce((sum, term) => sum + Math.round(term.points * 10), 0);
        expect(tenths).toBe(Math.round(base * 10));
      }),
    );
  });

  it('stays between 0 and 100, and friction takes at most 40 %', () => {
    fc.assert(
      fc.property(anyAccount, anyPerson, (account, person) => {
        const { score, base, damper, coverage } = computeReadiness(facts(account, person), NOW);
        expect(base).toBeGreaterThanOrEqual(0);
        expect(base).toBeLessThanOrEqual(100);
        expect(score).toBeLessThanOrEqual(base);
        expect(damper).toBeGreaterThanOrEqual(0.6);
        expect(coverage).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is never raised by a veto', () => {
    fc.assert(
      fc.property(anyAccount, (account) => {
        const free = { ...account, open_severity_1: 0 };
        const before = computeReadiness(facts(free, undefined), NOW);
        const after = computeReadiness(facts({ ...free, open_severity_1: 1 }, undefined), NOW);
        expect(after.score).toBe(before.score);
        expect(after.status).toBe('not_now');
      }),
    );
  });

  it('never falls when one good thing rises', () => {
    const rising = fc.constantFrom(
      'health_score',
      'usage_percentile',
      'lifetime_value_percentile',
      'tenure_days',
      'nps_mean',
    );
    const full = {
      health_score: 100,
      usage_percentile: 1,
      lifetime_value_percentile: 1,
      tenure_days: 3000,
      nps_mean: 10,
    };
    fc.assert(
      fc.property(anyAccount, anyPerson, rising, (account, person, key) => {
        fc.pre(account[key] !== null && account.friction_percentile === null);
        const before = computeReadiness(facts(account, person), NOW).score;
        expect(computeReadiness(facts({ ...account, [key]: full[key] }, person), NOW).score).toBeGreaterThanOrEqual(
          before,
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('what blocks 90', () => {
  it('is nothing from 90 on', () => {
    expect(findGaps({ score: 90, base: 90, damper: 1, terms: score({}).terms })).toEqual([]);
  });

  it('names the largest missing points first, only as many as would do', () => {
    const found = score({ ...NOTHING_KNOWN, health_score: 80, usage_percentile: 0.4, tenure_days: 365 });
    expect(findGaps(found)).toEqual([
      { code: 'usage', missing_points: 18 },
      { code: 'health', missing_points: 10 },
    ]);
  });

  it('names friction when it takes more than any term lacks', () => {
    const found = score({ friction_percentile: 1 });
    expect(findGaps(found)[0]).toEqual({ code: 'friction', missing_points: Math.round(found.base * 4) / 10 });
  });
});
