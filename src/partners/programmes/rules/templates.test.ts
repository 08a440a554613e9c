import { describe, expect, it } from 'vitest';
import { DEFAULT_TERMS, TEMPLATE_KEYS } from '../model.ts';
import { checkTerms } from './check-terms.ts';
import { checkGates } from './gates.ts';
import { type LaunchFacts, whatIsMissing } from './missing.ts';
import { checkAttribution } from './policy.ts';
import { TEMPLATES } from './templates.ts';

const facts = (change: Partial<LaunchFacts> = {}): LaunchFacts => ({
  visibility: 'public',
  gates: [],
  terms: DEFAULT_TERMS,
  product_url: 'https://product.example',
  published_pages: 1,
  certification: null,
  readiness: [],
  ...change,
});
const codes = (change: Partial<LaunchFacts>) => whatIsMissing(facts(change)).map(({ code }) => code);

describe('the templates', () => {
  it.each(TEMPLATE_KEYS)('%s can be what it is, and can earn', (key) => {
    const { terms, attribution, gates, visibility } = TEMPLATES[key];
    checkTerms(terms);
    checkAttribution(attribution);
    checkGates(gates);
    expect(whatIsMissing(facts({ terms, gates, visibility, certification: { kind: 'quiz', questions: 5 } }))).toEqual(
      [],
    );
  });
});

describe('a programme in which nobody could earn', () => {
  it.each<[string, Partial<LaunchFacts>, string[]]>([
    ['has no terms', { terms: null }, ['terms']],
    [
      'pays 0%',
      { terms: { ...DEFAULT_TERMS, commission: { kind: 'percent', rate: '0%', months: null } } },
      ['pays_nothing'],
    ],
    [
      'pays nothing for a lead',
      { terms: { ...DEFAULT_TERMS, commission: { kind: 'per_lead', amount_minor: 0, stage: 'won' } } },
      ['pays_nothing'],
    ],
    [
      'gives neither money nor rewards',
      { terms: { ...DEFAULT_TERMS, commission: { kind: 'none' }, rewards: [] } },
      ['pays_nothing'],
    ],
    ['may spend nothing', { terms: { ...DEFAULT_TERMS, budget_per_month_minor: 0 } }, ['cap_of_nothing']],
    ['has no product to link to', { product_url: null }, ['product_url']],
    ['is public without a page', { published_pages: 0 }, ['page']],
    ['asks for a certificate nobody can earn', { gates: [{ kind: 'certification' }] }, ['certification']],
    [
      'has a quiz without questions',
      { gates: [{ kind: 'certification' }], certification: { kind: 'quiz', questions: 0 } },
      ['questions'],
    ],
    ['opens before the company is ready', { readiness: [{ what: 'nps', least: 30, now: 12 }] }, ['readiness_nps']],
    ['is private and has no page', { visibility: 'private', published_pages: 0 }, []],
    [
      'pays only later',
      {
        terms: {
          ...DEFAULT_TERMS,
          commission: { kind: 'percent', rate: '0%', months: null },
          renewal: { kind: 'percent', rate: '5%' },
        },
      },
      [],
    ],
  ])('%s', (_, change, expected) => {
    expect(codes(change)).toEqual(expected);
  });

  it('lists everything at once', () => {
    expect(codes({ terms: null, product_url: null, published_pages: 0 })).toEqual(['terms', 'product_url', 'page']);
  });
});

it.each(Object.entries(TEMPLATES))('%s pays on the day that its words promise', (_key, { terms }) => {
  expect([terms.payout_schedule, terms.payout]).toEqual([
    'the first working day of each month',
    { every: 'month', day: 1 },
  ]);
});
