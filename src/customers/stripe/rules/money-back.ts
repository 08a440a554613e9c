import type { StripeFact } from '../model.ts';
import { toMinorUnits } from './amount.ts';
import { currencyOf } from './currency.ts';
import { idAt, listAt, present, textAt, timeAt, wholeAt } from './fields.ts';

/** A charge of which something was given back; `amount_refunded` is everything so far. */
export function readRefundedCharge(object: unknown, at: Date): StripeFact | undefined {
  const charge_id = textAt(object, 'id', 200);
  const currency = currencyOf(object);
  const refunded = wholeAt(object, 'amount_refunded');
  if (!charge_id || !currency || refunded === undefined || refunded < 0) return undefined;
  const invoice = idAt(object, 'invoice');
  return {
    kind: 'charge_refunded',
    charge_id,
    payments: present([charge_id, idAt(object, 'payment_intent')]),
    ...(invoice ? { invoice_id: invoice } : {}),
    currency,
    refunded_minor: toMinorUnits(refunded, currency),
    at,
  };
}

const FAILED = ['failed', 'canceled'];

/** A refund as one of its events shows it: only one that did not go through is news beside its charge. */
export function readRefund(object: unknown, at: Date): StripeFact | undefined {
  const refund_id = textAt(object, 'id', 200);
  const charge_id = idAt(object, 'charge');
  const currency = currencyOf(object);
  const amount = wholeAt(object, 'amount');
  const status = textAt(object, 'status') ?? '';
  if (!FAILED.includes(status)) return { kind: 'ignored', reason: 'refund_by_charge', params: { status } };
  if (!refund_id || !charge_id || !currency || amount === undefined || amount <= 0) return undefined;
  return {
    kind: 'refund_failed',
    refund_id,
    charge_id,
    payments: present([charge_id, idAt(object, 'payment_intent')]),
    currency,
    amount_minor: toMinorUnits(amount, currency),
    at,
  };
}

/** A dispute as one of its events shows it. An inquiry ("warning_…") has moved no money and holds nothing. */
export function readDispute(object: unknown, type: string, at: Date): StripeFact | undefined {
  const dispute_id = textAt(object, 'id', 200);
  const currency = currencyOf(object);
  const amount = wholeAt(object, 'amount');
  const status = textAt(object, 'status') ?? '';
  if (!dispute_id || !currency || amount === undefined || amount <= 0) return undefined;
  if (status.startsWith('warning_') && !type.endsWith('funds_withdrawn'))
    return { kind: 'ignored', reason: 'inquiry', params: { status } };
  const fee = listAt(object, 'balance_transactions').reduce<number>((all, one) => all + (wholeAt(one, 'fee') ?? 0), 0);
  return {
    kind: 'dispute',
    dispute_id,
    payments: present([idAt(object, 'charge'), idAt(object, 'payment_intent')]),
    outcome: outcomeOf(type, status),
    amount_minor: toMinorUnits(amount, currency),
    fee_minor: Math.max(0, toMinorUnits(fee, currency)),
    currency,
    at: type.endsWith('created') ? (timeAt(object, 'created') ?? at) : at,
  };
}

function outcomeOf(type: string, status: string): 'opened' | 'won' | 'lost' {
  if (status === 'won' || type.endsWith('funds_reinstated')) return 'won';
  return status === 'lost' ? 'lost' : 'opened';
}

/**
 * A credit note. Money that Stripe gave back comes as a refunded charge too, and a credit kept for later lowers the
 * invoice it is used on; only what was given back outside of Stripe is told by the note alone.
 */
export function readCreditNote(object: unknown, type: string, at: Date): StripeFact | undefined {
  const credit_note_id = textAt(object, 'id', 200);
  const invoice_id = idAt(object, 'invoice');
  const currency = currencyOf(object);
  const amount = wholeAt(object, 'total') ?? wholeAt(object, 'amount');
  if (!credit_note_id || !invoice_id || !currency || amount === undefined || amount <= 0) return undefined;
  const outside = wholeAt(object, 'out_of_band_amount') ?? 0;
  const reason = textAt(object, 'memo') ?? textAt(object, 'reason');
  return {
    kind: 'credit_note',
    credit_note_id,
    invoice_id,
    amount_minor: toMinorUnits(amount, currency),
    out_of_band_minor: Math.max(0, toMinorUnits(outside, currency)),
    settled_by: settledBy(object, outside),
    currency,
    ...(reason ? { reason } : {}),
    at: timeAt(object, 'created') ?? at,
    voided: type.endsWith('voided') || textAt(object, 'status') === 'void',
  };
}

function settledBy(object: unknown, outside: number): 'refund' | 'balance' | 'reduction' {
  if (outside > 0 || idAt(object, 'refund') || listAt(object, 'refunds').length > 0) return 'refund';
  if (idAt(object, 'customer_balance_transaction')) return 'balance';
  return textAt(object, 'type') === 'post_payment' ? 'refund' : 'reduction';
}
