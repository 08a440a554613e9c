import { AppError } from '../../kernel/errors.ts';
import type { Partner, PartnerState } from './model.ts';

const MAY_BECOME: Record<PartnerState, readonly PartnerState[]> = {
  invited: ['approved', 'closed'],
  approved: ['suspended', 'closed'],
  suspended: ['approved', 'closed'],
  closed: [],
};

/** @throws 409 when the partner cannot go from its state to `next`. */
export function checkTransition(partner: Pick<Partner, 'name' | 'state'>, next: PartnerState): void {
  if (MAY_BECOME[partner.state].includes(next)) return;
  throw new AppError('conflict', `${partner.name} is ${partner.state}; a partner cannot go from there to ${next}.`, {
    state: partner.state,
  });
}
