import { expect, it } from 'vitest';
import { shortName } from './short-name.ts';

it.each([
  ['Acme Industries Ltd', 'Acme …'],
  [' Acme ', 'Acme'],
  ['Donaudampfschifffahrt', 'Donaudampfsc …'],
  ['ada@customer.net', 'ada …'],
  ['😀😀 Ltd', '😀😀 …'],
  ['', ''],
])('a customer called %j is told to partners as %j', (name, short) => {
  expect(shortName(name)).toBe(short);
});
