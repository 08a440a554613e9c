import { notFound } from '../../../kernel/errors.ts';
import type { Page } from '../../../kernel/page.ts';
import { type Ctx, newId, requireScope } from '../../../platform/ctx.ts';
import type { StripeEnvelope, StripeEventRow, StripeOutcome } from '../model.ts';
import { idAt, textAt } from '../rules/fields.ts';
import * as store from '../store/events.ts';
import * as names from '../store/names.ts';
import * as rejections from '../store/rejections.ts';

/** Keeps a signed event once. The same one again is counted, and is what is here already. */
export async function keepEvent(
  ctx: Ctx,
  event: StripeEnvelope,
  payload: unknown,
  outcome: StripeOutcome,
): Promise<{ row: StripeEventRow; isNew: boolean }> {
  requireScope(ctx, 'track:write');
  const row = await store.insertEvent(ctx, { ...newRow(ctx, event, payload), ...stored(outcome) });
  if (row) return { row, isNew: true };
  const known = await store.countDelivery(ctx, event.id);
  if (!known) throw new Error(`the event ${event.id} went away`);
  return { row: known, isNew: false };
}

function newRow(ctx: Ctx, event: StripeEnvelope, payload: unknown) {
  const { id, type, api_version, livemode, created, object } = event;
  const subject_id = textAt(object, 'id', 200) ?? null;
  const customer_id = idAt(object, 'customer') ?? (subject_id?.startsWith('cus_') ? subject_id : null);
  const now = ctx.clock.now();
  const about = { type, api_version, livemode, subject_id, customer_id, payload };
  return {
    id: newId(ctx, 'stripeEvent'),
    stripe_id: id,
    ...about,
    occurred_at: created,
    received_at: now,
    processed_at: now,
  };
}

function stored({ state, reason, params = {}, waits_for, conversion_id }: StripeOutcome) {
  return {
    state,
    reason,
    reason_params: params,
    waits_for: waits_for ? [...waits_for] : null,
    conversion_id: conversion_id ?? null,
  };
}

/** Writes what became of an event; `isAgain` when it had been decided before. */
export async function settleEvent(ctx: Ctx, id: string, outcome: StripeOutcome, isAgain = false): Promise<void> {
  requireScope(ctx, 'track:write');
  await store.updateOutcome(ctx, id, stored(outcome), isAgain);
}

/** The events that waited for any of these names, oldest first. */
export async function listWaiting(ctx: Ctx, waited: readonly string[]): Promise<StripeEventRow[]> {
  requireScope(ctx, 'track:write');
  return store.lockWaiting(ctx, waited);
}

/** The event, held until the transaction ends. @throws 404 */
export async function takeEvent(ctx: Ctx, id: string): Promise<StripeEventRow> {
  requireScope(ctx, 'track:write');
  const row = await store.lockEvent(ctx, id);
  if (!row) throw notFound('event', id);
  return row;
}

/** @throws 404 */
export async function getEvent(ctx: Ctx, id: string): Promise<StripeEventRow> {
  requireScope(ctx, 'settings:read');
  const row = await store.findEvent(ctx, id);
  if (!row) throw notFound('event', id);
  return row;
}

export async function listEvents(ctx: Ctx, query: store.EventQuery): Promise<Page<StripeEventRow>> {
  requireScope(ctx, 'settings:read');
  return { ...(await store.listEvents(ctx, query)), page: query.page, per_page: query.per_page };
}

export async function listRejections(
  ctx: Ctx,
  query: { page: number; per_page: number },
): Promise<Page<rejections.RejectionRow>> {
  requireScope(ctx, 'settings:read');
  return { ...(await rejections.listRejections(ctx, query)), ...query };
}

/** Everything about one customer takes turns until the transaction ends. */
export function takeCustomerTurn(ctx: Ctx, customerId: string): Promise<void> {
  requireScope(ctx, 'track:write');
  return names.lockCustomer(ctx, customerId);
}

/** Notes what names of Stripe's mean. */
export async function learnNames(
  ctx: Ctx,
  kind: names.NameKind,
  known: readonly { id: string; means: string }[],
): Promise<void> {
  requireScope(ctx, 'track:write');
  for (const { id, means } of known) await names.putName(ctx, kind, id, means);
}

/** What names mean, as far as anybody said. */
export function meaningsOf(ctx: Ctx, kind: names.NameKind, ids: readonly string[]): Promise<Map<string, string>> {
  requireScope(ctx, 'track:write');
  return names.findMeanings(ctx, kind, ids);
}

/** The names that mean this one. */
export function namesMeaning(ctx: Ctx, kind: names.NameKind, means: string): Promise<string[]> {
  requireScope(ctx, 'track:write');
  return names.listMeaning(ctx, kind, means);
}
