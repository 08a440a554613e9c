import { describe, expect, it } from 'vitest';
import { segmentCac } from './segment-cost.ts';

const company = { currency: 'EUR' };
const on = '2026-03-15';
const prices = [
  { channel: 'search', each: 60_000 },
  { channel: 'events', each: 200_000 },
];
const won = (...through: [channel: string | null, won: number][]) =>
  through.map(([channel, count]) => ({ segment: 'Large', channel, won: count }));

describe('what winning a customer of a segment cost', () => {
  it('is the mean of what their channels spent for each customer they won', () => {
    const cac = segmentCac({ company, on, prices, won: won(['search', 6], ['events', 2]) });
    expect(cac).toMatchObject({ value: 95_000, n: 8, currency: 'EUR', definition: 'cac-by-segment' });
    expect(cac.period).toEqual({ from: '2025-03-01', to: '2026-02-28' });
  });

  it('rests on those whose channel has a cost, and says how many that are', () => {
    const cac = segmentCac({ company, on, prices, won: won(['search', 9], [null, 1]) });
    expect(cac).toMatchObject({ value: 60_000, n: 9 });
    expect(cac.note).toContain('9 of 10');
  });

  it('cannot be told where too many came through channels without a cost, or nobody was won', () => {
    const some = segmentCac({ company, on, prices, won: won(['search', 3], ['friends', 4]) });
    expect(some).toMatchObject({ value: null, unavailable_reason_code: 'segment_without_cost' });
    expect(some.unavailable_reason).toContain('3 of the 7');
    const none = segmentCac({ company, on, prices, won: [] });
    expect(none).toMatchObject({ value: null, unavailable_reason_code: 'segment_won_nobody' });
  });
});
