import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AssociationInput, associate, isHeldBack } from './association.ts';
import { fisherP } from './fisher.ts';
import { newcombe } from './intervals.ts';
import { seededRandom } from './random.ts';

type World = { seed: number; n?: number; candidates?: number; lifts?: Record<number, number> };

/** Subjects of whom half succeed, candidates that a quarter has; those with a lift succeed more often by it. */
function world({ seed, n = 600, candidates = 20, lifts = {} }: World): AssociationInput {
  const random = seededRandom(seed);
  const has = Array.from({ length: candidates }, () => Array.from({ length: n }, () => random() < 0.25));
  const chance = (at: number) =>
    Object.entries(lifts).reduce((sum, [which, lift]) => sum + (has[Number(which)]?.[at] ? lift : 0), 0.4);
  return {
    candidates: has.map((own, index) => ({ key: `c${index}`, has: own })),
    succeeded: Array.from({ length: n }, (_, at) => random() < chance(at)),
    strata: Array.from({ length: n }, () => (random() < 0.5 ? 'small' : 'large')),
    confirm: Array.from({ length: n }, (_, at) => isHeldBack(`s${seed}-${at}`)),
  };
}

const confirmedOf = (input: AssociationInput) => {
  const found = associate(input);
  return found.outcome === 'tested' ? found.candidates.filter(({ confirmed }) => confirmed).map(({ key }) => key) : [];
};

