// Coined words, so that no real company or person is meant. Every address is under the reserved name .example.

const STEMS = [
  'Aldovar',
  'Brisk',
  'Calvenor',
  'Dunmarrow',
  'Elsiway',
  'Farrow',
  'Gelmont',
  'Harrowick',
  'Istern',
  'Jorvale',
  'Kestrin',
  'Lumbrook',
  'Marrowin',
  'Nethercot',
  'Ostrava',
  'Pellimar',
  'Quillet',
  'Rundholm',
  'Saltmere',
  'Tavorin',
  'Umberley',
  'Velmora',
  'Wexholt',
  'Yarnbury',
  'Zephrin',
  'Arkwold',
  'Bellamere',
  'Corvane',
  'Drumlin',
  'Evermont',
  'Fenwold',
  'Grantchen',
  'Hollowell',
  'Inverlay',
  'Juniperton',
  'Kirrow',
  'Larkmoor',
  'Millbray',
  'Norvane',
  'Oakrill',
  'Pinemarch',
  'Quarrion',
  'Rosthwick',
  'Silverlay',
  'Thornebury',
  'Ullaway',
  'Vintrey',
  'Willowin',
  'Yewdale',
  'Zandery',
  'Amberlow',
  'Birchenor',
  'Cragmere',
  'Dovermoor',
  'Elmstrand',
  'Foxholm',
  'Glenarrow',
  'Heathrin',
  'Ivorley',
  'Jasperin',
] as const;

/** Industry and the last words of the names of companies in it. */
export const INDUSTRIES = {
  Logistics: ['Freight', 'Haulage', 'Couriers'],
  'Facility services': ['Cleaning', 'Facilities', 'Upkeep'],
  'Building trades': ['Roofing', 'Electrics', 'Joinery'],
  'Home care': ['Care', 'Home Nursing', 'Assist'],
  Retail: ['Stores', 'Outfitters', 'Markets'],
  Manufacturing: ['Works', 'Castings', 'Tooling'],
  'Consulting agency': ['Partners', 'Advisory'],
} as const;
export type Industry = keyof typeof INDUSTRIES;

export const FIRST_NAMES = [
  'Anna',
  'Bence',
  'Chiara',
  'Dmitri',
  'Elif',
  'Farid',
  'Greta',
  'Hugo',
  'Ines',
  'Jakub',
  'Katarina',
  'Leila',
  'Mateo',
  'Noor',
  'Oskar',
  'Petra',
  'Rania',
  'Sven',
  'Tomas',
  'Ursula',
  'Viktor',
  'Wanda',
  'Yara',
  'Zoltan',
  'Aoife',
  'Bruno',
  'Camille',
  'Dario',
] as const;
export const LAST_NAMES = [
  'Albrecht',
  'Bodnar',
  'Castellan',
  'Dupren',
  'Eklund',
  'Fazekas',
  'Grünwald',
  'Haddad',
  'Ivarsson',
  'Jansen',
  'Kowalik',
  'Lindqvar',
  'Moreau',
  'Nagy',
  'Okafor',
  'Pereira',
  'Quist',
  'Rossini',
  'Szabo',
  'Tahir',
  'Ueland',
  'Varga',
  'Weiss',
  'Yilmaz',
  'Zeman',
] as const;

/** The nth company's name: every stem with every ending once, then numbered towns of the same stem. */
export function companyName(index: number, industry: Industry): string {
  const endings = INDUSTRIES[industry];
  const stem = STEMS[index % STEMS.length] ?? STEMS[0];
  const round = Math.floor(index / STEMS.length);
  const second = STEMS[(index * 7 + round * 13 + 5) % STEMS.length] ?? STEMS[1];
  const ending = endings[round % endings.length] ?? endings[0];
  return round < endings.length ? `${stem} ${ending}` : `${stem} ${second} ${ending}`;
}

/** `Zoë Grünwald` → `zoe.gruenwald`-like letters for an address. */
export function mailName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
