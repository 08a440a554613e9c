import { expect, it } from 'vitest';
import { makeId } from './ids.ts';

it('gives ids of one millisecond in the order they were made', () => {
  const made = Array.from({ length: 1000 }, () => makeId('link', 1_760_000_000_000));
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(1000);
});

it('sorts ids by their time, also when the clock was set back in between', () => {
  const [late, early] = [makeId('link', 2000), makeId('link', 1000)];
  expect(early < late).toBe(true);
});

it('makes the same id from the same time and randomness', () => {
  expect(makeId('account', 1000, () => 0.5)).toBe(makeId('account', 1000, () => 0.5));
});
