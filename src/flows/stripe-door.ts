import type {
  Rejection,
  StripeEnvelope,
  StripeEventRow,
  StripeOutcome,
  StripeSettings,
} from '../customers/stripe/model.ts';
import { readEnvelope } from '../customers/stripe/rules/envelope.ts';
import { idAt, textAt } from '../customers/stripe/rules/fields.ts';
import { readEvent } from '../customers/stripe/rules/read-event.ts';
import { keepEvent, listWaiting, settleEvent, takeCustomerTurn, takeEvent } from '../customers/stripe/verbs/events.ts';
import { type Delivery, type Judged, judgeDelivery, keepRejection } from '../customers/stripe/verbs/receive.ts';
import { openSettings } from '../customers/stripe/verbs/settings.ts';
import { AppError } from '../kernel/errors.ts';
import type { Scope } from '../kernel/scopes.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { databaseError } from '../platform/postgres.ts';
import { inSavepoint } from '../platform/savepoint.ts';
import { type Applied, applyStripe } from './stripe-apply.ts';

/** What whoever holds the signing secret may cause. */
const OF_THE_SECRET: Scope[] = ['track:write', 'imports:write', 'customers:write'];

export type StripeAnswer = { received: true; id: string };

/**
 * Takes what Stripe sends: turned away and kept for inspection when it is not signed for us, else kept once by Stripe's
 * id and applied, all or nothing. What cannot be applied is kept with the reason; the same event again changes nothing.
 * @throws 400 with the reason it was turned away
 */
export async function receiveStripe(
  outer: Ctx,
  delivery: Delivery,
  parse: (bytes: Buffer) => unknown,
): Promise<StripeAnswer> {
  const judged = await judgeDelivery(outer, delivery, parse);
  if (judged.rejection !== undefined) {
    await keepRejection(outer, delivery, judged);
    throw turnedAway(judged.rejection);
  }
  return inTransaction(asStripe(outer), (ctx) => keepAndApply(ctx, judged));
}

function asStripe(ctx: Ctx): Ctx {
  return { ...ctx, actor: { kind: 'system', id: 'stripe' }, scopes: new Set(OF_THE_SECRET) };
}

const WHY: Record<Rejection, string> = {
  not_set_up: 'Nobody has set up Stripe here yet.',
  unsigned: 'The delivery carries no Stripe-Signature that can be read.',
  bad_signature: 'The signature is not of these bytes and this secret.',
  stale: 'The signature is more than five minutes old.',
  not_json: 'The delivery is signed, but it is not JSON.',
  not_an_event: 'The delivery is signed, but it is not an event.',
  wrong_account: 'The event belongs to another Stripe account.',
  test_mode: 'Test events do not count on a live installation.',
  live_mode: 'Live events do not count on a test installation.',
};

function turnedAway(reason: Rejection): AppError {
  return new AppError('bad_request', WHY[reason], {
    reason,
    hint: 'Send the bytes as they were signed, with the secret of this endpoint; what came is kept for inspection.',
  });
}

/** Sending it again would bring the same text that nobody can keep, so it is taken, and waits to be looked at. */
const DAMAGED: StripeOutcome = { state: 'refused', reason: 'text_not_storable' };

async function keepAndApply(
  ctx: Ctx,
  { event, payload, settings, isDamaged }: Exclude<Judged, { rejection: Rejection }>,
): Promise<StripeAnswer> {
  await takeTurn(ctx, event);
  const outcome: StripeOutcome = isDamaged ? DAMAGED : { state: 'ignored', reason: 'being_applied' };
  const { row, isNew } = await keepEvent(ctx, event, payload, outcome);
  if (isNew && !isDamaged) await applyAndGoOn(ctx, row, event, settings, false);
  return { received: true, id: row.id };
}

function takeTurn(ctx: Ctx, { object }: StripeEnvelope): Promise<void> {
  return takeCustomerTurn(ctx, idAt(object, 'customer') ?? textAt(object, 'id') ?? '');
}

/** Applies an event, then everything that waited for what it told. */
async function applyAndGoOn(
  ctx: Ctx,
  row: StripeEventRow,
  event: StripeEnvelope,
  settings: StripeSettings,
  isAgain: boolean,
): Promise<void> {
  const learned = await applyOne(ctx, row, event, settings, isAgain);
  for (const waiting of await listWaiting(ctx, learned)) {
    const envelope = readEnvelope(waiting.payload);
    if (envelope) await applyOne(ctx, waiting, envelope, settings, true);
  }
}

/** Whole or not at all: one that cannot be applied leaves nothing behind but its reason. */
async function applyOne(
  ctx: Ctx,
  row: StripeEventRow,
  event: StripeEnvelope,
  settings: StripeSettings,
  isAgain: boolean,
): Promise<string[]> {
  const work = () => applyStripe(ctx, row, readEvent(event, settings), settings);
  const { learned, ...outcome } = await inSavepoint(ctx, work).catch(refusalOf);
  await settleEvent(ctx, row.id, outcome, isAgain);
  return learned;
}

/** What is no fault of the moment is kept as the event's reason. @throws everything else */
function refusalOf(error: unknown): Applied {
  if (error instanceof AppError && error.code !== 'unavailable' && error.code !== 'internal')
    return { state: 'refused', reason: 'refused', params: { detail: error.message }, learned: [] };
  if (/^2[23]/.test(databaseError(error)?.code ?? '')) return { state: 'refused', reason: 'not_storable', learned: [] };
  throw error;
}

/**
 * Tries an event again that waits, was left alone or was refused. @throws 404; 409 when it was applied, or Stripe is not
 * set up
 */
export async function replayStripe(outer: Ctx, id: string): Promise<void> {
  requireScope(outer, 'settings:write');
  const settings = await openSettings(outer);
  if (!settings) throw new AppError('conflict', 'Nobody has set up Stripe here yet.');
  await inTransaction(asStripe(outer), async (ctx) => {
    const row = await takeEvent(ctx, id);
    const event = readEnvelope(row.payload);
    if (row.state === 'applied' || !event)
      throw new AppError('conflict', 'This event was applied; doing it twice would count twice.');
    await takeTurn(ctx, event);
    await applyAndGoOn(ctx, row, event, settings, true);
  });
}
