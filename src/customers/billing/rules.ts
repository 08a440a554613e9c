import { divide, type Minor, multiply, type Rational, rational, roundToMinor } from '../../kernel/money.ts';
import { dateIn, type IsoDate } from '../../kernel/time.ts';
import type { Interval, Span, SubscriptionState } from './model.ts';

/** Months of each interval: domain.md §2 (annual ÷ 12, weekly × 52 ÷ 12); a day is a 365th of a year. */
const MONTHS: Record<Interval, Rational> = {
  day: rational(12, 365),
  week: rational(12, 52),
  month: rational(1),
  quarter: rational(3),
  half_year: rational(6),
  year: rational(12),
};

/** What `amount` minor units every `count` intervals are a month, rounded once. */
export function monthlyMinor(amount: Rational, interval: Interval, count: number): Minor {
  return roundToMinor(divide(amount, multiply(MONTHS[interval], rational(count))), 'amount_minor');
}

/**
 * The spans of a subscription from everything that was said about it, in whatever order it was said: by instant, then
 * rank, then event. The first begins when the subscription did; of several states of one day the last counts.
 */
export function toSpans(states: readonly SubscriptionState[]): Span[] {
  const sorted = states.toSorted(byTime);
  const spans: Span[] = [];
  for (const [index, state] of sorted.entries()) {
    const from = startOf(state, index);
    const last = spans.at(-1);
    if (last && last.ended_on === null) last.ended_on = later(last.started_on, from);
    if (state.status === 'trial' || state.status === 'active') spans.push(spanOf(state, from));
  }
  return joinEqual(spans.filter(({ started_on, ended_on }) => started_on !== ended_on));
}

function byTime(a: SubscriptionState, b: SubscriptionState): number {
  return a.at.getTime() - b.at.getTime() || a.rank - b.rank || (a.event_id < b.event_id ? -1 : 1);
}

function startOf(state: SubscriptionState, index: number): IsoDate {
  if (state.status === 'ended') return dateIn(state.ended_at ?? state.at, 'UTC');
  const from = index === 0 && state.started_at < state.at ? state.started_at : state.at;
  return dateIn(from, 'UTC');
}

function later(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b;
}

function spanOf(state: SubscriptionState, started_on: IsoDate): Span {
  const { plan, seats, billing_interval, interval_count, currency, mrr_minor } = state;
  const content = { plan, seats, billing_interval, interval_count, currency, mrr_minor };
  return { ...content, is_trial: state.status === 'trial', started_on, ended_on: null };
}

/** What goes on unchanged is one span. */
function joinEqual(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && last.ended_on === span.started_on && isSame(last, span)) last.ended_on = span.ended_on;
    else joined.push({ ...span });
  }
  return joined;
}

function isSame(a: Span, b: Span): boolean {
  const keys = ['plan', 'seats', 'billing_interval', 'interval_count', 'currency', 'mrr_minor', 'is_trial'] as const;
  return keys.every((key) => a[key] === b[key]);
}
