import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakEven, type Contribution, netContribution } from './net-contribution.ts';

const nothing: Contribution = { margin: 0, commission: 0, rewards: 0, discounts: 0, retention: 0 };

describe('net contribution', () => {
  it.each([
    [{ margin: 10_000, commission: 3000, rewards: 500, discounts: 250, retention: 1250 }, 5000],
    [{ ...nothing, margin: 1000, commission: 3000 }, -2000],
    [{ ...nothing, margin: 0.5 }, 1],
    [{ ...nothing, retention: 0.5 }, -1],
    [{ ...nothing, margin: 0.4, commission: -0.4, rewards: 0.3 }, 1],
    [{ ...nothing, margin: -700, commission: 0 }, -700],
    [nothing, 0],
  ])('of %j is %i', (parts, expected) => {
    expect(Object.is(netContribution(parts), expected)).toBe(true);
  });

  it('is exact for whole amounts, and loses what it gives back', () => {
    const amount = fc.integer({ min: -1e12, max: 1e12 });
    const parts = fc.record({
      margin: amount,
      commission: amount,
      rewards: amount,
      discounts: amount,
      retention: amount,
    });
    fc.assert(
      fc.property(parts, (one) => {
        const { margin, ...costs } = one;
        const spent = Object.values(costs).reduce((sum, cost) => sum + BigInt(cost), 0n);
        expect(BigInt(netContribution(one))).toBe(BigInt(margin) - spent);
      }),
    );
  });
});

describe('the month of break-even', () => {
  const flow = (...nets: number[]) => nets.map((margin) => ({ ...nothing, margin }));
  it.each([
    ['at once when nothing was paid ahead', flow(5, 5), { month: 1, deepest: 0 }],
    ['when what comes in covers what was paid', flow(-10, 4, 4, 4, 4), { month: 4, deepest: -10 }],
    ['in the month that covers it to the cent', flow(-10, 5, 5, 5), { month: 3, deepest: -10 }],
    ['only once it stays covered', flow(-10, 12, -5, 2, 2), { month: 5, deepest: -10 }],
    ['never', flow(-10, 4, 4), { month: null, deepest: -10 }],
    ['unknown of no months', [], { month: null, deepest: 0 }],
  ])('is %s', (_name, months, expected) => {
    expect(breakEven(months)).toEqual(expected);
  });
});
