import type { AccountFacts, PersonFacts, Veto, VetoCode } from '../model.ts';

/** A person is asked at most once in so many days. */
export const DAYS_BETWEEN_ASKS = 90;
const DAY_MS = 86_400_000;

/** Reasons not to ask anybody at the account now. */
export function accountVetoes(facts: AccountFacts): Veto[] {
  const vetoes: (Veto | false)[] = [
    facts.open_severity_1 > 0 && veto('severity_1_ticket', { count: facts.open_severity_1 }),
    facts.health_band === 'red' && veto('health_red'),
    facts.churn_notice_at !== null && veto('churn_notice', { on: facts.churn_notice_at.slice(0, 10) }),
    facts.has_paid && !facts.is_paying && veto('churned'),
    facts.overdue_invoices > 0 && veto('invoice_overdue', { count: facts.overdue_invoices }),
    facts.disputed_invoices > 0 && veto('dispute', { count: facts.disputed_invoices }),
  ];
  return vetoes.filter((found) => found !== false);
}

/** Reasons not to ask this person now, beside those of the account. */
export function personVetoes(facts: PersonFacts, now: Date): Veto[] {
  const vetoes: (Veto | false)[] = [
    facts.unsubscribed_at !== null && veto('unsubscribed', { on: facts.unsubscribed_at.slice(0, 10) }),
    askedRecently(facts, now),
    facts.consent === null && veto('no_consent'),
    facts.consent === false && veto('consent_refused'),
    !facts.has_email && veto('no_email'),
  ];
  return vetoes.filter((found) => found !== false);
}

function askedRecently(facts: PersonFacts, now: Date): Veto | false {
  if (facts.last_asked_at === null) return false;
  const lifts = new Date(Date.parse(facts.last_asked_at) + DAYS_BETWEEN_ASKS * DAY_MS);
  if (lifts <= now) return false;
  return veto('asked_recently', { on: facts.last_asked_at.slice(0, 10) }, lifts.toISOString());
}

function veto(code: VetoCode, params: Veto['params'] = {}, lifts_at: string | null = null): Veto {
  return { code, params, lifts_at };
}
