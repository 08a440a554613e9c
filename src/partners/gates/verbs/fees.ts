import { AppError, notFound } from '../../../kernel/errors.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../../platform/ctx.ts';
import type { Fee, FeeState, Gate } from '../model.ts';
import { feePeriod } from '../rules/fee-period.ts';
import { recordEvidence } from '../service.ts';
import * as store from '../store/fees.ts';
import { describeFee } from './describe-gates.ts';

/** Writes down what the partner owes for the period that runs now; undefined when the programme asks no fee. */
export async function issueFee(ctx: Ctx, key: { programme_id: string; partner_id: string }): Promise<Fee | undefined> {
  requireScope(ctx, 'partners:write');
  const owing = await store.findOwing(ctx, key);
  return owing && keepFee(ctx, owing);
}

/** The same for everybody who owes; run daily. Returns how many partners owe a fee for the period that runs now. */
export async function issueFees(ctx: Ctx): Promise<number> {
  requireScope(ctx, 'partners:write');
  return inTransaction(ctx, async (ctx) => {
    const fees: (Fee | undefined)[] = [];
    for (const owing of await store.listOwing(ctx)) fees.push(await keepFee(ctx, owing));
    return fees.filter((fee) => fee?.state === 'due').length;
  });
}

async function keepFee(ctx: Ctx, owing: store.Owing & { gates: Gate[] }): Promise<Fee | undefined> {
  const gate = owing.gates.find((one) => one.kind === 'entry_fee');
  if (!gate) return undefined;
  const now = ctx.clock.now();
  return store.insertFee(ctx, {
    id: newId(ctx, 'fee'),
    programme_id: owing.programme_id,
    partner_id: owing.partner_id,
    ...feePeriod(gate.period, owing.enrolled_at, now, owing.zone),
    amount_minor: gate.amount_minor,
    currency: owing.currency,
    state: 'due',
    settled_by: null,
    settled_at: null,
    invoice_source: null,
    invoice_external_id: null,
    reason: null,
    created_at: now,
  });
}

export type FeeInvoice = { source: string; id: string; amount_minor: number; currency: string };

/**
 * An invoice that names the fee was paid: the gate is open for the fee's period. The same invoice again changes nothing.
 * @throws 404; 409 when something else settled it; 422 when the invoice is smaller or in another currency
 */
export async function settleFee(ctx: Ctx, id: string, invoice: FeeInvoice): Promise<Fee> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    const fee = await lockOrThrow(ctx, id);
    if (fee.invoice_external_id === invoice.id && fee.invoice_source === invoice.source) return fee;
    if (invoice.currency !== fee.currency || invoice.amount_minor < fee.amount_minor)
      throw new AppError('unprocessable', 'The invoice does not cover the fee.', {
        field: 'programme_fee',
        amount_minor: fee.amount_minor,
        currency: fee.currency,
      });
    const detail = { how: 'paid', invoice: invoice.id };
    return settle(ctx, fee, 'paid', { invoice_source: invoice.source, invoice_external_id: invoice.id }, detail);
  });
}

/** The money of a fee went back: its period is closed again. Undefined when the invoice paid no fee. */
export async function refundFee(ctx: Ctx, invoice: { source: string; id: string }): Promise<Fee | undefined> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    const fee = await store.lockFeeOfInvoice(ctx, invoice);
    if (fee?.state !== 'paid') return fee;
    return settle(ctx, fee, 'refunded', {}, { how: 'refunded', invoice: invoice.id });
  });
}

/** The refund of a fee did not go through: its period is open again. Undefined when the invoice paid no fee. */
export async function keepFeePaid(ctx: Ctx, invoice: { source: string; id: string }): Promise<Fee | undefined> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    const fee = await store.lockFeeOfInvoice(ctx, invoice);
    if (fee?.state !== 'refunded') return fee;
    return settle(ctx, fee, 'paid', {}, { how: 'refund_failed', invoice: invoice.id });
  });
}

/** Somebody says that the fee came another way, or is forgiven; the reason stays. @throws 404, 409 when it is settled */
export async function settleByHand(
  ctx: Ctx,
  id: string,
  input: { state: 'paid' | 'waived'; reason: string },
): Promise<Fee> {
  requireScope(ctx, 'partners:write');
  return inTransaction(ctx, async (ctx) => {
    const fee = await lockOrThrow(ctx, id);
    const how = input.state === 'paid' ? 'paid_by_hand' : 'waived';
    return settle(ctx, fee, input.state, { reason: input.reason }, { how, reason: input.reason });
  });
}

type Detail = { how: string } & Record<string, unknown>;

async function settle(ctx: Ctx, fee: Fee, state: FeeState, change: Partial<Fee>, detail: Detail): Promise<Fee> {
  const opens = state === 'paid' || state === 'waived';
  if (opens && fee.state !== 'due' && fee.state !== 'refunded')
    throw new AppError('conflict', `This fee is ${fee.state} already.`, { state: fee.state });
  const settled = { ...fee, ...change, state, settled_by: ctx.actor.id, settled_at: ctx.clock.now() };
  const { settled_by, settled_at, invoice_source, invoice_external_id, reason } = settled;
  await store.updateFee(ctx, fee.id, { state, settled_by, settled_at, invoice_source, invoice_external_id, reason });
  await recordEvidence(ctx, {
    programme_id: fee.programme_id,
    partner_id: fee.partner_id,
    gate: 'entry_fee',
    passed: opens,
    valid_from: fee.starts_at,
    valid_until: fee.ends_at,
    evidence: { ...detail, fee_id: fee.id, from: fee.starts_on, to: fee.ends_on ?? '' },
  });
  await writeAudit(ctx, {
    action: `fee.${state}`,
    subjectKind: 'partner',
    subjectId: fee.partner_id,
    detail: { fee_id: fee.id, ...detail },
  });
  return settled;
}

async function lockOrThrow(ctx: Ctx, id: string): Promise<Fee> {
  const fee = await store.lockFee(ctx, id);
  if (!fee) throw notFound('fee', id);
  return fee;
}

/** What partners owe or paid, newest period first. */
export async function listFees(ctx: Ctx, filter: Parameters<typeof store.listFees>[1]) {
  requireScope(ctx, 'partners:read');
  return (await store.listFees(ctx, filter)).map(describeFee);
}
