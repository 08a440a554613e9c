import { DAY_MS } from '../../../kernel/time.ts';
import { stateAt } from '../../partners/model.ts';
import type { Considered, Facts, SelfReport } from '../model.ts';
import { partnerFallsAway } from './eligibility.ts';

/** An answer that names a partner we know in a programme. */
export type NamedPartner = SelfReport & { partner_id: string; programme_id: string };

/**
 * Chooses among the partners that customers named themselves: the earliest answer that counts. `endedAt` is when an
 * account that has lapsed last earned somebody a commission; answers up to then have had their effect.
 */
export function chooseSelfReport(
  facts: Facts,
  endedAt: Date | null,
): { chosen: NamedPartner | undefined; considered: Considered[] } {
  const sorted = facts.self_reports.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
  const judged = sorted.map((report) => ({ report, fell: reportFallsAway(report, facts, endedAt) }));
  const chosen = judged.find(({ fell }) => fell === null)?.report;
  const others = judged.filter(({ report }) => report !== chosen);
  return {
    chosen: chosen && isNamed(chosen) ? chosen : undefined,
    considered: others.map(({ report, fell }) => consider(report, fell ?? 'an_earlier_answer_counts')),
  };
}

function isNamed(report: SelfReport): report is NamedPartner {
  return report.partner_id !== null && report.programme_id !== null;
}

function reportFallsAway(report: SelfReport, facts: Facts, endedAt: Date | null): string | null {
  if (report.partner_id === null) return 'unknown_name';
  if (report.programme_id === null) return 'named_not_enrolled';
  const partner = facts.partners.get(report.partner_id);
  const policy = facts.programmes.get(report.programme_id)?.attribution;
  if (!partner || !policy) return 'unknown_name';
  if (policy.self_reported === false) return 'self_reports_do_not_count';
  if (endedAt && report.at <= endedAt) return 'lapsed';
  const { at } = facts.conversion;
  if (at.getTime() - report.at.getTime() >= policy.unpaid_binding_days * DAY_MS) return 'binding_expired';
  if (isPaying(facts, report, policy.lapse_days)) return 'already_paying';
  if (stateAt(partner.states, report.at) !== 'approved') return 'partner_not_approved_when_named';
  return partnerFallsAway(partner, facts.account, at);
}

/** Who answers only after a payment still says what led to that payment, but not to those after it. */
function isPaying(facts: Facts, report: SelfReport, lapseDays: number): boolean {
  const asked = Math.min(report.at.getTime(), facts.conversion.at.getTime());
  return facts.payments.some(({ at, until }) => at.getTime() < asked && asked - until.getTime() <= lapseDays * DAY_MS);
}

function consider({ id, partner_id, programme_id, at }: SelfReport, fell_away: string): Considered {
  return { kind: 'self_reported', id, partner_id, programme_id, at: at.toISOString(), fell_away };
}
