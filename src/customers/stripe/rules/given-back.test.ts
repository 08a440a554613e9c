import { describe, expect, it } from 'vitest';
import { givenBack, isNewer } from './given-back.ts';

const at = (second: number) => new Date(second * 1000);

describe('what of a charge is given back', () => {
  it.each([
    ['nothing failed', 500, 10, [], 500],
    ['a refund failed since', 500, 10, [[200, 11]], 300],
    ['a refund failed in the same second', 500, 10, [[200, 10]], 300],
    ['a refund had failed before, and the charge tells without it', 500, 10, [[200, 9]], 500],
    ['the failure is known before the charge', 0, null, [[200, 9]], 0],
  ] as const)('when %s', (_when, refunded_minor, observed, failed, left) => {
    const known = { refunded_minor, observed_at: observed === null ? null : at(observed) };
    const failures = failed.map(([amount_minor, second]) => ({ amount_minor, failed_at: at(second) }));
    expect(givenBack(known, failures)).toBe(left);
  });

  it('is what the charge said last, of one second the larger', () => {
    const known = { refunded_minor: 500, observed_at: at(10) };
    expect(isNewer(known, { refunded_minor: 300, at: at(11) })).toBe(true);
    expect(isNewer(known, { refunded_minor: 600, at: at(10) })).toBe(true);
    expect(isNewer(known, { refunded_minor: 400, at: at(10) })).toBe(false);
    expect(isNewer(known, { refunded_minor: 900, at: at(9) })).toBe(false);
    expect(isNewer({ ...known, observed_at: null }, { refunded_minor: 400, at: at(9) })).toBe(false);
  });
});
