import { describe, expect, it } from 'vitest';
import { makeTokens } from '../../../platform/token.ts';
import { armOf } from './arm.ts';

describe('the arm of an account', () => {
  const { keyedHash } = makeTokens('secret');
  const arms = (holdBps: number) =>
    Array.from({ length: 4000 }, (_, n) => armOf(keyedHash('ask-arm', `ac_${n}`), holdBps));

  it('is kept back for about the share that was set, the same every time', () => {
    const held = arms(500).filter((arm) => arm === 'hold').length;
    expect(held).toBeGreaterThan(150);
    expect(held).toBeLessThan(250);
    expect(arms(500)).toEqual(arms(500));
  });

  it('is never kept back when the share is nothing, and stays kept back when the share grows', () => {
    expect(arms(0)).not.toContain('hold');
    const more = arms(1000);
    expect(arms(500).every((arm, at) => arm === 'ask' || more[at] === 'hold')).toBe(true);
  });
});
