import { resolveAccount } from '../customers/accounts/verbs/resolve-account.ts';
import { noteCredit } from '../customers/billing/verbs/note-credit.ts';
import { noteInvoiceState } from '../customers/billing/verbs/note-invoice-state.ts';
import { STRIPE, type StripeFact, type StripeLine, type StripeOutcome } from '../customers/stripe/model.ts';
import { meaningsOf } from '../customers/stripe/verbs/events.ts';
import { findInvoiceEvent } from '../partners/attribution/verbs/receive-event.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { creditConversion } from './credit-conversion.ts';
import { recordCreditNote } from './record-credit-note.ts';
import { couponsOf } from './stripe-coupons.ts';
import { evidenceOf, keepStripeCustomer } from './stripe-people.ts';

type Fact<K extends StripeFact['kind']> = Extract<StripeFact, { kind: K }>;

/** A paid invoice: kept once, decided and credited like any other. */
export async function payStripeInvoice(ctx: Ctx, fact: Fact<'invoice_paid'>): Promise<StripeOutcome> {
  requireScope(ctx, 'track:write');
  const known = await findInvoiceEvent(ctx, STRIPE, fact.invoice_id);
  if (known) return { state: 'applied', reason: 'invoice_known', conversion_id: known.id };
  const { external_id } = await keepStripeCustomer(ctx, fact.customer);
  const evidence = await evidenceOf(ctx, fact.referral, { name: fact.invoice_id, at: fact.paid_at });
  const coupons = await couponsOf(ctx, fact.discounts);
  const { id } = await creditConversion(
    ctx,
    {
      invoice_id: fact.invoice_id,
      account_id: external_id,
      currency: fact.currency,
      paid_at: fact.paid_at.toISOString(),
      issued_at: fact.issued_at.toISOString(),
      ...(fact.period_ends_at ? { period_ends_at: fact.period_ends_at.toISOString() } : {}),
      lines: fact.lines.map(lineOf),
      ...(coupons.length > 0 ? { coupons } : {}),
      ...(fact.credit_applied_minor > 0 ? { credit_applied_minor: fact.credit_applied_minor } : {}),
      ...evidence,
    },
    STRIPE,
  );
  return { state: 'applied', reason: 'invoice_paid', conversion_id: id };
}

function lineOf(line: StripeLine) {
  return line.amount_minor < 0 || line.tax_minor < 0 ? { ...line, proration: true } : line;
}

/** A checkout that was paid without an invoice is one of its own. */
export async function payStripeCheckout(ctx: Ctx, fact: Fact<'checkout'>): Promise<StripeOutcome> {
  requireScope(ctx, 'track:write');
  const { sale, customer, at } = fact;
  if (!sale) return { state: 'applied', reason: 'checkout_noted' };
  return payStripeInvoice(ctx, {
    kind: 'invoice_paid',
    invoice_id: sale.payment_id,
    customer,
    currency: sale.currency,
    paid_at: at,
    issued_at: at,
    lines: [sale.line],
    credit_applied_minor: 0,
    discounts: sale.discounts,
    payments: [sale.payment_id],
    referral: {},
  });
}

/** An invoice that is open, given up on or void. */
export async function noteStripeInvoice(ctx: Ctx, fact: Fact<'invoice_state'>): Promise<StripeOutcome> {
  requireScope(ctx, 'track:write');
  const { external_id } = await keepStripeCustomer(ctx, fact.customer);
  const account = await resolveAccount(ctx, external_id);
  if (!account) throw new Error(`the account ${external_id} went away`);
  const { invoice_id, currency, total_minor, tax_minor, status, issued_at, due_at } = fact;
  const invoice = { currency, total_minor, tax_minor, status, issued_at, due_at, account_id: account.id };
  const { changed } = await noteInvoiceState(ctx, { ...invoice, source: STRIPE, external_id: invoice_id });
  return { state: 'applied', reason: changed ? `invoice_${status}` : 'older_news' };
}

/** The invoice that one of these payments or charges paid; the payment itself where there was none. */
export async function invoiceOfPayments(ctx: Ctx, payments: readonly string[]): Promise<string | undefined> {
  requireScope(ctx, 'track:write');
  const found = await meaningsOf(ctx, 'payment', payments);
  return payments.map((payment) => found.get(payment)).find((invoice) => invoice !== undefined);
}

/** A credit note: only what was given back outside of Stripe is told by nothing else. */
export async function creditByStripe(ctx: Ctx, fact: Fact<'credit_note'>): Promise<StripeOutcome> {
  requireScope(ctx, 'track:write');
  const { credit_note_id, invoice_id, currency, reason, voided, at, settled_by } = fact;
  if (fact.out_of_band_minor > 0 && !voided) {
    const { conversion_id } = await recordCreditNote(
      ctx,
      {
        credit_note_id,
        invoice_id,
        currency,
        amount_minor: fact.out_of_band_minor,
        settled_by: 'refund',
        voided: false,
        occurred_at: at.toISOString(),
        ...(reason ? { reason: reason.slice(0, 500) } : {}),
      },
      STRIPE,
    );
    return { state: 'applied', reason: 'credit_refunded', ...(conversion_id ? { conversion_id } : {}) };
  }
  const note = { source: STRIPE, external_id: credit_note_id, invoice_external_id: invoice_id };
  const { isVoid } = await noteCredit(ctx, {
    ...note,
    amount_minor: fact.amount_minor,
    currency,
    settled_by,
    reason,
    issued_at: at,
    voided,
  });
  return { state: 'applied', reason: isVoid ? 'credit_void' : `credit_${settled_by}` };
}
