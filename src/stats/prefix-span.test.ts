import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minePatterns, type Sequence } from './prefix-span.ts';

const sequence = (...steps: string[]): Sequence => steps.map((step) => [...step]);
const PUBLISHED = [
  sequence('a', 'abc', 'ac', 'd', 'cf'),
  sequence('ad', 'c', 'bc', 'ae'),
  sequence('ef', 'ab', 'df', 'c', 'b'),
  sequence('e', 'g', 'af', 'c', 'b', 'c'),
];
const told = (steps: string[][]) => steps.map((step) => step.join('')).join(' ');

describe('patterns of sequences', () => {
  it('are the 53 of the published example at a support of 2', () => {
    const { patterns, incomplete } = minePatterns(PUBLISHED, { minSupport: 2 });
    expect(patterns).toHaveLength(53);
    expect(incomplete).toBe(false);
    const supports = new Map(patterns.map(({ steps, support }) => [told(steps), support]));
    expect(supports.get('a')).toBe(4);
    expect(supports.get('a bc a')).toBe(2);
    expect(supports.get('ab d c')).toBe(2);
    expect(new Set(supports.keys()).size).toBe(53);
  });

  it('keep to the gap, whichever occurrence satisfies it', () => {
    const some = [sequence('a', 'x', 'a', 'b'), sequence('a', 'b')];
    const adjacent = minePatterns(some, { minSupport: 2, maxGap: 0 }).patterns.map(({ steps }) => told(steps));
    expect(adjacent).toEqual(['a', 'a b', 'b']);
    const apart = [sequence('a', 'x', 'b'), sequence('a', 'b')];
    expect(minePatterns(apart, { minSupport: 2, maxGap: 0 }).patterns.map(({ steps }) => told(steps))).not.toContain(
      'a b',
    );
    expect(minePatterns(apart, { minSupport: 2, maxGap: 1 }).patterns.map(({ steps }) => told(steps))).toContain('a b');
  });

  it('are few where asked for, none without sequences, and never below the support', () => {
    expect(minePatterns([], { minSupport: 1 })).toEqual({ patterns: [], incomplete: false });
    expect(minePatterns(PUBLISHED, { minSupport: 5 }).patterns).toEqual([]);
    const single = minePatterns(PUBLISHED, { minSupport: 2, maxItems: 1 }).patterns;
    expect(single.map(({ steps }) => told(steps))).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(() => minePatterns(PUBLISHED, { minSupport: 0 })).toThrow(RangeError);
  });

  it('have the support that counting by hand finds, with any gap', () => {
    const step = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 2 });
    const drawn = fc.array(fc.array(step, { maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(drawn, fc.option(fc.nat(2), { nil: undefined }), (sequences, maxGap) => {
        for (const { steps, support } of minePatterns(sequences, { minSupport: 1, maxItems: 3, maxGap }).patterns)
          expect(support).toBe(sequences.filter((one) => holds(one, steps, maxGap)).length);
      }),
    );
  });
});

function holds(sequence: Sequence, steps: readonly string[][], maxGap = 99, from = -1): boolean {
  const [first, ...rest] = steps;
  if (!first) return true;
  return sequence.some(
    (step, at) =>
      at > from &&
      (from === -1 || at - from - 1 <= maxGap) &&
      first.every((item) => step.includes(item)) &&
      holds(sequence, rest, maxGap, at),
  );
}
