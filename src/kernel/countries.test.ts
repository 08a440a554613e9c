import { expect, it } from 'vitest';
import { listCountries } from './countries.ts';

it('lists the countries of today by name, each once', () => {
  const countries = listCountries();
  expect(countries.length).toBeGreaterThan(240);
  expect(countries.length).toBeLessThan(256);
  expect(new Set(countries.map(({ name }) => name)).size).toBe(countries.length);
  expect(countries).toContainEqual({ code: 'HU', name: 'Hungary' });
  expect(countries.map(({ code }) => code)).not.toEqual(expect.arrayContaining(['DD']));
  expect(countries.some(({ code }) => ['SU', 'EU', 'ZZ', 'UK'].includes(code))).toBe(false);
});
