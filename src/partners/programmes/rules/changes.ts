import type { Sentence } from './in-words.ts';

export type Change = { kind: 'added' | 'removed' | 'changed'; before: Sentence | null; after: Sentence | null };

/** Sentences that say the same thing in two versions: what is earned stands first, a minimum and none are one matter. */
function matterOf({ key }: Sentence, index: number): string {
  if (index === 0) return 'earned';
  return key.replace('no_minimum_payout', 'minimum_payout').replace(/\.tier_.*/, '.tier');
}

/** What a partner reads differently in the later version, in the order of its sentences; what was dropped comes last. */
export function changesBetween(before: readonly Sentence[], after: readonly Sentence[]): Change[] {
  const old = Map.groupBy(before, matterOfList(before));
  const changes = after.flatMap((sentence, index): Change[] => {
    const same = old.get(matterOf(sentence, index))?.shift();
    if (!same) return [{ kind: 'added', before: null, after: sentence }];
    return isSame(same, sentence) ? [] : [{ kind: 'changed', before: same, after: sentence }];
  });
  const dropped = [...old.values()].flat();
  return [...changes, ...dropped.map((sentence): Change => ({ kind: 'removed', before: sentence, after: null }))];
}

const matterOfList = (list: readonly Sentence[]) => (sentence: Sentence) => matterOf(sentence, list.indexOf(sentence));

function isSame(a: Sentence, b: Sentence): boolean {
  return JSON.stringify([a.key, a.params]) === JSON.stringify([b.key, b.params]);
}
