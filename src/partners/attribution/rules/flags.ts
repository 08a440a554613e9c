import { emailDomain, isDisposableMail, isFreeMail } from '../../../kernel/email.ts';
import { DAY_MS } from '../../../kernel/time.ts';
import type { Facts, Flag } from '../model.ts';

type Claim = { partner_id: string; click_id: string | null };

/** Suspicions about a claim that is otherwise good: it is credited, but held until somebody has looked. */
export function findFlags(facts: Facts, claim: Claim): Flag[] {
  return [
    sameDomain(facts, claim),
    disposableDomain(facts),
    alreadyInFunnel(facts, claim),
    sameNetwork(facts, claim),
    selfReported(facts, claim),
  ]
    .filter((found) => found !== undefined)
    .map((found) => ({ ...found, holds: true }));
}

type Found = Omit<Flag, 'holds'> | undefined;

function accountDomains({ account }: Facts): string[] {
  return [...account.emails.map(emailDomain), account.domain ?? ''].filter((domain) => domain !== '');
}

function sameDomain(facts: Facts, claim: Claim): Found {
  const partner = facts.partners.get(claim.partner_id);
  const own = [partner?.email_domain ?? '', partner?.account_domain ?? ''];
  const domain = accountDomains(facts).find((candidate) => own.includes(candidate) && !isFreeMail(candidate));
  return domain ? { code: 'same_domain', evidence: { domain } } : undefined;
}

function disposableDomain(facts: Facts): Found {
  const domain = accountDomains(facts).find(isDisposableMail);
  return domain ? { code: 'disposable_domain', evidence: { domain } } : undefined;
}

/** Imported dates often have no time of day, so a day's difference proves nothing. */
function alreadyInFunnel(facts: Facts, claim: Claim): Found {
  const click = facts.touches.find(({ click_id }) => click_id === claim.click_id);
  const since = facts.account.known_since;
  if (!click || !since || click.at.getTime() - since.getTime() <= DAY_MS) return undefined;
  return {
    code: 'already_in_funnel',
    evidence: { known_since: since.toISOString(), clicked_at: click.at.toISOString() },
  };
}

function sameNetwork(facts: Facts, claim: Claim): Found {
  const neighbour = facts.neighbours.find(({ click_id }) => click_id === claim.click_id);
  return (
    neighbour && {
      code: 'same_network',
      evidence: { account_id: neighbour.account_id, clicked_at: neighbour.at.toISOString() },
    }
  );
}

/** Words alone: also of a binding that was made by them. */
function selfReported(facts: Facts, claim: Claim): Found {
  const report = facts.self_reports.find(({ id }) => id === claim.click_id);
  return report && { code: 'self_reported', evidence: { words: report.words } };
}
