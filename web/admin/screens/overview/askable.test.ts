import { expect, it } from 'vitest';
import { askableNow } from './askable.ts';

const ready = (name: string, held_back = false, open_ask: object | null = null) => ({ name, held_back, open_ask });
const names = (people: readonly { name: string }[]) => people.map(({ name }) => name);

it('names in their order those who may be asked now, and no more than there is room for', () => {
  const all = [ready('kept back', true), ready('a'), ready('asked', false, { id: 'ak_1' }), ready('b'), ready('c')];
  expect(names(askableNow(all, 2))).toEqual(['a', 'b']);
  expect(names(askableNow(all, 9))).toEqual(['a', 'b', 'c']);
});

it('names nobody when everybody is kept back or was asked', () => {
  expect(askableNow([ready('kept back', true), ready('asked', false, { id: 'ak_1' })], 3)).toEqual([]);
});
