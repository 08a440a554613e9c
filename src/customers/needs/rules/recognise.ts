import type { Need, Saying, Sighting } from '../model.ts';

const EVIDENCE = 200;

/** Lower case, accents off, punctuation to spaces; with a space at both ends, so that whole words are looked for. */
function plain(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return ` ${bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}

type Words = Pick<Need, 'id' | 'kind' | 'name' | 'keywords'>;

/** The keyword found in the text, as whole words; undefined when none is. */
export function keywordIn(text: string, { name, keywords }: Pick<Need, 'name' | 'keywords'>): string | undefined {
  const said = plain(text);
  return [name, ...keywords].find((word) => plain(word).trim() !== '' && said.includes(plain(word)));
}

/**
 * Which needs show in what is known of accounts: the record's own field states one by its name; elsewhere a keyword
 * suggests it. One sighting an account and need: the record before answers before tickets, the earliest of a kind.
 */
export function recogniseNeeds(needs: readonly Words[], sayings: readonly Saying[]): Sighting[] {
  const found = new Map<string, Sighting>();
  for (const saying of sayings) {
    for (const need of needs) {
      const sighting = see(need, saying);
      const key = `${saying.account_id} ${need.id}`;
      const known = found.get(key);
      if (sighting && (!known || comesBefore(sighting, known))) found.set(key, sighting);
    }
  }
  return [...found.values()];
}

function see(need: Words, { account_id, source, kind, text, said_at }: Saying): Sighting | undefined {
  if (kind !== null && kind !== need.kind) return undefined;
  const is_stated = source === 'record' && plain(text) === plain(need.name);
  if (!is_stated && keywordIn(text, need) === undefined) return undefined;
  const evidence = text.slice(0, EVIDENCE).toWellFormed();
  return { account_id, need_id: need.id, source, evidence, seen_at: said_at, is_stated };
}

const RANK = { record: 0, answer: 1, ticket: 2 } as const;

function comesBefore(one: Sighting, other: Sighting): boolean {
  if (one.is_stated !== other.is_stated) return one.is_stated;
  if (one.source !== other.source) return RANK[one.source] < RANK[other.source];
  return (one.seen_at?.getTime() ?? 0) < (other.seen_at?.getTime() ?? 0);
}
