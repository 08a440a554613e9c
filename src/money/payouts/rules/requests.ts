import type { Candidate, RequestRefusal } from '../model.ts';
import { paysCurrency, skipReason, sumItems } from '../rules.ts';

/** Why a partner cannot ask for a payout now; undefined when it can. `isUnderWay`: what it asked for is not settled yet. */
export function judgeRequest(candidate: Candidate, currency: string, isUnderWay: boolean): RequestRefusal | undefined {
  if (isUnderWay) return 'request_under_way';
  if (sumItems(candidate.items) === 0) return 'nothing_payable';
  const { destination } = candidate;
  if (!destination) return skipReason(candidate, 'manual');
  return paysCurrency(destination.rail, currency) ? skipReason(candidate, destination.rail) : 'wrong_rail';
}
