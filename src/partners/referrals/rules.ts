import { AppError, invalidField } from '../../kernel/errors.ts';
import { LOST_REASONS, type LostReason, OPEN_STAGES, type OpenStage, type Referral, type Stage } from './model.ts';

/** What is known of a prospect when somebody refers it. */
export type ProspectFacts = {
  email_normalised: string;
  /** Null for a free-mail address, which says nothing about a company. */
  company_domain: string | null;
  partner: { email_normalised: string; company_domain: string | null; account_domain: string | null };
  /** An account with this mailbox or domain has paid. */
  pays_already: boolean;
  /** A live referral of the same mailbox or company, whoever made it. */
  referred_already: boolean;
};

/** Why a referral cannot count from the start; null when it can. */
export function refuseProspect(facts: ProspectFacts): LostReason | null {
  const { partner, company_domain } = facts;
  const isOwn =
    facts.email_normalised === partner.email_normalised ||
    (company_domain !== null && [partner.company_domain, partner.account_domain].includes(company_domain));
  if (isOwn) return 'self_referral';
  if (facts.pays_already) return 'existing_customer';
  return facts.referred_already ? 'already_referred' : null;
}

export type Move = { stage: Stage; reason?: LostReason | undefined };

/**
 * The stages a move passes, the last being where it ends: going from accepted to won passes qualified and meeting.
 * @throws 409 when the referral cannot go there; 422 when a loss has no reason
 */
export function stagesPassed(referral: Pick<Referral, 'stage' | 'company_name'>, move: Move): Stage[] {
  if (move.stage === 'lost') return checkLoss(referral, move);
  if (referral.stage === 'lost') return reopen(referral, move.stage);
  const [from, to] = [OPEN_STAGES.indexOf(referral.stage), OPEN_STAGES.indexOf(move.stage)];
  if (to <= from) throw cannot(referral, move.stage, 'A referral only moves forward.');
  return OPEN_STAGES.slice(from + 1, to + 1);
}

function checkLoss(referral: Pick<Referral, 'stage' | 'company_name'>, { reason }: Move): Stage[] {
  if (referral.stage === 'lost' || referral.stage === 'won') throw cannot(referral, 'lost', 'It has ended already.');
  if (!LOST_REASONS.some((known) => known === reason))
    throw invalidField('reason', 'A lost referral needs a reason: the partner reads it.', 'Choose one of the reasons.');
  return ['lost'];
}

function reopen(referral: Pick<Referral, 'stage' | 'company_name'>, to: OpenStage): Stage[] {
  if (to === 'accepted') return ['accepted'];
  throw cannot(referral, to, 'A lost referral is first accepted again.');
}

function cannot(referral: Pick<Referral, 'stage' | 'company_name'>, to: Stage, why: string): AppError {
  return new AppError('conflict', `${referral.company_name} is ${referral.stage}; it cannot become ${to}. ${why}`, {
    field: 'stage',
    stage: referral.stage,
  });
}

/** Where a referral may go from here, for buttons. */
export function nextStages(stage: Stage): Stage[] {
  if (stage === 'lost') return ['accepted'];
  if (stage === 'won') return [];
  return [...OPEN_STAGES.slice(OPEN_STAGES.indexOf(stage) + 1), 'lost'];
}
