import { stateAt } from '../../partners/model.ts';
import type { Facts, PartnerFacts } from '../model.ts';

/** The partner and the account are the same people: the same mailbox, person, company, card or bank account. */
export function isSelfReferral(partner: PartnerFacts, account: Facts['account']): boolean {
  return (
    partner.account_id === account.id ||
    (partner.person_id !== null && account.person_ids.includes(partner.person_id)) ||
    account.emails.includes(partner.email_normalised) ||
    partner.fingerprints.some((fingerprint) => account.fingerprints.includes(fingerprint))
  );
}

/** Why the partner cannot be credited at an instant; null when it can. */
export function partnerFallsAway(
  partner: PartnerFacts | undefined,
  account: Facts['account'],
  at: Date,
): string | null {
  if (!partner) return 'unknown_partner';
  const state = stateAt(partner.states, at);
  if (state === 'suspended' || state === 'closed') return 'partner_suspended';
  if (isSelfReferral(partner, account)) return 'self_referral';
  return null;
}

/** The gate that is closed for a partner in a programme; null when it may earn. */
export function closedGate(facts: Facts, partnerId: string, programmeId: string): string | null {
  const partner = facts.partners.get(partnerId);
  const programme = facts.programmes.get(programmeId);
  if (!partner || !programme) return 'unknown_partner';
  if (programme.state !== 'live') return 'programme_not_live';
  if (!partner.programme_ids.includes(programmeId)) return 'not_enrolled';
  if (stateAt(partner.states, facts.conversion.at) !== 'approved') return 'partner_not_approved';
  return null;
}
