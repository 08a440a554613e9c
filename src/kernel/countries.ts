export type Country = { code: string; name: string };

/** Regions of CLDR that are no countries one can send to or come from. */
const NO_COUNTRY = new Set([
  'AC',
  'AN',
  'CP',
  'CQ',
  'CS',
  'DG',
  'EA',
  'EU',
  'EZ',
  'IC',
  'QO',
  'TA',
  'UN',
  'XA',
  'XB',
  'ZZ',
]);
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The countries of ISO 3166-1 by name in the reader's language, from the platform's CLDR data. */
export function listCountries(locale = 'en'): Country[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const countries = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).flatMap((code) => {
    const name = isCurrent(code) ? names.of(code) : undefined;
    return name ? [{ code, name }] : [];
  });
  return countries.sort((a, b) => a.name.localeCompare(b.name, locale));
}

/** A code that was given up (DD, SU) is written as its successor. */
function isCurrent(code: string): boolean {
  return !NO_COUNTRY.has(code) && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
}
