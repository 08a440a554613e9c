import { formatMoney } from '../../../kernel/money.ts';
import { say } from '../../../platform/locale.ts';
import type { Calculation, CalculationPart, Commission } from '../model.ts';

type Explained = Pick<Commission, 'state' | 'currency' | 'grossMinor' | 'reversedMinor' | 'calculation'>;

const speak = (key: string, params: object) => say(`reasons-money:explanation.${key}`, { ...params });

/** "20% of €49.00 (invoice in_1, without tax) = €9.80", and what refunds took of it. */
export function explainCommission(commission: Explained): string {
  const { calculation, currency } = commission;
  const money = (amount: number) => formatMoney(amount, currency);
  const parts = calculation.parts.map((part) => explainPart(part, money)).join(' + ');
  const whole = calculation.share?.of_minor ?? commission.grossMinor;
  const params = { parts, invoice: calculation.invoice, gross: money(whole), stage: calculation.of?.stage };
  const earned = withShare(commission, withRate(calculation, currency, speak(form(commission), params)), money);
  if (commission.reversedMinor === 0) return earned;
  const net = money(commission.grossMinor - commission.reversedMinor);
  return speak('reversed', { earned, reversed: money(commission.reversedMinor), net });
}

type Money = (amount: number) => string;

function explainPart({ rate, of_minor, amount_minor, seats, product }: CalculationPart, money: Money): string {
  const part =
    rate !== undefined
      ? speak('part', { rate, amount: money(of_minor) })
      : speak(seats === undefined ? 'part_flat' : 'part_seats', { amount: money(amount_minor ?? 0), count: seats });
  return product === undefined ? part : speak('part_product', { part, product });
}

function withRate({ exchange, currency: from }: Calculation, to: string, earned: string): string {
  if (!exchange) return earned;
  const rate = exchange.per === undefined ? exchange.rate : `${exchange.rate} ÷ ${exchange.per}`;
  return speak('exchanged', { earned, rate, from, to, source: exchange.source, on: exchange.on });
}

function withShare({ calculation: { share }, grossMinor, state }: Explained, earned: string, money: Money): string {
  if (!share || state === 'refused') return earned;
  const gross = money(grossMinor);
  if (share.day !== undefined) return speak('tranche', { earned, day: share.day, gross });
  return speak('share', { earned, share: share.weight, gross });
}

function form({ state, calculation }: Explained): string {
  if (state === 'refused') return 'refused';
  if (calculation.rule !== 'sale') return calculation.rule;
  if (calculation.cap) return `cap_${calculation.cap}`;
  const isReduced = calculation.credit_applied_minor > 0 || calculation.lines.some((line) => line.discount_minor > 0);
  return isReduced ? 'earned_after' : 'earned';
}

/** The sentence behind a commission's reason code, for the console, the portal and the API alike. */
export function reasonOf(
  commission: Pick<Commission, 'reason' | 'reasonParams' | 'currency' | 'calculation'> & { programmeCurrency: string },
): string {
  const { reasonParams, currency, calculation } = commission;
  const gate = typeof reasonParams.gate === 'string' ? reasonParams.gate : 'enrolment';
  return say(`reasons-money:commission.${commission.reason}`, {
    ...reasonParams,
    currency,
    programme_currency: commission.programmeCurrency,
    ends_on: calculation.ends_at?.slice(0, 10),
    ...(commission.reason === 'gate_closed'
      ? {
          gate_words: say(`gates:closed.${gate}`, { ...reasonParams, defaultValue: gate }),
          would_be: formatMoney(calculation.would_be_minor ?? 0, currency),
        }
      : {}),
  });
}

/** Why something was taken back. */
export function reversalReason(code: string, wasPaid: boolean): string {
  const key = wasPaid && code === 'refund' ? 'refund_after_payout' : code;
  return say(`reasons-money:reversal.${key}`, { defaultValue: say('reasons-money:reversal.refund') });
}
