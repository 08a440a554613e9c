import type { Commission, Hold } from '../model.ts';
import { HOLDS } from '../model.ts';

/** Where a commission stands once its holds are `holds`: held while any is left, payable when its time has come. */
export function decideStanding(
  commission: Pick<Commission, 'availableAt' | 'vesting'>,
  holds: readonly Hold[],
  now: Date,
): { state: 'pending' | 'held' | 'available'; reason: string } {
  const strongest = HOLDS.find((hold) => holds.includes(hold));
  if (strongest) return { state: 'held', reason: strongest };
  if (commission.vesting) return { state: 'pending', reason: 'vesting' };
  return commission.availableAt <= now
    ? { state: 'available', reason: 'matured' }
    : { state: 'pending', reason: 'pending' };
}

/** What is known about a customer on the day a part of a commission vests. */
export type CustomerStanding = { isPaying: boolean; isHealthy: boolean | null };

/**
 * Whether a part vests: the customer still pays and, where the terms ask for it, is healthy. A health that nobody knows
 * keeps nothing from a partner. Null: it does; else the reason it does not.
 */
export function refuseVesting(needsHealthy: boolean, customer: CustomerStanding): 'not_paying' | 'not_healthy' | null {
  if (!customer.isPaying) return 'not_paying';
  return needsHealthy && customer.isHealthy === false ? 'not_healthy' : null;
}
