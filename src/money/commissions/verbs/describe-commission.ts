import { formatMoney } from '../../../kernel/money.ts';
import { say } from '../../../platform/locale.ts';
import type { Commission } from '../model.ts';

type Explained = Pick<Commission, 'state' | 'currency' | 'grossMinor' | 'reversedMinor' | 'calculation'>;

/** "20% of €49.00 (invoice in_1, without tax) = €9.80", and what refunds took of it. */
export function explainCommission(commission: Explained): string {
  const { calculation, currency } = commission;
  const money = (amount: number) => formatMoney(amount, currency);
  const parts = calculation.parts
    .map(({ rate, of_minor }) => say('reasons-money:explanation.part', { rate, amount: money(of_minor) }))
    .join(' + ');
  const params = { parts, invoice: calculation.invoice, gross: money(commission.grossMinor) };
  const earned = say(`reasons-money:explanation.${form(commission)}`, params);
  if (commission.reversedMinor === 0) return earned;
  const net = money(commission.grossMinor - commission.reversedMinor);
  return say('reasons-money:explanation.reversed', { earned, reversed: money(commission.reversedMinor), net });
}

function form({ state, calculation }: Explained): string {
  if (state === 'refused') return 'refused';
  if (calculation.cap) return `cap_${calculation.cap}`;
  const isReduced = calculation.credit_applied_minor > 0 || calculation.lines.some((line) => line.discount_minor > 0);
  return isReduced ? 'earned_after' : 'earned';
}

/** The sentence behind a commission's reason code, for the console, the portal and the API alike. */
export function reasonOf(
  commission: Pick<Commission, 'reason' | 'reasonParams' | 'currency' | 'calculation'> & { programmeCurrency: string },
): string {
  return say(`reasons-money:commission.${commission.reason}`, {
    ...commission.reasonParams,
    currency: commission.currency,
    programme_currency: commission.programmeCurrency,
    ends_on: commission.calculation.ends_at?.slice(0, 10),
  });
}

/** Why a refund took something back. */
export function reversalReason(code: string, wasPaid: boolean): string {
  const key = wasPaid ? 'refund_after_payout' : code;
  return say(`reasons-money:reversal.${key}`, { defaultValue: say('reasons-money:reversal.refund') });
}
