import { isIP } from 'node:net';
import { type CountryResponse, open } from 'maxmind';
import { AppError } from '../kernel/errors.ts';
import { plainAddress } from './caller-address.ts';

/** ISO 3166-1 alpha-2 of where an address is; undefined when nobody knows. */
export type CountryOf = (address: string) => string | undefined;

/**
 * Reads a country or city database in MaxMind's format (.mmdb), and reads it again when the file is replaced. Without
 * one nobody is known to be anywhere. Nothing of an address is kept.
 * @throws bad_request naming GEO_DATABASE when the file cannot be used
 */
export async function openGeography(file: string | undefined): Promise<CountryOf> {
  if (file === undefined) return () => undefined;
  const options = { watchForUpdates: true, watchForUpdatesNonPersistent: true };
  const reader = await open<CountryResponse>(file, options).catch((error: Error) => {
    throw new AppError('bad_request', `GEO_DATABASE is "${file}", which cannot be read: ${error.message}.`, {
      field: 'GEO_DATABASE',
      hint: 'Name a file in MaxMind’s format, such as GeoLite2-Country.mmdb.',
    });
  });
  return (given) => {
    const address = plainAddress(given);
    return isIP(address) === 0 ? undefined : reader.get(address)?.country?.iso_code;
  };
}
