import { DAY_MS } from '../../../kernel/time.ts';
import type { AccruedFacts, BindingFacts, Considered, Decision, Facts, Flag, Rule } from '../model.ts';
import { closedGate, partnerFallsAway } from './eligibility.ts';
import { findFlags } from './flags.ts';
import { chooseSelfReport } from './self-reports.ts';
import { chooseTouch } from './touches.ts';

/** A partner that a rule speaks for. */
type Claim = {
  rule: Rule;
  kind: Considered['kind'];
  id: string | null;
  partner_id: string;
  programme_id: string;
  at: Date;
  link_id?: string | null;
  click_id?: string | null;
  coupon_code?: string | null;
};

type Step = {
  claim?: Claim | undefined;
  considered: Considered[] /** Nothing after this step may decide. */;
  ends?: boolean;
};

/**
 * Who is credited with a sign-up or an invoice: the first rule R2-R7 of the decision table that matches
 * (domain.md §6). Everything that spoke for somebody is in `considered`, with why it fell away.
 * For a sign-up the outcome says which partner the account is bound to.
 */
export function decideAttribution(facts: Facts): Decision {
  const considered: Considered[] = [];
  for (const step of steps(facts)) {
    const { claim, considered: seen, ends } = step(facts);
    considered.push(...seen);
    if (claim) return credit(facts, claim, considered);
    if (ends) break;
  }
  return nobody(considered);
}

function steps(facts: Facts): ((facts: Facts) => Step)[] {
  if (facts.conversion.kind === 'signup')
    return [byOverride, byEpisode, ...(facts.is_merged ? [byBinding] : []), byTouch, bySelfReport];
  if (isOver(facts)) return [byOverride, byEpisode, byCoupon, byTouch, byBinding, bySelfReport];
  return couponFirst(facts)
    ? [byOverride, byEpisode, byCoupon, byBinding, byTouch, bySelfReport]
    : [byOverride, byEpisode, byBinding, byTouch, byCoupon, bySelfReport];
}

/** R2: what an administrator set, effective at or before the conversion; the latest such. */
function byOverride(facts: Facts): Step {
  const inForce = facts.overrides.filter(({ effective_at }) => effective_at <= facts.conversion.at);
  inForce.sort((a, b) => time(b.effective_at) - time(a.effective_at) || time(b.bound_at) - time(a.bound_at));
  const [found, ...older] = inForce;
  const considered = older.map((binding) => seen(bindingClaim('R2', 'override', binding), 'set_again_later'));
  if (!found) return { considered };
  return { claim: bindingClaim('R2', 'override', found), considered };
}

/** R3: the account has earned somebody a commission and has not lapsed. */
function byEpisode(facts: Facts): Step {
  const last = episodeAt(facts);
  if (!last) return { considered: [] };
  const claim: Claim = {
    rule: 'R3',
    kind: 'episode',
    id: facts.binding?.id ?? null,
    partner_id: last.partner_id,
    programme_id: last.programme_id,
    at: last.at,
    ...(facts.binding?.partner_id === last.partner_id ? originOf(facts.binding) : {}),
  };
  if (hasLapsed(facts, last)) return { considered: [seen(claim, 'lapsed')] };
  const fell = partnerFallsAway(facts.partners.get(last.partner_id), facts.account, facts.conversion.at);
  if (fell === 'partner_suspended') return { considered: [seen(claim, fell)], ends: true };
  return { claim, considered: [] };
}

/** The accrued invoice that speaks for the conversion: the latest before it, else the first after it. */
function episodeAt(facts: Facts): AccruedFacts | undefined {
  const sorted = facts.accrued.toSorted((a, b) => time(a.at) - time(b.at));
  const before = sorted.filter(({ at }) => at <= facts.conversion.at).at(-1);
  return before ?? sorted.find(({ rule }) => rule !== 'R2');
}

