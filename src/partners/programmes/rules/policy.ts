import { AppError, invalidField } from '../../../kernel/errors.ts';
import { isCurrency } from '../../../kernel/money.ts';
import { isZone } from '../../../kernel/time.ts';
import type { AttributionPolicy, Programme, ProgrammeState } from '../model.ts';
import { checkWhole, DAYS_MOST } from './check-terms.ts';

/** @throws 422 naming the field of the policy that cannot be. */
export function checkAttribution(policy: AttributionPolicy): void {
  checkWhole(policy.window_days, 'attribution.window_days', 1, DAYS_MOST);
  checkWhole(policy.lapse_days, 'attribution.lapse_days', 1, DAYS_MOST);
  checkWhole(policy.unpaid_binding_days, 'attribution.unpaid_binding_days', 1, DAYS_MOST);
}

/** @throws 422 when the currency or the time zone does not exist. */
export function checkPlace(place: { currency: string; zone: string }): void {
  if (!isCurrency(place.currency))
    throw invalidField('currency', `There is no currency ${place.currency}.`, 'Use an ISO 4217 code like EUR.');
  if (!isZone(place.zone))
    throw invalidField('zone', `There is no time zone ${place.zone}.`, 'Use a name like Europe/Budapest.');
}

/** "Friends & family!" → "friends-family"; never empty, at most 50 letters. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return plain.slice(0, 50).replace(/^-+|-+$/g, '') || 'programme';
}

const MAY_BECOME: Record<ProgrammeState, readonly ProgrammeState[]> = {
  draft: ['live', 'closed'],
  live: ['paused', 'closed'],
  paused: ['live', 'closed'],
  closed: [],
};

/** @throws 409 when the programme cannot go from its state to `next`. */
export function checkTransition(programme: Pick<Programme, 'name' | 'state'>, next: ProgrammeState): void {
  if (MAY_BECOME[programme.state].includes(next)) return;
  throw new AppError('conflict', `${programme.name} is ${programme.state}; it cannot become ${next}.`, {
    state: programme.state,
  });
}

/** LTV:CAC as the company knows it now; null with the reason when it cannot be known. */
export type GuardFacts = { ltv_cac: number | null; unknown_because?: string; guard: number; override_reason?: string };
export type GuardVerdict =
  | { allowed: true; why: 'above_guard' | 'unknown' | 'overridden'; ltv_cac: number | null; unknown_because?: string }
  | { allowed: false; why: 'below_guard'; ltv_cac: number };

/** Whether a programme may be published: below the guard only with a reason on record (domain: LTV:CAC). */
export function decideGuard(facts: GuardFacts): GuardVerdict {
  const { ltv_cac } = facts;
  if (ltv_cac === null) return { allowed: true, why: 'unknown', ltv_cac, unknown_because: facts.unknown_because };
  if (ltv_cac >= facts.guard) return { allowed: true, why: 'above_guard', ltv_cac };
  if (facts.override_reason?.trim()) return { allowed: true, why: 'overridden', ltv_cac };
  return { allowed: false, why: 'below_guard', ltv_cac };
}
