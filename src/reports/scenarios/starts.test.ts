import { describe, expect, it } from 'vitest';
import { ofMetric } from './starts.ts';

describe('how unsure a number of one’s own is', () => {
  it.each([
    ['the mean of two', 2, 100 / Math.sqrt(2)],
    ['the mean of four hundred', 400, 10],
    ['a number of which nobody counts what it rests on', 0, 10],
  ])('%s without an interval', (_, n, sd) => {
    expect(ofMetric({ n }, 100)).toEqual({ value: 100, sd, source: 'own', n });
  });

  it('follows the interval where there is one', () => {
    const interval = { low: 80, high: 120, confidence: 0.8 };
    expect(ofMetric({ interval, n: 2 }, 100).sd).toBeCloseTo(20 / 1.2816, 9);
  });
});
