import { say } from '../../platform/locale.ts';
import { type Associations, type AssociationVerdict, LEAST_SUPPORT } from '../../stats/association.ts';
import type { showAssociation } from './judged.ts';
import type { ChannelSource } from './traits-of-accounts.ts';
import { percent } from './words.ts';

type Told = {
  channel: string;
  source: ChannelSource;
  verdict: AssociationVerdict | 'too_few';
  judged: number;
  statistics: ReturnType<typeof showAssociation>;
};

/** "Customers who say “search” succeed more often: 62 of 80 (78%) against 51% of the others." */
export function channelSentence({ channel, source, verdict, judged, statistics }: Told): string {
  const customers = say(`success:customers.${source}`, { value: channel });
  if (!statistics) return say('success:said.too_few', { customers, support: judged, needed: LEAST_SUPPORT });
  const { with: own, without, difference } = statistics;
  return say(`success:said.${verdict}_${difference.value > 0 ? 'more' : 'less'}`, {
    customers,
    succeeded: own.succeeded,
    n: own.n,
    share: percent(own.succeeded, own.n),
    others: percent(without.succeeded, without.n),
  });
}

type Seen = { channel: string; cell: { verdict: string; sentence: string; statistics: Told['statistics'] } };

/** Which channels bring customers who succeed more often, and which less. */
export function channelsAnswer(found: Associations, cells: readonly Seen[]): string {
  if (found.outcome === 'too_few')
    return say('success:answers.too_few', { n: found.n, succeeded: found.succeeded, ...found.needed });
  const size = ({ cell }: Seen) => cell.statistics?.difference.value ?? 0;
  const confirmed = cells.filter(({ cell }) => cell.verdict === 'confirmed').toSorted((a, b) => size(b) - size(a));
  const [best, worst] = [confirmed[0], confirmed.at(-1)];
  if (!best || !worst) {
    const open = cells.filter(({ cell }) => cell.verdict === 'not_confirmed').map(({ channel }) => channel);
    const channels = [...new Set(open)].map((one) => `“${one}”`).join(', ');
    return say(`success:answers.${open.length > 0 ? 'open_channel' : 'no_channel'}`, { n: found.n, channels });
  }
  const sentences = best === worst || size(best) < 0 ? [worst] : size(worst) > 0 ? [best] : [best, worst];
  return sentences.map(({ cell }) => cell.sentence).join(' ');
}
