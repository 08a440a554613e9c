import {
  closeDispute,
  type Dispute,
  findDispute,
  readDisputes,
  recordDispute,
} from '../customers/billing/verbs/record-dispute.ts';
import { findInvoice } from '../customers/billing/verbs/record-invoice.ts';
import { type AppError, invalidField } from '../kernel/errors.ts';
import { holdForDispute, releaseFromDispute } from '../money/commissions/verbs/hold.ts';
import type { ConversionEvent } from '../partners/attribution/model.ts';
import { closeEvent, listMoneyBack, parkEvent } from '../partners/attribution/verbs/receive-event.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import type { DisputeInput } from './conversion-schema.ts';
import { backSoFar, reverse } from './take-back.ts';

type DisputeBody = Omit<DisputeInput, 'event_id'>;
type Invoice = NonNullable<Awaited<ReturnType<typeof findInvoice>>>;

/**
 * A dispute as one of its events tells it: opened, the invoice's commissions are held; won, they go on; lost, they are
 * taken back. Parked while nobody knows the invoice, or what is disputed. The fee is kept and no partner pays it.
 */
export async function settleDispute(ctx: Ctx, event: ConversionEvent, refuse = false): Promise<void> {
  requireScope(ctx, 'track:write');
  const body = event.body as DisputeBody;
  const invoice = await findInvoice(ctx, event.source, body.invoice_id);
  if (!invoice) return parkEvent(ctx, event.id, 'unknown_invoice');
  const known = await findDispute(ctx, event.source, body.dispute_id);
  if (!known && body.amount_minor === undefined) return parkEvent(ctx, event.id, 'unknown_dispute');
  const problem = findProblem(body, invoice, known);
  if (problem && refuse) throw problem.error;
  if (problem) return closeEvent(ctx, event.id, { state: 'unattributed', parked_reason: problem.reason, result: {} });
  const dispute = known ?? (await open(ctx, event, invoice));
  if (body.outcome === 'opened') return opened(ctx, event, invoice, known);
  return decided(ctx, event, invoice, dispute);
}

async function open(ctx: Ctx, event: ConversionEvent, invoice: Invoice): Promise<Dispute> {
  const body = event.body as DisputeBody;
  await recordDispute(ctx, {
    invoice_id: invoice.id,
    source: event.source,
    external_id: body.dispute_id,
    amount_minor: body.amount_minor ?? invoice.total_minor,
    fee_minor: body.fee_minor ?? 0,
    currency: invoice.currency,
    state: 'open',
    opened_at: event.occurred_at,
    closed_at: null,
  });
  const made = await findDispute(ctx, event.source, body.dispute_id);
  if (!made) throw new Error(`the dispute ${body.dispute_id} was not kept`);
  return made;
}

/** An opening that comes after the decision changes nothing; what was decided before it came is applied now. */
async function opened(ctx: Ctx, event: ConversionEvent, invoice: Invoice, known: Dispute | undefined): Promise<void> {
  const result = { outcome: 'opened', held: known ? 0 : await holdForDispute(ctx, invoice.id) };
  await closeEvent(ctx, event.id, { state: 'decided', parked_reason: null, result });
  const { dispute_id, invoice_id } = event.body as DisputeBody;
  const waiting = await listMoneyBack(ctx, { source: event.source, external_id: invoice_id, state: 'parked' });
  const own = waiting.filter(({ kind, body }) => kind === 'dispute' && (body as DisputeBody).dispute_id === dispute_id);
  for (const later of own) await settleDispute(ctx, later);
}

async function decided(ctx: Ctx, event: ConversionEvent, invoice: Invoice, dispute: Dispute): Promise<void> {
  const { outcome, fee_minor, invoice_id } = event.body as DisputeBody;
  const state = outcome === 'lost' ? 'lost' : 'won';
  await closeDispute(ctx, dispute, {
    state,
    closed_at: event.occurred_at,
    fee_minor: Math.max(fee_minor ?? 0, dispute.fee_minor),
  });
  if (state === 'lost') {
    const refundedTotalMinor = await backSoFar(ctx, event.source, invoice_id);
    const back = { invoiceId: invoice.id, refundedTotalMinor };
    await reverse(ctx, event, back, { outcome: 'lost', amount_minor: dispute.amount_minor });
  } else await closeEvent(ctx, event.id, { state: 'decided', parked_reason: null, result: { outcome: 'won' } });
  if (!(await readDisputes(ctx, invoice.id)).isOpen) await releaseFromDispute(ctx, invoice.id);
}

type Problem = { reason: string; error: AppError };

/** Why the dispute cannot be; undefined when it can. */
function findProblem(body: DisputeBody, invoice: Invoice, known: Dispute | undefined): Problem | undefined {
  if (body.currency && body.currency !== invoice.currency) {
    const message = `The invoice is in ${invoice.currency}; a dispute of it cannot be in ${body.currency}.`;
    return { reason: 'dispute_in_other_currency', error: invalidField('currency', message) };
  }
  if (known && known.invoice_id !== invoice.id)
    return {
      reason: 'dispute_of_other_invoice',
      error: invalidField('invoice_id', 'This dispute was opened on another invoice.'),
    };
  if (!known && (body.amount_minor ?? 0) > Math.max(invoice.total_minor, 0))
    return {
      reason: 'dispute_too_large',
      error: invalidField('amount_minor', `The invoice was ${invoice.total_minor} minor units in all.`),
    };
  if (!known || known.state === 'open' || body.outcome === 'opened') return undefined;
  const message = `The dispute was ${known.state} already.`;
  return { reason: 'dispute_closed', error: invalidField('outcome', message) };
}
