import { AppError } from '../../../kernel/errors.ts';
import type { Minor } from '../../../kernel/money.ts';
import type { IsoDate } from '../../../kernel/time.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../../platform/ctx.ts';
import { sha256 } from '../../../platform/token.ts';
import type { Span, SubscriptionState } from '../model.ts';
import { toSpans } from '../rules.ts';
import { deleteOtherSpans, insertState, listStates, lockSubscription } from '../store/subscription-states.ts';
import { type SubscriptionRow, upsertSubscriptions } from '../store.ts';

/** The value of an amount in the reporting currency on a day; undefined without a rate. */
export type ToReporting = (amount: {
  amount_minor: Minor;
  currency: string;
  on: IsoDate;
}) =>
  | { amount_minor: Minor; reporting_rate: string; reporting_rate_source: string; reporting_rate_on: IsoDate }
  | undefined;

/**
 * Keeps what a subscription is from an instant on, once, and draws its spans anew from everything known: the same
 * states give the same spans in whatever order they come, and MRR moves by them. @throws 409 for the same event with
 * other content
 */
export async function noteSubscription(
  ctx: Ctx,
  state: SubscriptionState,
  toReporting: ToReporting,
): Promise<{ isNew: boolean; spans: Span[] }> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    await lockSubscription(ctx, state);
    const hash = hashOf(state);
    const known = await insertState(ctx, state, hash);
    if (known !== undefined && known !== hash) throw otherContent(state);
    const states = await listStates(ctx, state);
    const spans = toSpans(states);
    if (known === undefined) await drawSpans(ctx, states, spans, toReporting);
    return { isNew: known === undefined, spans };
  });
}

function hashOf({ account_id: _account, ...state }: SubscriptionState): string {
  return sha256(JSON.stringify(Object.entries(state).sort(([a], [b]) => (a < b ? -1 : 1))));
}

function otherContent({ subscription_external_id }: SubscriptionState): AppError {
  return new AppError('conflict', 'This state of the subscription was received before with other content.', {
    subscription_id: subscription_external_id,
    hint: 'Send a new event_id, or the instant of the change in occurred_at.',
  });
}

async function drawSpans(
  ctx: Ctx,
  states: readonly SubscriptionState[],
  spans: readonly Span[],
  toReporting: ToReporting,
): Promise<void> {
  const latest = states.toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.rank - b.rank).at(-1);
  if (!latest) return;
  const rows = spans.map((span, index) => rowOf(ctx, latest, span, index, toReporting));
  await deleteOtherSpans(
    ctx,
    latest,
    rows.map(({ external_id }) => external_id),
  );
  if (rows.length > 0) await upsertSubscriptions(ctx.db, rows);
}

/** The first span bears the subscription's own id, each later one the day it began besides. */
function rowOf(
  ctx: Ctx,
  latest: SubscriptionState,
  span: Span,
  index: number,
  toReporting: ToReporting,
): SubscriptionRow {
  const { subscription_external_id: id, source, account_id } = latest;
  const now = ctx.clock.now();
  const value = toReporting({ amount_minor: span.mrr_minor, currency: span.currency, on: span.started_on });
  return {
    ...span,
    id: newId(ctx, 'subscription'),
    account_id,
    source,
    external_id: index === 0 ? id : `${id}@${span.started_on}`,
    mrr_reporting_minor: value?.amount_minor ?? null,
    reporting_rate: value?.reporting_rate ?? null,
    reporting_rate_source: value?.reporting_rate_source ?? null,
    reporting_rate_on: value?.reporting_rate_on ?? null,
    created_at: now,
    updated_at: now,
  };
}
