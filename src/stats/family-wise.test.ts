import fc from 'fast-check';
import { expect, it } from 'vitest';
import { holm } from './family-wise.ts';

it('corrects p values as R does: p.adjust(c(.01, .04, .03, .005), "holm")', () => {
  expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02].map((p) => expect.closeTo(p, 12)));
  expect(holm([0.2])).toEqual([0.2]);
  expect(holm([])).toEqual([]);
  expect(() => holm([1.1])).toThrow(RangeError);
});

it('never makes a p value smaller, never more than as many times as large, and keeps their order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }), (ps) => {
      const found = holm(ps);
      for (const [at, p] of ps.entries()) {
        expect(found[at]).toBeGreaterThanOrEqual(p);
        expect(found[at]).toBeLessThanOrEqual(Math.min(1, p * ps.length));
        for (const [other, q] of ps.entries()) if (p < q) expect(found[at]).toBeLessThanOrEqual(found[other] ?? 0);
      }
    }),
  );
});
