/** The words a new slice is written with: `customers/contacts` → table contacts, type Contact, scope customers:read. */
export type SliceWords = {
  wing: string;
  noun: string;
  table: string;
  one: string;
  type: string;
  types: string;
  read: string;
  write: string;
  prefix: string;
};

const SCOPE: Record<string, string> = {
  customers: 'customers',
  success: 'success',
  partners: 'partners',
  money: 'money',
  advocacy: 'advocates',
  access: 'settings',
};

/** @throws with what is wrong when the name is not WING/NOUN with a plural lower-case noun. */
export function sliceWords(name: string, prefix: string): SliceWords {
  const [, wing = '', noun = ''] = /^([a-z]+)\/([a-z]+(?:-[a-z]+)*s)$/.exec(name) ?? [];
  const scope = SCOPE[wing];
  if (scope === undefined)
    throw new Error(`"${name}" is not WING/NOUN: one of ${Object.keys(SCOPE).join(', ')}, then a plural noun`);
  const camel = noun.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const one = camel
    .replace(/ies$/, 'y')
    .replace(/(?<=(?:x|sh|ch|ss))es$/, '')
    .replace(/s$/, '');
  const upper = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  return {
    wing,
    noun,
    table: noun.replaceAll('-', '_'),
    one,
    type: upper(one),
    types: upper(camel),
    read: `${scope}:read`,
    write: `${scope}:write`,
    prefix,
  };
}
