import { describe, expect, it } from 'vitest';
import type { Gift } from '../model.ts';
import { matchGift, type Wish } from './match-gift.ts';

const gift = (name: string, more: Partial<Gift> = {}): Gift => ({
  id: `gf_${name}`,
  name,
  description: '',
  interests: [],
  worth_minor: 3000,
  currency: 'EUR',
  stock: 5,
  needs_address: true,
  countries: [],
  state: 'active',
  ...more,
});
const WISH: Wish = { interests: ['Coffee', 'books'], worthMinor: 4000, currency: 'EUR', country: null };

describe('the gift that fits', () => {
  it('shares most interests, whatever their spelling', () => {
    const beans = gift('beans', { interests: ['coffee '], worth_minor: 1000 });
    expect(matchGift([gift('mug'), beans, gift('tent', { interests: ['hiking'] })], WISH)).toBe(beans);
  });

  it('is the dearer one of two that fit the same, then the one first by name', () => {
    expect(matchGift([gift('b'), gift('a'), gift('c', { worth_minor: 2000 })], WISH)?.name).toBe('a');
    expect(matchGift([gift('a', { worth_minor: 2000 }), gift('b')], WISH)?.name).toBe('b');
  });

  it.each<[string, Partial<Gift>, Partial<Wish>]>([
    ['out of stock', { stock: 0 }, {}],
    ['no longer offered', { state: 'ended' }, {}],
    ['dearer than the reward', { worth_minor: 4001 }, {}],
    ['priced in another currency', { currency: 'USD' }, {}],
    ['not sent to the receiver’s country', { countries: ['DE'] }, { country: 'HU' }],
  ])('is never one %s', (_why, change, wish) => {
    expect(matchGift([gift('only', change)], { ...WISH, ...wish })).toBeUndefined();
  });
});
