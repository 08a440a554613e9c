import { describe, expect, it } from 'vitest';
import type { Arrival, EventRules, Mapping, Source, Told } from '../customers/events/model.ts';
import { HOUR_MS } from '../kernel/time.ts';
import type { Directory } from './learn-from-events.ts';
import { rowsByAccount, settleUses } from './settle-uses.ts';

const AT = Date.UTC(2026, 4, 1);
const source = { key_id: 'ky_1', idOf: (index: number) => `made:${index}` } as Source;
const told: Told = {
  ...{ kind: 'use', id: 'e1', name: 'Report opened', user: 'ann', anonymous: null, account: null, at: AT },
  ...{ tells_account: false, previous: null, quantity: undefined, duration_s: undefined, error_count: undefined },
  ...{ properties: {}, traits: {}, account_traits: {} },
};
const arrive = (given: Partial<Told> | 'bad_time', index = 0): Arrival => {
  return { source, index, told: given === 'bad_time' ? given : { ...told, ...given } };
};
const directory: Directory = {
  people: new Map([['ann', { person_id: 'pe_ann', account_id: 'ac_b', active_ms: 0 }]]),
  accounts: new Map([['acme', 'ac_a']]),
};
const mapping = (event_name: string, action: Mapping['action'], quantity_property: string | null = null) =>
  [event_name, { event_name, action, feature: null, quantity_property }] as const;
const rules: EventRules = {
  unlisted: 'count',
  mappings: new Map([mapping('Noise', 'ignore'), mapping('Rows read', 'count', 'rows')]),
};

async function settled(arrivals: readonly Arrival[], how = rules) {
  const active = new Map<string, number>();
  const { taken, uses } = await settleUses(arrivals, how, directory);
  const rows = [...rowsByAccount(uses, how, directory, active)].flat();
  return { outcomes: taken.map(({ settled: { outcome, reason } }) => reason ?? outcome), rows, active, uses };
}

describe('what becomes of events', () => {
  it.each([
    ['counts for the account of its user', {}, 'counted'],
    ['counts for the account it names', { user: null, account: 'acme' }, 'counted'],
    ['waits for a user whom nobody knows', { user: 'bob' }, 'unknown_user'],
    ['waits for an account that nobody knows', { account: 'other' }, 'unknown_account'],
    ['waits for whoever it was', { user: null, anonymous: 'a1' }, 'anonymous'],
    ['is ignored where a mapping says so', { name: 'Noise' }, 'ignored'],
    ['is refused without the number it is mapped to', { name: 'Rows read' }, 'bad_quantity'],
    ['is refused so also while nobody knows the user', { name: 'Rows read', user: 'bob' }, 'bad_quantity'],
    ['is learned from when it tells of a person', { kind: 'person' as const }, 'learned'],
    ['is refused when it could not be read', 'bad_time' as const, 'bad_time'],
  ])('%s', async (_name, given, outcome) => {
    const { outcomes, rows } = await settled([arrive(given)]);
    expect(outcomes).toEqual([outcome]);
    expect(rows).toHaveLength(outcome === 'counted' ? 1 : 0);
  });

  it('waits to be listed where only listed events count', async () => {
    expect((await settled([arrive({})], { ...rules, unlisted: 'hold' })).outcomes).toEqual(['not_listed']);
  });

  it('makes rows in order of the accounts, each in the order of arrival, under ids of their place when they have none', async () => {
    const arrivals = [
      arrive({ id: 'b1', at: AT + 1 }),
      arrive({ id: 'a1', account: 'acme' }),
      arrive({ id: null }, 2),
      arrive({ name: 'Rows read', properties: { rows: '12' }, id: 'b3', at: AT + 2 }),
    ];
    const { rows, uses } = await settled(arrivals);
    expect(rows.map(({ account_id, id, quantity }) => [account_id, id, quantity])).toEqual([
      ['ac_a', 'a1', 1],
      ['ac_b', 'b1', 1],
      ['ac_b', 'made:2', 1],
      ['ac_b', 'b3', 12],
    ]);
    expect([uses.first, uses.last]).toEqual([AT, AT + 2]);
  });

  it('tells of a person only what is news, and the latest', async () => {
    const late = {
      ...directory,
      people: new Map([['ann', { person_id: 'pe_ann', account_id: 'ac_b', active_ms: AT }]]),
    };
    const latest = async (...ats: number[]) => {
      const active = new Map<string, number>();
      const { uses } = await settleUses(
        ats.map((at) => arrive({ at })),
        rules,
        late,
      );
      for (const _rows of rowsByAccount(uses, rules, late, active));
      return active.get('pe_ann');
    };
    expect(await latest(AT + HOUR_MS)).toBeUndefined();
    expect(await latest(AT + 3 * HOUR_MS, AT + 2 * HOUR_MS)).toBe(AT + 3 * HOUR_MS);
  });
});
