import { describe, expect, it } from 'vitest';
import { seenIds } from './seen.ts';

describe('ids that come twice', () => {
  it('are told apart by whether the row says the same', () => {
    const { see } = seenIds();
    expect(see('a', ['a', '1'])).toBe('new');
    expect(see('a', ['a', '1'])).toBe('identical');
    expect(see('a', ['a', '2'])).toBe('different');
    expect(see('b', ['a', '1'])).toBe('new');
  });

  it('are found among a hundred thousand, and no other id is taken for one', () => {
    const { see } = seenIds();
    for (let index = 0; index < 100_000; index += 1) expect(see(`U-${index}`, [`${index}`])).toBe('new');
    for (let index = 0; index < 100_000; index += 997) expect(see(`U-${index}`, ['other'])).toBe('different');
  });

  it('minds where one field ends and the next begins', () => {
    const { see } = seenIds();
    see('a', ['ab', 'c']);
    expect(see('a', ['a', 'bc'])).toBe('different');
  });
});
