import { ensureAccount, resolveAccount } from '../customers/accounts/verbs/resolve-account.ts';
import { recordInvoice, sumLines } from '../customers/billing/verbs/record-invoice.ts';
import { accrueForInvoice } from '../money/commissions/service.ts';
import type { ConversionEvent, Decision } from '../partners/attribution/model.ts';
import { attribute, findAnchor, hasEvidence, markAccrued } from '../partners/attribution/verbs/attribute.ts';
import { listRefunds, parkEvent } from '../partners/attribution/verbs/receive-event.ts';
import { termsAt } from '../partners/programmes/model.ts';
import { findProgrammeWithTerms } from '../partners/programmes/service.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import type { InvoiceInput } from './conversion-schema.ts';
import { winByPayment } from './settle-referral.ts';
import { settleRefund, takeBackAgain } from './settle-refund.ts';

type InvoiceBody = Omit<InvoiceInput, 'event_id'>;

/**
 * Decides about a received invoice: parked while nobody knows its account, else kept, attributed, and credited; then
 * the refunds that waited for it. Called when it arrives and again when the missing part does.
 */
export async function settleInvoice(ctx: Ctx, event: ConversionEvent): Promise<void> {
  requireScope(ctx, 'track:write');
  const body = event.body as InvoiceBody;
  const accountId = await findAccount(ctx, body);
  if (!accountId) return parkEvent(ctx, event.id, 'unknown_account');
  const invoice = await keepInvoice(ctx, event, accountId);
  const is_paid = sumLines(linesOf(body)).total_minor - (body.credit_applied_minor ?? 0) > 0;
  const { coupons = [] } = body;
  const about = { event, account_id: accountId, invoice_id: invoice.id, is_paid, coupons };
  const { id, decision } = await attribute(ctx, about);
  if (is_paid) await winByPayment(ctx, accountId);
  const refunds = { source: event.source, external_id: body.invoice_id };
  if (decision.outcome === 'credited') {
    await accrue(ctx, { event, accountId, decision, decisionId: id, invoiceId: invoice.id });
    await takeBackAgain(ctx, invoice.id, await listRefunds(ctx, { ...refunds, state: 'decided' }));
  }
  for (const refund of await listRefunds(ctx, { ...refunds, state: 'parked' })) await settleRefund(ctx, refund);
}

/** The account, made now when the invoice itself says who brought it. */
async function findAccount(ctx: Ctx, body: InvoiceBody): Promise<string | undefined> {
  const known = await resolveAccount(ctx, body.account_id);
  if (known) return known.id;
  if (!hasEvidence(ctx, body)) return undefined;
  return (await ensureAccount(ctx, { external_id: body.account_id })).id;
}

function linesOf(body: InvoiceBody) {
  return body.lines.map(({ discount_minor = 0, tax_minor = 0, ...line }) => ({ ...line, discount_minor, tax_minor }));
}

function keepInvoice(ctx: Ctx, event: ConversionEvent, account_id: string) {
  const body = event.body as InvoiceBody;
  return recordInvoice(ctx, {
    source: event.source,
    external_id: body.invoice_id,
    account_id,
    currency: body.currency,
    lines: linesOf(body).map(({ tax_inclusive_rate: _inside, ...line }) => line),
    credit_applied_minor: body.credit_applied_minor ?? 0,
    issued_at: body.issued_at ? new Date(body.issued_at) : event.occurred_at,
    paid_at: event.occurred_at,
    coupons: body.coupons ?? [],
    period_ends_at: body.period_ends_at ? new Date(body.period_ends_at) : undefined,
  });
}

type Credit = { event: ConversionEvent; accountId: string; decision: Decision; decisionId: string; invoiceId: string };

/** Turns a credited invoice into a commission, or into a refusal with its reason. */
async function accrue(ctx: Ctx, { event, accountId, decision, decisionId, invoiceId }: Credit): Promise<void> {
  const { partner_id: partnerId, programme_id: programmeId } = decision;
  if (!partnerId || !programmeId) return;
  const { programme, versions } = await findProgrammeWithTerms(ctx, programmeId);
  const terms = termsAt(versions, event.occurred_at) ?? versions.at(-1);
  if (!terms) return;
  const commission = await accrueForInvoice(ctx, {
    decisionId,
    source: event.source,
    programmeId,
    partnerId,
    accountId,
    rule: 'sale',
    invoice: paidInvoice(event, invoiceId),
    programme,
    terms: { ...terms.terms, id: terms.id, version: terms.version },
    anchorAt: await findAnchor(ctx, accountId, partnerId),
    flags: decision.flags.filter(({ holds }) => holds).map(({ code }) => code),
  });
  if (commission.state !== 'refused') await markAccrued(ctx, decisionId);
}

function paidInvoice(event: ConversionEvent, id: string) {
  const body = event.body as InvoiceBody;
  return {
    id,
    externalId: body.invoice_id,
    currency: body.currency,
    lines: linesOf(body).map((line) => ({
      amountMinor: line.amount_minor,
      discountMinor: line.discount_minor,
      taxMinor: line.tax_minor,
      ...(line.tax_inclusive_rate ? { taxInclusiveRate: line.tax_inclusive_rate } : {}),
      product: line.product ?? null,
    })),
    creditAppliedMinor: body.credit_applied_minor ?? 0,
    paidAt: event.occurred_at,
  };
}
