import { DAY_MS } from '../../../kernel/time.ts';
import { stateAt } from '../../partners/model.ts';
import type { Considered, Facts, Touch } from '../model.ts';
import { partnerFallsAway } from './eligibility.ts';

/**
 * Why a click does not count for a conversion at `at`; null when it does. Times are absolute: a click is valid when
 * 0 ≤ at − click < window × 86,400 s.
 */
export function touchFallsAway(touch: Touch, facts: Facts, at: Date): string | null {
  const programme = facts.programmes.get(touch.programme_id);
  const partner = facts.partners.get(touch.partner_id);
  if (!programme || !partner) return 'unknown_partner';
  if (touch.kind !== 'human') return touch.kind;
  if (!touch.consent) return 'no_consent';
  const age = at.getTime() - touch.at.getTime();
  if (age < 0) return 'after_conversion';
  if (touch.protected_until && at >= touch.protected_until) return 'protection_over';
  if (!touch.protected_until && age >= programme.attribution.window_days * DAY_MS) return 'outside_window';
  if (isPaying(facts, touch, programme.attribution.lapse_days)) return 'already_paying';
  if (stateAt(partner.states, touch.at) !== 'approved') return 'partner_not_approved_at_click';
  return partnerFallsAway(partner, facts.account, facts.conversion.at);
}

/** The account had paid before the click, and not so long ago that it was free again. */
function isPaying(facts: Facts, touch: Touch, lapseDays: number): boolean {
  return facts.payments.some(
    (payment) => payment.at < touch.at && touch.at.getTime() - payment.until.getTime() <= lapseDays * DAY_MS,
  );
}

/**
 * Chooses among what counts: a protected referral first, else the last or first click by (time, click id), in the
 * programme of the latest one.
 */
export function chooseTouch(facts: Facts, at: Date): { chosen: Touch | undefined; considered: Considered[] } {
  const judged = facts.touches.map((touch) => ({ touch, fell: touchFallsAway(touch, facts, at) }));
  const remaining = judged.filter(({ fell }) => fell === null).map(({ touch }) => touch);
  remaining.sort(byTime);
  const referral = remaining.find(({ protected_until }) => protected_until);
  const programmeId = (referral ?? remaining.at(-1))?.programme_id;
  const ofProgramme = remaining.filter((touch) => touch.programme_id === programmeId);
  const isFirst = facts.programmes.get(programmeId ?? '')?.attribution.model === 'first_click';
  const chosen = referral ?? (isFirst ? ofProgramme[0] : ofProgramme.at(-1));
  const lost = (touch: Touch) => {
    if (referral) return 'a_referral_counts';
    if (touch.programme_id !== programmeId) return 'another_programme';
    return isFirst ? 'an_earlier_click_counts' : 'a_later_click_counts';
  };
  return {
    chosen,
    considered: judged.map(({ touch, fell }) => consider(touch, touch === chosen ? null : (fell ?? lost(touch)))),
  };
}

function byTime(a: Touch, b: Touch): number {
  return a.at.getTime() - b.at.getTime() || (a.click_id < b.click_id ? -1 : a.click_id > b.click_id ? 1 : 0);
}

function consider(touch: Touch, fell: string | null): Considered {
  return {
    kind: touch.protected_until ? 'referral' : 'click',
    id: touch.click_id,
    partner_id: touch.partner_id,
    programme_id: touch.programme_id,
    at: touch.at.toISOString(),
    fell_away: fell,
  };
}
