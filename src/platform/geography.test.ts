import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { countryDatabase } from '../../test/edge/country-database.fixture.ts';
import { openGeography } from './geography.ts';

const folder = mkdtempSync(join(tmpdir(), 'gw-geo-'));
const file = join(folder, 'countries.mmdb');
writeFileSync(file, countryDatabase({ 1: 'AU', 203: 'HU', 223: 'AT' }));
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ['203.0.113.7', 'HU'],
  ['223.1.2.3', 'AT'],
  ['1.1.1.1', 'AU'],
  ['2.2.2.2', undefined],
  ['::ffff:203.0.113.7', 'HU'],
  ['nowhere', undefined],
  ['', undefined],
])('knows that %s is in %s', async (address, country) => {
  expect((await openGeography(file))(address)).toBe(country);
});

it('knows nobody’s country without a database', async () => {
  expect((await openGeography(undefined))('203.0.113.7')).toBeUndefined();
});

it('names the setting when the database cannot be used', async () => {
  writeFileSync(join(folder, 'broken.mmdb'), 'no database');
  for (const name of ['broken.mmdb', 'missing.mmdb'])
    await expect(openGeography(join(folder, name))).rejects.toMatchObject({ detail: { field: 'GEO_DATABASE' } });
});