describe('what goes with success', () => {
  it('finds and confirms what was planted, and nothing else, in nearly every world', () => {
    const runs = Array.from({ length: 40 }, (_, seed) => confirmedOf(world({ seed, lifts: { 3: 0.35, 8: -0.3 } })));
    expect(runs.filter((keys) => keys.includes('c3') && keys.includes('c8')).length).toBeGreaterThanOrEqual(36);
    expect(runs.flatMap((keys) => keys.filter((key) => key !== 'c3' && key !== 'c8')).length).toBeLessThanOrEqual(2);
  });

  it('reports nothing where nothing is: at most one world in twenty has anything confirmed', () => {
    const runs = Array.from({ length: 100 }, (_, seed) => confirmedOf(world({ seed: 1000 + seed, n: 300 })));
    expect(runs.filter((keys) => keys.length > 0).length).toBeLessThanOrEqual(5);
  });

  it('finds something by chance in at most about one world in twenty before anything is confirmed', () => {
    const found = Array.from({ length: 200 }, (_, seed) => {
      const result = associate(world({ seed: 5000 + seed, n: 200, candidates: 10 }));
      return result.outcome === 'tested' && result.candidates.some((one) => one.outcome === 'tested' && one.q < 0.05);
    });
    expect(found.filter(Boolean).length).toBeLessThanOrEqual(18);
  });

  it('confirms only what those held back show on the same side, at the rate over all that was found', () => {
    for (let seed = 0; seed < 15; seed += 1) {
      const found = associate(world({ seed, lifts: { 3: 0.3, 8: -0.25, 11: 0.2 } }));
      for (const one of found.outcome === 'tested' ? found.candidates : []) {
        if (one.outcome !== 'tested') continue;
        const { confirmation, discovery, confirmed } = one;
        const again = confirmation !== null && confirmation.q !== null && confirmation.q < 0.05;
        expect(confirmed).toBe(again);
        expect(confirmation?.q ?? 1).toBeGreaterThanOrEqual((confirmation?.p ?? 1) * (1 - 1e-12));
        const isSame = Math.sign(confirmation?.difference.value ?? 0) === Math.sign(discovery.difference.value);
        if (confirmed) expect(isSame).toBe(true);
      }
    }
  });

  it('says that what only the plan explains is explained', () => {
    const random = seededRandom(4);
    const strata = Array.from({ length: 1200 }, () => (random() < 0.5 ? 'starter' : 'business'));
    const succeeded = strata.map((plan) => random() < (plan === 'starter' ? 0.2 : 0.8));
    const has = strata.map((plan) => random() < (plan === 'starter' ? 0.15 : 0.85));
    const confirm = strata.map((_, at) => isHeldBack(`${at}`));
    const found = associate({ candidates: [{ key: 'seat', has }], succeeded, strata, confirm });
    expect(found).toMatchObject({ candidates: [{ verdict: 'explained', confirmed: false }] });
    const alone = associate({
      candidates: [{ key: 'seat', has, strata: strata.map(() => '') }],
      succeeded,
      strata,
      confirm,
    });
    expect(alone).toMatchObject({ candidates: [{ verdict: 'confirmed', confirmed: true }] });
  });

  it('adds up: its counts, difference, p and lift are those of the table of all subjects', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 60, max: 400 }), (seed, n) => {
        const input = world({ seed, n, candidates: 3, lifts: { 0: 0.3 } });
        const found = associate(input, { leastOutcomes: 1, leastSupport: 1 });
        if (found.outcome === 'too_few') return;
        for (const one of found.candidates) {
          if (one.outcome === 'too_few') continue;
          expect(one.with.n + one.without.n).toBe(n);
          expect(one.with.successes + one.without.successes).toBe(found.succeeded);
          expect(one.discovery.with.n + (one.confirmation?.with.n ?? 0)).toBe(one.support);
          const failures = (group: typeof one.with) => group.n - group.successes;
          const rows = [one.with, one.without].map((group) => [group.successes, failures(group)] as const);
          expect(one.p).toBe(fisherP([rows[0] as [number, number], rows[1] as [number, number]]));
          expect(one.difference).toEqual(newcombe(one.with, one.without));
          expect(one.difference.low).toBeLessThanOrEqual(one.difference.value);
          expect(one.q).toBeGreaterThanOrEqual(one.discovery.p * (1 - 1e-12));
          expect(Object.values(one.difference).every(Number.isFinite)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['no subjects', { candidates: [], succeeded: [], strata: [], confirm: [] }],
    ['nobody who fails', { ...world({ seed: 1 }), succeeded: Array<boolean>(600).fill(true) }],
    ['nobody who succeeds', { ...world({ seed: 1 }), succeeded: Array<boolean>(600).fill(false) }],
    ['too few subjects', world({ seed: 1, n: 59 })],
  ])('has no answer with %s, and says what would be needed', (_, input) => {
    expect(associate(input)).toMatchObject({ outcome: 'too_few', needed: { subjects: 60, outcomes: 15 } });
  });

  it('does not test what nearly nobody or nearly everybody has', () => {
    const input = world({ seed: 2 });
    const rare = input.succeeded.map((_, at) => at < 5);
    const found = associate({
      ...input,
      candidates: [
        { key: 'rare', has: rare },
        { key: 'usual', has: rare.map((one) => !one) },
      ],
    });
    const few = { outcome: 'too_few', needed: 12 };
    expect(found).toMatchObject({
      tested: 0,
      candidates: [
        { ...few, support: 5 },
        { ...few, support: 595 },
      ],
    });
  });

  it('survives what tells success perfectly, and subjects that are all held back or none', () => {
    const input = world({ seed: 3 });
    const candidates = [{ key: 'same', has: input.succeeded }];
    for (const confirm of [input.confirm, input.confirm.map(() => false)]) {
      const [one] = (associate({ ...input, candidates, confirm }) as { candidates: { verdict: string }[] }).candidates;
      expect(['confirmed', 'not_confirmed']).toContain(one?.verdict);
    }
    const all = associate({ ...input, candidates, confirm: input.confirm.map(() => true) });
    expect(all).toMatchObject({ tested: 0, candidates: [{ outcome: 'too_few' }] });
  });

  it('holds back the same 30 % of subjects each time', () => {
    const ids = Array.from({ length: 20_000 }, (_, at) => `ac_${at}`);
    const held = ids.filter(isHeldBack);
    expect(held.length / ids.length).toBeCloseTo(0.3, 1);
    expect(ids.filter(isHeldBack)).toEqual(held);
  });

  it('refuses lists of different lengths', () => {
    const input = world({ seed: 1 });
    expect(() => associate({ ...input, strata: [] })).toThrow(RangeError);
  });
});
