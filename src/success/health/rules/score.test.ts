import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMPONENT_KEYS, type ComponentKey, DEFAULT_DEFINITION, type Fact, type HealthFacts } from '../model.ts';
import { bandOf, checkDefinition, computeHealth, scoreOf } from './score.ts';

const ON = '2026-03-01';
const unknown: Fact = { value: null, observedOn: null, params: {} };
const known = (value: number, observedOn = ON): Fact => ({ value, observedOn, params: {} });

function account(facts: Partial<Record<ComponentKey, Fact>>): HealthFacts {
  const all = Object.fromEntries(COMPONENT_KEYS.map((key) => [key, facts[key] ?? unknown]));
  return { accountId: 'ac_1', facts: all as HealthFacts['facts'] };
}

const best = account({
  adoption: known(1),
  engagement: known(1),
  friction: known(0),
  sentiment: known(1),
  commercial: known(1),
  relationship: known(9),
  tenure: known(60),
});

describe('a health score', () => {
  it('is 100 and green when every component is at its best, 0 and red at the worst', () => {
    expect(computeHealth(best, DEFAULT_DEFINITION, ON)).toMatchObject({ score: 100, band: 'green', coverage: 1 });
    const worst = account({
      adoption: known(0),
      engagement: known(-1),
      friction: known(1),
      sentiment: known(0),
      commercial: known(-1),
    });
    expect(computeHealth(worst, DEFAULT_DEFINITION, ON)).toMatchObject({ score: 0, band: 'red', coverage: 0.85 });
  });

  it('renormalises the weights over the components present: adoption 60 (30) and friction 75 (15) make 65', () => {
    const health = computeHealth(account({ adoption: known(0.5), friction: known(0.5) }), DEFAULT_DEFINITION, ON);
    expect(health).toMatchObject({ score: 65, band: 'amber', coverage: 0.45 });
    expect(health.contributions.map((one) => one.points)).toEqual([40, 0, 25, 0, 0, 0, 0]);
  });

  it('has contributions that sum to it exactly in hundredths, and lies in 0 to 100', () => {
    const fact = fc.oneof(
      fc.constant(unknown),
      fc.double({ min: -2, max: 40, noNaN: true }).map((value) => known(value)),
    );
    const facts = fc.record(
      Object.fromEntries(COMPONENT_KEYS.map((key) => [key, fact])) as Record<ComponentKey, typeof fact>,
    );
    fc.assert(
      fc.property(
        facts,
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 7, maxLength: 7 }),
        (drawn, weights) => {
          const components = DEFAULT_DEFINITION.components.map((one, at) => ({ ...one, weight: weights[at] ?? 1 }));
          const definition = { ...DEFAULT_DEFINITION, components, min_coverage: 0 };
          const health = computeHealth({ accountId: 'ac_1', facts: drawn }, definition, ON);
          const hundredths = health.contributions.reduce((sum, one) => sum + Math.round(one.points * 100), 0);
          expect(hundredths).toBe(Math.round((health.score ?? 0) * 100));
          expect(health.score ?? 0).toBeGreaterThanOrEqual(0);
          expect(health.score ?? 0).toBeLessThanOrEqual(100);
        },
      ),
    );
  });

  it('never falls when a fact gets better', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (one, other) => {
          const score = (adoption: number, friction: number) =>
            computeHealth(account({ adoption: known(adoption), friction: known(friction) }), DEFAULT_DEFINITION, ON)
              .score ?? 0;
          const [low, high] = one < other ? [one, other] : [other, one];
          expect(score(high, 0.3)).toBeGreaterThanOrEqual(score(low, 0.3));
          expect(score(0.3, high)).toBeLessThanOrEqual(score(0.3, low));
        },
      ),
    );
  });

  it('treats facts older than the component allows as missing and says so', () => {
    const health = computeHealth(
      { ...best, facts: { ...best.facts, adoption: known(1, '2026-02-14') } },
      DEFAULT_DEFINITION,
      ON,
    );
    expect(health.contributions[0]).toMatchObject({ present: false, score: null, points: 0, reason_code: 'stale' });
    expect(health.coverage).toBe(0.7);
  });

  it('gives a missing component the score the model names', () => {
    const components = DEFAULT_DEFINITION.components.map((one) => ({ ...one, missing: { score: 50 } }));
    const health = computeHealth(account({}), { ...DEFAULT_DEFINITION, components }, ON);
    expect(health).toMatchObject({ score: 50, coverage: 1 });
    expect(health.contributions[0]?.reason_code).toBe('missing');
  });

  it('is unknown when too little of the model is present', () => {
    const health = computeHealth(account({ tenure: known(12) }), DEFAULT_DEFINITION, ON);
    expect(health).toMatchObject({ score: null, band: 'unknown', coverage: 0.05 });
  });
});

describe('the score of a raw value', () => {
  const points: [number, number][] = [
    [0, 0],
    [0.5, 60],
    [1, 100],
  ];
  it.each([
    [-1, 0],
    [0, 0],
    [0.25, 3000],
    [0.5, 6000],
    [0.75, 8000],
    [2, 10_000],
  ])('of %f is %i hundredths', (raw, hundredths) => {
    expect(scoreOf(points, raw)).toBe(hundredths);
  });
});

describe('bands', () => {
  it('are green from 70, amber from 40, red below', () => {
    const bands = DEFAULT_DEFINITION.bands;
    expect([70, 69.99, 40, 39.99].map((score) => bandOf(score, bands))).toEqual(['green', 'amber', 'amber', 'red']);
  });
});

describe('a model', () => {
  const [first, ...rest] = DEFAULT_DEFINITION.components;
  const changed = (change: object) => ({
    ...DEFAULT_DEFINITION,
    components: [{ ...first, ...change }, ...rest] as never,
  });

  it('is accepted as the product brings it', () => {
    expect(() => checkDefinition(DEFAULT_DEFINITION)).not.toThrow();
  });

  it.each([
    [
      'points whose raw values do not rise',
      changed({
        points: [
          [1, 0],
          [1, 5],
        ],
      }),
      /must rise/,
    ],
    [
      'scores that fall although more is better',
      changed({
        points: [
          [0, 9],
          [1, 5],
        ],
      }),
      /must not fall/,
    ],
    ['the same component twice', changed({ key: 'tenure' }), /named twice/],
    ['bands in the wrong order', { ...DEFAULT_DEFINITION, bands: { green: 40, amber: 70 } }, /below the green/],
    ['no weight at all', { ...DEFAULT_DEFINITION, components: [] }, /weight above 0/],
  ])('is refused with %s', (_, definition, message) => {
    expect(() => checkDefinition(definition)).toThrow(message);
  });
});
