import { invoiceById } from '../customers/billing/verbs/record-invoice.ts';
import { findSaleStanding } from '../money/commissions/verbs/supersede.ts';
import { promiseRewards } from '../money/rewards/verbs/promise-rewards.ts';
import { reopenRewards, takeBackRewards, withdrawRewards } from '../money/rewards/verbs/take-back-rewards.ts';
import type { ConversionEvent, Decision } from '../partners/attribution/model.ts';
import { findDecision } from '../partners/attribution/verbs/attribute.ts';
import { findInvoiceEvent } from '../partners/attribution/verbs/receive-event.ts';
import { findClosedGate } from '../partners/gates/service.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';

type Line = { amount_minor: number; discount_minor?: number; tax_minor?: number; quantity?: number };
type Body = { currency?: string; lines?: readonly Line[]; credit_applied_minor?: number };

/** A sign-up, or an invoice with its id, and what was decided about it. */
export type Decided = {
  event: ConversionEvent;
  accountId: string;
  invoiceId: string | null;
  decision: Pick<Decision, 'outcome' | 'partner_id' | 'programme_id' | 'flags'>;
};

/**
 * Brings the rewards of a sign-up or a first payment in line with the decision about it: promised to the partner it is
 * credited to, taken back from one it was credited to before. Again it changes nothing.
 */
export async function settleRewards(ctx: Ctx, decided: Decided): Promise<void> {
  requireScope(ctx, 'track:write');
  const { event, accountId, decision } = decided;
  const { partner_id, programme_id, flags } = decision;
  const paid = paidOn(event);
  const earns = decision.outcome === 'credited' && paid !== null && (await isOpen(ctx, decided));
  if (!earns || !partner_id || !programme_id) return withdrawRewards(ctx, { conversion_event_id: event.id });
  const { currency, lines = [] } = event.body as Body;
  await promiseRewards(ctx, {
    trigger: event.kind === 'invoice' ? 'first_payment' : 'signup',
    programme_id,
    partner_id,
    account_id: accountId,
    referral_id: null,
    conversion_event_id: event.id,
    base_minor: paid,
    currency: currency ?? null,
    seats: lines.reduce((sum, { quantity = 0 }) => sum + quantity, 0),
    at: event.occurred_at,
    flags: flags.filter(({ holds }) => holds).map(({ code }) => code),
  });
}

/** What was paid for the lines after discounts and credit; null for an invoice that paid nothing. */
function paidOn({ kind, body }: ConversionEvent): number | null {
  const { lines = [], credit_applied_minor = 0 } = body as Body;
  if (kind === 'signup') return 0;
  const sum = lines.reduce((total, line) => total + line.amount_minor - (line.discount_minor ?? 0), 0);
  return sum > credit_applied_minor ? sum - credit_applied_minor : null;
}

/** A refund did not go through: unless the money all went back otherwise, the payment earns its rewards again. */
export async function restoreRewards(
  ctx: Ctx,
  back: { invoiceId: string; accountId: string; refundedTotalMinor: number },
): Promise<void> {
  requireScope(ctx, 'track:write');
  const { source, external_id } = await invoiceById(ctx, back.invoiceId);
  const event = await findInvoiceEvent(ctx, source, external_id);
  if (!event || (back.refundedTotalMinor > 0 && back.refundedTotalMinor >= cashOf(event))) return;
  const decided = await findDecision(ctx, event.id);
  if (!decided || !(await reopenRewards(ctx, { conversion_event_id: event.id }))) return;
  const { invoiceId, accountId } = back;
  const decision = { ...decided, flags: decided.considered.flags };
  await settleRewards(ctx, { event, accountId, invoiceId, decision });
}

/** A closed gate holds back rewards as it does the commission. */
async function isOpen(ctx: Ctx, { invoiceId, event, decision }: Decided): Promise<boolean> {
  const { programme_id, partner_id } = decision;
  if (invoiceId === null && programme_id && partner_id)
    return (await findClosedGate(ctx, { programme_id, partner_id, at: event.occurred_at })) === null;
  if (invoiceId === null) return true;
  const { commissions } = await findSaleStanding(ctx, invoiceId);
  return !commissions.some(({ state, reason }) => state === 'refused' && reason === 'gate_closed');
}

/** An invoice whose money all went back takes its rewards with it. */
export async function takeBackIfWhole(
  ctx: Ctx,
  back: { invoiceId: string; refundedTotalMinor: number },
): Promise<void> {
  requireScope(ctx, 'track:write');
  if (back.refundedTotalMinor <= 0) return;
  const { source, external_id } = await invoiceById(ctx, back.invoiceId);
  const event = await findInvoiceEvent(ctx, source, external_id);
  if (!event || back.refundedTotalMinor < cashOf(event)) return;
  await takeBackRewards(ctx, { conversion_event_id: event.id });
}

function cashOf({ body }: ConversionEvent): number {
  const { lines = [], credit_applied_minor = 0 } = body as Body;
  const total = lines.reduce(
    (sum, line) => sum + line.amount_minor - (line.discount_minor ?? 0) + (line.tax_minor ?? 0),
    0,
  );
  return total - credit_applied_minor;
}
