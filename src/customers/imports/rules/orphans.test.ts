import { describe, expect, it } from 'vitest';
import { orphanSentence, tallyOrphans } from './orphans.ts';

describe('rows that belong to nobody', () => {
  it('are counted by what they name, with a few of the ids', () => {
    const tally = tallyOrphans('usage');
    for (const id of ['A-1', 'A-1', 'A-2', 'A-3', 'A-4']) tally.refused({ entity: 'accounts', id });
    tally.refused({ entity: 'subscriptions', id: 'S-1' });
    tally.stored({ account_id: null });
    const list = tally.list('use.csv');
    expect(list).toEqual([
      { file: 'use.csv', entity: 'usage', names: 'accounts', rows: 5, examples: ['A-1', 'A-2', 'A-3'] },
      { file: 'use.csv', entity: 'usage', names: 'subscriptions', rows: 1, examples: ['S-1'] },
    ]);
    expect(list.map(orphanSentence)).toEqual([
      'Usage rows of use.csv that belong to nobody: 5. The accounts they name (A-1, A-2, A-3, …) are not known. They are not stored; import those accounts, then this file again.',
      'Usage rows of use.csv that belong to nobody: 1. The subscriptions they name (S-1) are not known. They are not stored; import those subscriptions, then this file again.',
    ]);
  });

  it('are told apart from people and tickets that name no account and are stored', () => {
    const tally = tallyOrphans('people');
    tally.stored({ account_id: null });
    tally.stored({ account_id: 'ac_1' });
    const [found] = tally.list('people.csv');
    expect(found).toMatchObject({ names: null, rows: 1 });
    expect(found && orphanSentence(found)).toBe(
      'People of people.csv that name no account: 1. They are stored, and count for nobody.',
    );
  });
});
