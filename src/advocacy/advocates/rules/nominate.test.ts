import { describe, expect, it } from 'vitest';
import type { AccountFacts, PersonFacts } from '../model.ts';
import { findEvidence } from './evidence.ts';
import { findMoments, nominate } from './nominate.ts';
import { CHAMPION, HEALTHY, NOW } from './readiness.fixture.ts';
import { computeReadiness } from './readiness.ts';

function nominated(account: Partial<AccountFacts>, people: Partial<PersonFacts>[] = [{}]) {
  const facts = { ...HEALTHY, ...account };
  const candidates = people.map((person, index) => {
    const own = { ...CHAMPION, person_id: `pe_${index}`, ...person };
    return { facts: own, readiness: computeReadiness({ account: facts, person: own }, NOW) };
  });
  return nominate(facts, computeReadiness({ account: facts }, NOW), candidates, NOW);
}

describe('the nomination', () => {
  it('names the most influential person who may be asked', () => {
    const people: Partial<PersonFacts>[] = [{ role: 'user' }, { role: 'decision_maker' }, { role: 'billing' }];
    expect(nominated({}, people)).toMatchObject({ person_id: 'pe_1', person_missing: null });
  });

  it('passes over who may not be asked, however influential', () => {
    expect(nominated({}, [{ role: 'decision_maker', consent: null }, { role: 'user' }]).person_id).toBe('pe_1');
  });

  it('says that nobody is known, or that nobody known may be asked', () => {
    expect(nominated({}, [])).toMatchObject({ person_id: null, person_missing: 'no_person' });
    expect(nominated({}, [{ consent: false }])).toMatchObject({ person_id: 'pe_0', person_missing: 'no_person_free' });
  });

  it("does not hold the account's own veto against its people", () => {
    expect(nominated({ open_severity_1: 1 })).toMatchObject({ person_id: 'pe_0', person_missing: null });
  });

  it.each<[string, Partial<AccountFacts>, Partial<PersonFacts>]>([
    ['referral', {}, {}],
    ['partnership', { industry: 'Marketing agency' }, {}],
    ['case_study', { mrr_minor: 150_000 }, { role: 'decision_maker' }],
    ['referral', { mrr_minor: 150_000, tenure_days: 300 }, { role: 'decision_maker' }],
    ['review', { promoter_at: '2026-02-20T00:00:00Z', promoter_person_id: 'pe_0' }, { role: 'user' }],
    ['referral', { promoter_at: '2026-02-20T00:00:00Z', promoter_person_id: 'pe_0' }, { role: 'champion' }],
  ])('asks for a %s of an account with %o', (kind, account, person) => {
    expect(nominated(account, [person]).ask_kind).toBe(kind);
  });

  it('gives the two terms in which the account stands out as its reason', () => {
    expect(nominated({}).reason).toMatchObject({
      code: 'strong_two',
      params: { first: 'health', second: 'usage' },
    });
    expect(nominated({ nps_mean: 10, csat_mean: 1, usage_percentile: 0.1 }).reason.code).toBe('happy_but_idle');
  });
});

describe('a right moment', () => {
  it('is recent, and the newest comes first', () => {
    const found = findMoments(
      {
        ...HEALTHY,
        promoter_at: '2026-02-10T00:00:00Z',
        promoter_score: 9,
        upgraded_at: '2026-02-25T00:00:00Z',
        solved_well_at: '2026-01-29T23:00:00Z',
        turned_green_at: '2026-03-02T00:00:00Z',
      },
      NOW,
    );
    expect(found.map((moment) => moment.code)).toEqual(['upgrade', 'promoter_answer']);
  });
});

describe('what an invitation may quote', () => {
  const codes = (account: Partial<AccountFacts>, person?: PersonFacts) =>
    findEvidence({ ...HEALTHY, ...account }, person).map((evidence) => evidence.code);

  it('is the results that are known, strongest first', () => {
    expect(codes({}, CHAMPION)).toEqual([
      'usage_growth',
      'seats_growth',
      'months_together',
      'features_used',
      'tickets_fast',
      'own_answer',
    ]);
  });

  it('rounds down, never up', () => {
    const [growth] = findEvidence({ ...HEALTHY, events_90d: 1309 }, undefined);
    expect(growth).toMatchObject({ code: 'usage_growth', params: { percent: 30, now: 1309, before: 1000 } });
  });

  it.each<[string, Partial<AccountFacts>, string]>([
    ['falling use', { events_90d: 900 }, 'usage_growth'],
    ['growth out of almost nothing', { events_90d: 40, events_prior_90d: 2 }, 'usage_growth'],
    ['fewer seats', { seats: 20 }, 'seats_growth'],
    ['a short time', { tenure_days: 100 }, 'months_together'],
    ['two features', { features_90d: 2 }, 'features_used'],
    ['one ticket', { solved_12m: 1 }, 'tickets_fast'],
    ['slow tickets', { median_resolution_minutes: 9000 }, 'tickets_fast'],
  ])('leaves out %s', (_name, account, code) => {
    expect(codes(account)).not.toContain(code);
  });

  it('falls back to quick answers when solving took longer', () => {
    expect(codes({ median_resolution_minutes: 9000 })).toContain('answered_fast');
  });
});
