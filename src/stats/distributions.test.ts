import { describe, expect, it } from 'vitest';
import { normalQuantile } from './distributions.ts';

describe('the normal quantile', () => {
  it.each([
    [0.975, 1.959963985],
    [0.5, 0],
    [0.01, -2.326347874],
    [0.999, 3.090232306],
  ])('puts a share of %f below z = %f', (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 8);
  });

  it('refuses a share that is not inside (0, 1)', () => {
    for (const p of [0, 1, -1, Number.NaN]) expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});
