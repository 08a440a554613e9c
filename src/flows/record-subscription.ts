import { ensureAccount } from '../customers/accounts/verbs/resolve-account.ts';
import type { Span } from '../customers/billing/model.ts';
import { monthlyMinor } from '../customers/billing/rules.ts';
import { noteSubscription, type ToReporting } from '../customers/billing/verbs/note-subscription.ts';
import { toReporting } from '../customers/company/rules.ts';
import { findCompanyOrNone, listExchangeRates } from '../customers/company/service.ts';
import { invalidField } from '../kernel/errors.ts';
import type { Rational } from '../kernel/money.ts';
import { DAY_MS } from '../kernel/time.ts';
import { takeTurns } from '../partners/attribution/verbs/receive-event.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { emit } from '../platform/outbox.ts';
import type { SubscriptionInput } from './billing-schema.ts';
import { decideIfWaiting } from './decide-again.ts';

/** With `amount`, the interval's price as an exact fraction of minor units instead of `amount_minor`. */
export type SubscriptionChange = Omit<SubscriptionInput, 'amount_minor'> & { amount: Rational; rank?: number };

export type RecordedSubscription = { account_id: string; mrr_minor: number; spans: Span[]; isNew: boolean };

/**
 * A subscription began, changed or ended: keep the state, and draw its spans and with them the movements of MRR anew.
 * An account nobody knows is made. States may come in any order and more than once.
 * @throws 422 naming the field; 409 for the same event with other content
 */
export async function recordSubscription(
  ctx: Ctx,
  input: SubscriptionChange,
  source = 'api',
): Promise<RecordedSubscription> {
  requireScope(ctx, 'track:write');
  const times = timesOf(ctx, input);
  const mrr_minor = monthlyMinor(input.amount, input.interval, input.interval_count);
  return inTransaction(ctx, async (ctx) => {
    await takeTurns(ctx, 'account', input.account_id);
    const account = await ensureAccount(ctx, { external_id: input.account_id });
    const state = { ...stateOf(input, source), ...times, mrr_minor, account_id: account.id };
    const { isNew, spans } = await noteSubscription(ctx, state, await reportingOf(ctx));
    if (isNew) {
      await decideIfWaiting(ctx, input.account_id);
      const { subscription_id, status } = input;
      await emit(ctx, 'subscription.recorded', { subscription_id, account_id: account.id, status, mrr_minor });
    }
    return { account_id: account.id, mrr_minor, spans, isNew };
  });
}

function stateOf(input: SubscriptionChange, source: string) {
  const { plan = null, seats = null, interval, interval_count, status, currency, rank = 1 } = input;
  return {
    source,
    subscription_external_id: input.subscription_id,
    event_id: input.event_id ?? input.occurred_at ?? 'now',
    rank,
    status,
    plan,
    seats,
    billing_interval: interval,
    interval_count,
    currency,
  };
}

function timesOf(ctx: Ctx, { occurred_at, started_at, ended_at }: SubscriptionChange) {
  const now = ctx.clock.now();
  const at = occurred_at ? new Date(occurred_at) : now;
  const begun = started_at ? new Date(started_at) : at;
  const ended = ended_at ? new Date(ended_at) : null;
  if (at.getTime() - now.getTime() > DAY_MS)
    throw invalidField('occurred_at', 'This is more than a day in the future.', 'Send the change when it happens.');
  if (ended && ended < begun) throw invalidField('ended_at', 'The subscription would end before it began.');
  return { at, started_at: begun, ended_at: ended };
}

/** The rates are read for whoever reports the subscription, who needs no right to see them. */
async function reportingOf(outer: Ctx): Promise<ToReporting> {
  const ctx: Ctx = { ...outer, scopes: new Set(['settings:read', 'imports:write']) };
  const company = await findCompanyOrNone(ctx);
  if (!company) return () => undefined;
  const { rates } = await listExchangeRates(ctx);
  return (amount) => toReporting(amount, company.reporting_currency, rates);
}
