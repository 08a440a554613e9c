import { AppError, invalidField, notFound } from '../../../kernel/errors.ts';
import { DAY_MS } from '../../../kernel/time.ts';
import { type Ctx, newId, requireScope } from '../../../platform/ctx.ts';
import { sha256 } from '../../../platform/token.ts';
import type { ConversionEvent, ConversionKind } from '../model.ts';
import * as store from '../store/events.ts';

export type Received = {
  source: string;
  kind: ConversionKind;
  event_id: string;
  account_external_id: string | null;
  invoice_external_id: string | null;
  occurred_at: Date;
  /** What was sent, without the event's id. */
  body: object;
};

/**
 * Keeps what reached us, once. The same event again, or another one about the same invoice or refund with the same
 * content, is the event that is here already (R0). @throws 409 when the content differs
 */
export async function receiveEvent(ctx: Ctx, input: Received): Promise<{ event: ConversionEvent; isNew: boolean }> {
  requireScope(ctx, 'track:write');
  checkInstant(input.occurred_at, ctx.clock.now());
  const hash = sha256(canonical(input.body));
  const subject = subjectOf(input);
  const known = await store.findSame(ctx, { ...input, subject });
  if (known) return same(known, hash);
  const event = await store.insertEvent(ctx, {
    ...input,
    id: newId(ctx, 'conversionEvent'),
    body_hash: hash,
    received_at: ctx.clock.now(),
    state: 'parked',
    parked_reason: null,
    result: null,
  });
  if (event) return { event, isNew: true };
  const raced = await store.findSame(ctx, { ...input, subject });
  if (raced) return same(raced, hash);
  throw new AppError('conflict', 'The same event is being received at this moment. Try again.');
}

function subjectOf({ kind, body, invoice_external_id }: Received): string | null {
  return kind === 'refund' ? ((body as { refund_id?: string }).refund_id ?? null) : invoice_external_id;
}

function same(event: ConversionEvent, hash: string): { event: ConversionEvent; isNew: boolean } {
  if (event.body_hash === hash) return { event, isNew: false };
  throw new AppError('conflict', `This ${event.kind} was received before with other content.`, {
    event_id: event.event_id,
    hint: 'Send a new event_id for something new; what is recorded is corrected by a refund, never overwritten.',
  });
}

/** No event is older than the clocks that would have recorded it: an earlier date is a slip of the sender. */
const EARLIEST = Date.UTC(1970, 0, 1);

function checkInstant(at: Date, now: Date): void {
  if (at.getTime() < EARLIEST)
    throw invalidField('occurred_at', 'This is before 1970.', 'Send the instant it happened.');
  if (at.getTime() - now.getTime() <= DAY_MS) return;
  throw invalidField('occurred_at', 'This is more than a day in the future.', 'Send the instant it happened.');
}

/** The same content gives the same text, whatever the order of its keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}

/** @throws 404 */
export async function findEvent(ctx: Ctx, id: string): Promise<ConversionEvent> {
  const event = await store.findEvent(ctx, id);
  if (!event) throw notFound('event', id);
  return event;
}

/** Whether an event was received before; undefined when not. */
export function findSameEvent(
  ctx: Ctx,
  key: { source: string; kind: ConversionKind; event_id: string },
): Promise<ConversionEvent | undefined> {
  return store.findSame(ctx, { ...key, subject: null });
}

/** The refund by the id its source gave it; undefined when it was not received. */
export function findRefundEvent(ctx: Ctx, source: string, refundId: string): Promise<ConversionEvent | undefined> {
  return store.findSame(ctx, { source, kind: 'refund', event_id: '', subject: refundId });
}

/** Everything that may decide about the account or the invoice takes turns until the transaction ends. */
export function takeTurns(ctx: Ctx, kind: 'account' | 'invoice', externalId: string): Promise<void> {
  return store.lockName(ctx, `${kind}:${externalId}`);
}

/** Leaves the event waiting for what it refers to (R1). */
export async function parkEvent(ctx: Ctx, id: string, reason: string): Promise<void> {
  await store.updateEvent(ctx, id, { state: 'parked', parked_reason: reason });
}

/** Closes an event that was no question of attribution: a refund, a dispute. */
export async function closeEvent(
  ctx: Ctx,
  id: string,
  change: { state: 'decided' | 'unattributed'; parked_reason: string | null; result: object },
): Promise<void> {
  await store.updateEvent(ctx, id, change);
}

export const hasWaiting = store.hasWaiting;
export const listAccountsOfVisitor = store.listAccountsOfVisitor;
export const listMoneyBack = store.listMoneyBack;
export const listToDecide = store.listToDecide;
export const hasLaterEvent = store.hasLaterEvent;
export const findInvoiceEvent = store.findInvoiceEvent;
