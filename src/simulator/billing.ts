import type { InvoiceRow, SubscriptionRow } from '../customers/billing/store.ts';
import { addDaysToDate, addMonthsToDate, type IsoDate } from '../kernel/time.ts';
import type { Draw } from './draw.ts';
import type { SimAccount } from './population.ts';
import type { Stamp } from './stamp.ts';

type Known = { id: string; account: SimAccount };

export const CURRENCY = 'EUR';
const DUE_DAYS = 14;

/** Each stretch of a contract as a subscription of its own: seats never change under an id. */
export function makeSubscriptions(stamp: Stamp, accounts: Known[]): SubscriptionRow[] {
  return accounts.flatMap(({ id, account }) =>
    account.life.spells.map((spell, index) => ({
      id: stamp.id('subscription', spell.started_on),
      account_id: id,
      source: stamp.source,
      external_id: `${account.key}-s${index}`,
      plan: spell.plan,
      seats: spell.seats,
      billing_interval: account.is_annual ? 'year' : 'month',
      currency: CURRENCY,
      mrr_minor: spell.mrr_minor,
      ...inReporting('mrr', spell.mrr_minor, spell.started_on),
      is_trial: false,
      started_on: spell.started_on,
      ended_on: spell.ended_on,
      auto_renews: true,
      was_upgraded: spell.seats > (account.life.spells[index - 1]?.seats ?? spell.seats),
      was_downgraded: spell.seats < (account.life.spells[index - 1]?.seats ?? spell.seats),
      ...stamp.kept(spell.started_on),
    })),
  );
}

/** An invoice a month or a year. The newest may still be open; a few are overdue, a few were refunded in part. */
export function makeInvoices(draw: Draw, stamp: Stamp, accounts: Known[]): InvoiceRow[] {
  return accounts.flatMap(({ id, account }) => {
    const isLate = account.life.ended_on === null && draw.chance(0.03);
    const days = billingDays(account, stamp.today);
    return days.map((on, index) => {
      const isLast = index === days.length - 1;
      const invoice = makeInvoice(stamp, { id, account, on, isLate: isLast && isLate });
      return isLast && draw.chance(0.01) ? refundedInPart(stamp, invoice, on) : invoice;
    });
  });
}

/** The days a customer is billed on, until the end or today. */
export function billingDays(account: SimAccount, today: IsoDate): IsoDate[] {
  const until = account.life.ended_on ?? addDaysToDate(today, 1);
  const days: IsoDate[] = [];
  for (let n = 0; ; n++) {
    const on = addMonthsToDate(account.signed_up_on, n * (account.is_annual ? 12 : 1));
    if (on >= until) return days;
    days.push(on);
  }
}

/** What a customer pays on a billing day, in cents. */
export function amountOn(account: SimAccount, on: IsoDate): number {
  const spell = account.life.spells.findLast(({ started_on }) => started_on <= on);
  return (spell?.mrr_minor ?? 0) * (account.is_annual ? 12 : 1);
}

export function seatsOn(account: SimAccount, on: IsoDate): number {
  return account.life.spells.findLast(({ started_on }) => started_on <= on)?.seats ?? 0;
}

type Bill = Known & { on: IsoDate; isLate: boolean };

function makeInvoice(stamp: Stamp, { id, account, on, isLate }: Bill): InvoiceRow {
  const amount = amountOn(account, on);
  const issuedOn = isLate ? addDaysToDate(stamp.today, -40) : on;
  const due = addDaysToDate(issuedOn, DUE_DAYS);
  const isOpen = isLate || addDaysToDate(on, 6) > stamp.today;
  return {
    id: stamp.id('invoice', issuedOn),
    account_id: id,
    source: stamp.source,
    external_id: `${account.key}-i${on}`,
    currency: CURRENCY,
    subtotal_minor: amount,
    tax_minor: 0,
    total_minor: amount,
    ...inReporting('total', amount, on),
    status: isOpen ? 'open' : 'paid',
    issued_at: stamp.at(issuedOn, 6),
    due_on: due,
    paid_at: isOpen ? null : stamp.at(addDaysToDate(on, 5), 9),
    created_at: stamp.at(on, 6),
    lines: [{ line_no: 1, product: account.plan, description: 'Seats', amount_minor: amount }],
  };
}

function refundedInPart(stamp: Stamp, invoice: InvoiceRow, on: IsoDate): InvoiceRow {
  const amount = Math.floor(Number(invoice.total_minor) / 4);
  if (invoice.status !== 'paid' || amount === 0) return invoice;
  const refund = {
    id: stamp.id('refund', on),
    source: stamp.source,
    external_id: `${invoice.external_id}-r`,
    amount_minor: amount,
    currency: CURRENCY,
    refunded_at: stamp.at(addDaysToDate(on, 5), 15),
    reason: 'Simulated: seats not needed',
  };
  return { ...invoice, refunded_minor: amount, refunds: [refund] };
}

function inReporting(what: 'mrr' | 'total', amount: number, on: IsoDate) {
  const rate = { reporting_rate: '1', reporting_rate_source: 'same currency', reporting_rate_on: on };
  return { [`${what}_reporting_minor`]: amount, ...rate };
}
