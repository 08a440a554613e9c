import { say } from '../../platform/locale.ts';
import type { Associations, AssociationVerdict } from '../../stats/association.ts';
import { LEAST_SUPPORT } from '../../stats/association.ts';
import type { showAssociation } from './judged.ts';
import { percent } from './words.ts';

type Told = {
  attribute: string;
  value: string;
  verdict: AssociationVerdict | 'too_few';
  support: number;
  statistics: ReturnType<typeof showAssociation>;
};

const OWN = 'attributes.';
const isOwn = (attribute: string) => attribute.startsWith(OWN);
const ownName = (attribute: string) => attribute.slice(OWN.length).replaceAll('_', ' ');

export function traitName(attribute: string): string {
  return isOwn(attribute) ? ownName(attribute) : say(`success:traits.${attribute}`);
}

/** "Customers in “Logistics”" */
export function customersWith(attribute: string, value: string): string {
  if (isOwn(attribute)) return say('success:customers.own', { name: ownName(attribute), value });
  return say(`success:customers.${attribute}`, { value });
}

/** "Customers in “Logistics” succeed more often: 62 of 80 (78%) against 51% of the others." */
export function traitSentence({ attribute, value, verdict, support, statistics }: Told): string {
  const customers = customersWith(attribute, value);
  if (!statistics) return say('success:said.too_few', { customers, support, needed: LEAST_SUPPORT });
  const { with: own, without, difference } = statistics;
  return say(`success:said.${verdict}_${difference.value > 0 ? 'more' : 'less'}`, {
    customers,
    succeeded: own.succeeded,
    n: own.n,
    share: percent(own.succeeded, own.n),
    others: percent(without.succeeded, without.n),
  });
}

/** What can be said of all together. */
export function traitsAnswer(found: Associations, items: readonly (Told & { sentence: string })[]): string {
  if (found.outcome === 'too_few')
    return say('success:answers.too_few', { n: found.n, succeeded: found.succeeded, ...found.needed });
  const confirmed = items.filter(({ verdict }) => verdict === 'confirmed');
  const waiting = items.filter(({ verdict }) => verdict === 'not_confirmed').length;
  const [best] = confirmed;
  if (!best) return say(`success:answers.${waiting > 0 ? 'not_yet' : 'nothing'}`, { count: waiting, n: found.tested });
  return say('success:answers.confirmed', { count: confirmed.length, best: best.sentence });
}