function hasLapsed(facts: Facts, last: AccruedFacts): boolean {
  const days = facts.programmes.get(last.programme_id)?.attribution.lapse_days;
  const paid = facts.payments.filter((payment) => payment.at <= facts.conversion.at);
  const until = Math.max(time(last.at), ...paid.map((payment) => time(payment.until)));
  return days !== undefined && time(facts.conversion.at) - until > days * DAY_MS;
}

/** R4: the last coupon of an eligible partner on the first paid invoice, or on the first after a lapse. */
function byCoupon(facts: Facts): Step {
  const claims = facts.conversion.coupons.flatMap((code) => couponClaim(facts, code) ?? []);
  const judged = claims.map((claim) => ({ claim, fell: couponFallsAway(facts, claim) }));
  const chosen = judged.findLast(({ fell }) => fell === null)?.claim;
  const considered = judged
    .filter(({ claim }) => claim !== chosen)
    .map(({ claim, fell }) => seen(claim, fell ?? 'a_later_coupon_counts'));
  return { claim: chosen, considered };
}

function couponClaim(facts: Facts, code: string): Claim | undefined {
  const coupon = facts.coupons.get(code.toUpperCase());
  if (!coupon) return undefined;
  const { partner_id, programme_id } = coupon;
  return {
    rule: 'R4',
    kind: 'coupon',
    id: coupon.code,
    partner_id,
    programme_id,
    at: facts.conversion.at,
    coupon_code: coupon.code,
  };
}

function couponFallsAway(facts: Facts, claim: Claim): string | null {
  if (!isFirstPaid(facts)) return 'not_first_invoice';
  const coupon = facts.coupons.get(claim.id ?? '');
  const isOver = coupon?.expires_at && coupon.expires_at <= facts.conversion.at;
  if (coupon?.state !== 'active' || isOver) return 'coupon_ended';
  if (coupon.used_up) return 'coupon_used_up';
  return partnerFallsAway(facts.partners.get(claim.partner_id), facts.account, facts.conversion.at);
}

function isFirstPaid(facts: Facts): boolean {
  return facts.conversion.is_paid && (isOver(facts) || !facts.payments.some(({ at }) => at < facts.conversion.at));
}

/** The account stopped paying long enough ago that whoever brings it back counts before whoever brought it first. */
function isOver(facts: Facts): boolean {
  const last = episodeAt(facts);
  return last !== undefined && hasLapsed(facts, last);
}

/** A binding that rests on words alone is below every coupon. */
function couponFirst(facts: Facts): boolean {
  if (facts.self_reports.some(({ id }) => id === facts.binding?.click_id)) return true;
  const codes = facts.conversion.coupons.map((code) => facts.coupons.get(code.toUpperCase()));
  const programmeId = facts.binding?.programme_id ?? codes.findLast((coupon) => coupon)?.programme_id;
  return facts.programmes.get(programmeId ?? '')?.attribution.coupon_over_click ?? true;
}

/** R5: the account was bound when it signed up, or at its first payment. */
function byBinding(facts: Facts): Step {
  const { binding } = facts;
  if (!binding) return { considered: [] };
  const claim = bindingClaim('R5', 'binding', binding);
  const fell = bindingFallsAway(facts, binding);
  if (fell === null) return { claim, considered: [] };
  return { considered: [seen(claim, fell)], ends: fell === 'partner_suspended' || fell === 'self_referral' };
}

function bindingFallsAway(facts: Facts, binding: BindingFacts): string | null {
  const policy = facts.programmes.get(binding.programme_id)?.attribution;
  if (!policy) return 'unknown_partner';
  if (binding.effective_at > facts.conversion.at) return 'bound_after_conversion';
  if (!episodeAt(facts) && hasExpired(facts, binding)) return 'binding_expired';
  return partnerFallsAway(facts.partners.get(binding.partner_id), facts.account, facts.conversion.at);
}

function hasExpired(facts: Facts, binding: BindingFacts): boolean {
  const days = facts.programmes.get(binding.programme_id)?.attribution.unpaid_binding_days ?? 0;
  return time(facts.conversion.at) - time(binding.bound_at) >= days * DAY_MS;
}

