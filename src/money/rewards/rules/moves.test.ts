import { describe, expect, it } from 'vitest';
import { REWARD_KINDS, type RewardTerms } from '../../../partners/programmes/model.ts';
import { GRANT_STATES, type GrantState } from '../model.ts';
import { decideTakeBack, dueOn, mayBecome } from './moves.ts';

describe('the way of a grant', () => {
  it('leads from promised to delivered', () => {
    const way: GrantState[] = ['promised', 'earned', 'held', 'earned', 'ready', 'failed', 'ready', 'sent', 'delivered'];
    for (const [index, state] of way.slice(1).entries()) expect(mayBecome(way[index] ?? 'promised', state)).toBe(true);
  });

  it.each(['revoked', 'refused'] as const)('never leads out of %s', (end) => {
    expect(GRANT_STATES.filter((state) => mayBecome(end, state))).toEqual([]);
  });

  it('never leads back to promised', () => {
    expect(GRANT_STATES.filter((state) => mayBecome(state, 'promised'))).toEqual([]);
  });
});

describe('the day by which a reward is due', () => {
  const gift: RewardTerms = { key: 'g', on: 'signup', to: 'referrer', give: { kind: 'gift', worth_minor: 1 } };

  it('is counted from the day it is ready in the programme’s zone', () => {
    const lateEvening = new Date('2026-03-10T23:30:00Z');
    expect(dueOn(gift, lateEvening, 'UTC')).toBe('2026-03-20');
    expect(dueOn(gift, lateEvening, 'Europe/Budapest')).toBe('2026-03-21');
    expect(dueOn({ ...gift, target_days: 0 }, lateEvening, 'UTC')).toBe('2026-03-10');
  });
});

describe('a refund of the referred customer', () => {
  it.each(REWARD_KINDS)('takes back %s that has not left yet', (kind) => {
    for (const state of ['promised', 'earned', 'held', 'ready', 'failed'] as const)
      expect(decideTakeBack({ kind, state })).toBe('revoke');
  });

  it('undoes months, discounts and features even after they were given, and leaves what cannot come back', () => {
    const undone = REWARD_KINDS.filter((kind) => decideTakeBack({ kind, state: 'delivered' }) === 'revoke');
    expect(undone).toEqual(['free_months', 'discount', 'feature_unlock']);
    expect(decideTakeBack({ kind: 'gift', state: 'sent' })).toBe('keep');
    expect(decideTakeBack({ kind: 'gift', state: 'revoked' })).toBe('nothing');
  });
});
