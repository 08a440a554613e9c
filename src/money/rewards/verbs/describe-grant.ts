import { formatMoney } from '../../../kernel/money.ts';
import { say } from '../../../platform/locale.ts';
import type { Grant } from '../model.ts';
import type { GrantView } from '../schema.ts';
import type { NamedGrant } from '../store/list.ts';

/** What is given, in words: "a credit of €50.00 (5 seats)". */
export function whatIsGiven(grant: Pick<Grant, 'reward' | 'currency' | 'amount_minor' | 'quantity' | 'state'>): string {
  const { give } = grant.reward;
  const isOpen = grant.state === 'promised' || grant.state === 'refused';
  const money = (minor: number) => formatMoney(minor, grant.currency);
  switch (give.kind) {
    case 'company_credit': {
      const params = { per_seat: money(give.per_seat_minor), amount: money(grant.amount_minor), count: grant.quantity };
      return say(`rewards:what.company_credit${isOpen ? '_open' : ''}`, params);
    }
    case 'free_months':
      return say('rewards:what.free_months', { count: isOpen ? give.months : grant.quantity });
    case 'discount':
      return give.months === null
        ? say('rewards:what.discount_always', { percent: give.percent })
        : say('rewards:what.discount', { percent: give.percent, count: give.months });
    case 'feature_unlock':
      return give.days === null
        ? say('rewards:what.feature_always', { feature: give.feature })
        : say('rewards:what.feature', { feature: give.feature, count: give.days });
    case 'gift':
      return say('rewards:what.gift', { amount: money(give.worth_minor) });
    case 'gift_card':
      return say('rewards:what.gift_card', { amount: money(give.amount_minor), brand: give.brand });
    case 'donation':
      return say('rewards:what.donation', { amount: money(give.amount_minor), charity: give.charity });
  }
}

/** The sentence behind a grant's reason code, for the console, the portal and the API alike. */
export function reasonOf(grant: NamedGrant): string {
  return say(`reasons-rewards:grant.${reasonKey(grant)}`, { ...paramsOf(grant), ...grant.reason_params });
}

function paramsOf(grant: NamedGrant): Record<string, unknown> {
  const { give } = grant.reward;
  return {
    ready_on: grant.ready_at?.toISOString().slice(0, 10) ?? '',
    due_on: grant.due_on ?? '',
    per_year: give.kind === 'free_months' ? give.per_year : (grant.reward.cap_per_year ?? ''),
    amount: formatMoney(grant.amount_minor, grant.currency),
    used: formatMoney(grant.used_minor ?? 0, grant.currency),
  };
}

function reasonKey({ state, reason, waits_for, kind }: NamedGrant): string {
  if (state !== 'ready') return reason;
  if (waits_for) return `waits_for_${waits_for}`;
  return kind === 'company_credit' ? 'ready_credit' : reason;
}

/** Why a step of its history was made. */
export function stepReason(
  step: { reason: string; reason_params: Record<string, unknown> },
  grant: NamedGrant,
): string {
  const reason = step.reason === 'ready' || step.reason === 'tried_again' ? `${step.reason}_then` : step.reason;
  return say(`reasons-rewards:grant.${reason}`, { ...paramsOf(grant), ...step.reason_params });
}

export function isOverdue(grant: NamedGrant): boolean {
  return (grant.state === 'ready' || grant.state === 'failed') && grant.due_on !== null && grant.due_on < grant.today;
}

export function toView(grant: NamedGrant): GrantView {
  const at = (instant: Date | null) => instant?.toISOString() ?? null;
  const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? id });
  return {
    id: grant.id,
    state: grant.state,
    reason_code: grant.reason,
    reason: reasonOf(grant),
    what: whatIsGiven(grant),
    kind: grant.kind,
    receiver: grant.receiver,
    receiver_account: named(grant.receiver_account_id, grant.receiverName),
    programme: { id: grant.programme_id, name: grant.programmeName },
    partner: { id: grant.partner_id, name: grant.partnerName },
    customer: named(grant.account_id, grant.customerName),
    reward_key: grant.reward_key,
    currency: grant.currency,
    amount_minor: grant.amount_minor,
    quantity: grant.quantity,
    used_minor: grant.used_minor,
    tax_value_minor: grant.tax_value_minor,
    flags: grant.flags,
    promised_at: grant.promised_at.toISOString(),
    earned_at: at(grant.earned_at),
    ready_at: at(grant.ready_at),
    due_on: grant.due_on,
    is_overdue: isOverdue(grant),
    sent_at: at(grant.sent_at),
    delivered_at: at(grant.delivered_at),
    waits_for: grant.waits_for,
    gift: named(grant.gift_id, grant.giftName),
    tracking: grant.tracking,
  };
}
