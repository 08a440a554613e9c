import { findExchange } from '../customers/company/verbs/find-exchange.ts';
import { dateIn } from '../kernel/time.ts';
import type { Exchange, PaidInvoice, TermsInForce } from '../money/commissions/model.ts';
import { accrueSale } from '../money/commissions/verbs/accrue.ts';
import { openFlags } from '../money/commissions/verbs/hold.ts';
import type { ConversionEvent, Decision } from '../partners/attribution/model.ts';
import { findAnchor, markAccrued } from '../partners/attribution/verbs/attribute.ts';
import { findEarningOverride } from '../partners/enrolments/verbs/set-earning.ts';
import { findClosedGate } from '../partners/gates/service.ts';
import { type Programme, termsAt } from '../partners/programmes/model.ts';
import { findProgrammeWithTerms } from '../partners/programmes/service.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import type { InvoiceInput } from './conversion-schema.ts';

export type InvoiceBody = Omit<InvoiceInput, 'event_id'>;

/** A decision to credit an invoice. `byHand`: whatever gate is closed, and whatever reaches us later. */
export type CreditSale = {
  event: ConversionEvent;
  accountId: string;
  invoiceId: string;
  decision: Pick<Decision, 'partner_id' | 'programme_id' | 'flags'>;
  decisionId: string;
  byHand?: boolean;
  /** For a trial on a copy of the programme: whose gates and own rates count, the anchor, and another name of the source. */
  trial?: { programmeId: string; anchorAt: Date; source: string };
};

/**
 * Turns a credited invoice into commissions, or into a refusal with its reason. Returns the invoices whose commissions
 * are new: this one, and earlier ones that a step of the tiers topped up.
 */
export async function creditSale(ctx: Ctx, sale: CreditSale): Promise<string[]> {
  requireScope(ctx, 'track:write');
  const { event, accountId, decision, decisionId } = sale;
  const { partner_id: partnerId, programme_id: programmeId } = decision;
  if (!partnerId || !programmeId) return [];
  const { programme, versions } = await findProgrammeWithTerms(ctx, programmeId);
  const version = termsAt(versions, event.occurred_at) ?? versions.at(-1);
  if (!version) return [];
  const terms: TermsInForce = { ...version.terms, id: version.id, version: version.version };
  const { trial } = sale;
  const key = { programme_id: trial?.programmeId ?? programmeId, partner_id: partnerId };
  const flags = decision.flags.filter(({ holds }) => holds).map(({ code }) => code);
  const gate = sale.byHand ? null : await findClosedGate(ctx, { ...key, at: event.occurred_at });
  const { commissions, toppedUp } = await accrueSale(
    ctx,
    {
      decisionId,
      source: trial?.source ?? event.source,
      programmeId,
      partnerId,
      accountId,
      rule: 'sale',
      invoice: paidInvoice(event, sale.invoiceId),
      programme,
      terms,
      anchorAt: trial?.anchorAt ?? (await findAnchor(ctx, accountId, partnerId)),
      flags: await openFlags(ctx, { accountId, partnerId, flags }),
      override: await findEarningOverride(ctx, key),
      exchange: await exchangeOf(ctx, event, programme),
      closedGate: gate ?? undefined,
    },
    sale.byHand,
  );
  if (commissions.some(({ state }) => state !== 'refused')) await markAccrued(ctx, decisionId);
  return [sale.invoiceId, ...toppedUp];
}

/** The rate the sender gave, else the one the company entered. */
async function exchangeOf(ctx: Ctx, event: ConversionEvent, programme: Programme): Promise<Exchange | undefined> {
  const { currency, rate_to } = event.body as InvoiceBody;
  if (currency === programme.currency) return undefined;
  const on = dateIn(event.occurred_at, programme.zone);
  const given = rate_to?.[programme.currency];
  if (given !== undefined) return { rate: given, source: event.source, on };
  return findExchange(ctx, { from: currency, to: programme.currency, on });
}

export function linesOf(body: InvoiceBody) {
  return body.lines.map(({ discount_minor = 0, tax_minor = 0, ...line }) => ({ ...line, discount_minor, tax_minor }));
}

function paidInvoice(event: ConversionEvent, id: string): PaidInvoice {
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
      ...(line.quantity === undefined ? {} : { quantity: line.quantity }),
      product: line.product ?? null,
    })),
    creditAppliedMinor: body.credit_applied_minor ?? 0,
    paidAt: event.occurred_at,
  };
}