/** R6: a click remains. Judged at the sign-up, unless what the sign-up led to has ended. */
function byTouch(facts: Facts): Step {
  const { chosen, considered } = chooseTouch(facts, touchesJudgedAt(facts));
  if (!chosen) return { considered };
  const others = considered.filter(({ id }) => id !== chosen.click_id);
  const kind = chosen.protected_until ? 'referral' : 'click';
  return { claim: { ...chosen, rule: 'R6', kind, id: chosen.click_id }, considered: others };
}

/** R6: nothing was tracked, but the customer named a partner when asked how it heard about us. */
function bySelfReport(facts: Facts): Step {
  const endedAt = isOver(facts) ? (episodeAt(facts)?.at ?? null) : null;
  const { chosen, considered } = chooseSelfReport(facts, endedAt);
  if (!chosen) return { considered };
  return { claim: { ...chosen, rule: 'R6', kind: 'self_reported', click_id: chosen.id }, considered };
}

function touchesJudgedAt(facts: Facts): Date {
  const { at } = facts.conversion;
  const isExpired = !episodeAt(facts) && facts.binding && hasExpired(facts, facts.binding);
  if (isOver(facts) || isExpired || !facts.signed_up_at || facts.signed_up_at > at) return at;
  return facts.signed_up_at;
}

function credit(facts: Facts, claim: Claim, fellAway: Considered[]): Decision {
  const gate = closedGate(facts, claim.partner_id, claim.programme_id);
  const flags = claim.rule === 'R2' ? [] : findFlags(facts, { ...claim, click_id: claim.click_id ?? null });
  return {
    rule: claim.rule,
    outcome: gate ? 'refused' : 'credited',
    reason: gate ?? reasonOf(facts, claim),
    reason_params: {},
    partner_id: claim.partner_id,
    programme_id: claim.programme_id,
    link_id: claim.link_id ?? null,
    click_id: claim.click_id ?? null,
    coupon_code: claim.coupon_code ?? null,
    considered: [...fellAway, seen(claim, gate)],
    flags,
  };
}

const REASON: Partial<Record<Rule, string>> = {
  R2: 'set_by_administrator',
  R3: 'already_earned',
  R4: 'coupon',
  R5: 'bound',
};

function reasonOf(facts: Facts, claim: Claim): string {
  if (claim.rule === 'R5' && facts.binding?.rule === 'R4') return 'bound_by_coupon';
  if (claim.rule !== 'R6') return REASON[claim.rule] ?? 'bound';
  if (claim.kind === 'referral' || claim.kind === 'self_reported') return claim.kind;
  return facts.programmes.get(claim.programme_id)?.attribution.model === 'first_click' ? 'first_click' : 'last_click';
}

/** R7. The reason is that of what came closest: the last that fell away. */
function nobody(considered: Considered[]): Decision {
  const closest = considered.at(-1)?.fell_away;
  const self = considered.find(({ fell_away }) => fell_away === 'self_referral');
  const flags: Flag[] = self
    ? [{ code: 'self_referral', holds: false, evidence: { partner_id: self.partner_id ?? '' } }]
    : [];
  return {
    rule: 'R7',
    outcome: 'unattributed',
    reason: self ? 'self_referral' : (closest ?? 'no_touch'),
    reason_params: {},
    partner_id: null,
    programme_id: null,
    link_id: null,
    click_id: null,
    coupon_code: null,
    considered,
    flags,
  };
}

function bindingClaim(rule: Rule, kind: Considered['kind'], binding: BindingFacts): Claim {
  const { id, partner_id, programme_id, bound_at } = binding;
  return { rule, kind, id, partner_id, programme_id, at: bound_at, ...originOf(binding) };
}

function originOf({ link_id, click_id, coupon_code }: BindingFacts) {
  return { link_id, click_id, coupon_code };
}

function seen(claim: Claim, fell: string | null): Considered {
  const { kind, id, partner_id, programme_id, at } = claim;
  return { kind, id, partner_id, programme_id, at: at.toISOString(), fell_away: fell };
}

const time = (at: Date) => at.getTime();
