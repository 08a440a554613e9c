import { addDaysToDate, dateIn } from '../../../kernel/time.ts';
import type { RewardKind, RewardTerms } from '../../../partners/programmes/model.ts';
import type { Grant, GrantState } from '../model.ts';

const MAY_BECOME: Record<GrantState, readonly GrantState[]> = {
  promised: ['earned', 'held', 'refused', 'expired', 'revoked'],
  earned: ['held', 'ready', 'revoked'],
  held: ['earned', 'ready', 'revoked'],
  ready: ['held', 'sent', 'delivered', 'failed', 'expired', 'revoked'],
  sent: ['ready', 'delivered', 'failed', 'revoked'],
  delivered: ['revoked'],
  failed: ['ready', 'revoked'],
  expired: ['ready'],
  revoked: [],
  refused: [],
};

export function mayBecome(from: GrantState, to: GrantState): boolean {
  return MAY_BECOME[from].includes(to);
}

/** Days from ready until it should be there, when the terms say nothing else; a credit waits for the year's invoice. */
const TARGET_DAYS: Record<RewardKind, number> = {
  company_credit: 400,
  free_months: 1,
  discount: 1,
  feature_unlock: 1,
  gift: 10,
  gift_card: 3,
  donation: 30,
};

/** The day by which a reward that is ready at `at` should be delivered, in the programme's zone. */
export function dueOn(reward: RewardTerms, at: Date, zone: string): string {
  return addDaysToDate(dateIn(at, zone), reward.target_days ?? TARGET_DAYS[reward.give.kind]);
}

/** What billing and the product gave can be undone there; what was used, posted or paid out cannot. */
const UNDOABLE: readonly RewardKind[] = ['free_months', 'discount', 'feature_unlock'];

/** Whether a full refund of the customer takes the reward back; what cannot be stays, with a note. */
export function decideTakeBack(grant: Pick<Grant, 'state' | 'kind'>): 'revoke' | 'keep' | 'nothing' {
  if (grant.state === 'revoked' || grant.state === 'refused' || grant.state === 'expired') return 'nothing';
  if (grant.state !== 'sent' && grant.state !== 'delivered') return 'revoke';
  return UNDOABLE.includes(grant.kind) ? 'revoke' : 'keep';
}
