import { addDaysToDate } from '../kernel/time.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { customerSatisfaction } from './customer-satisfaction.ts';
import type { DataTime } from './data-time.ts';
import { frictionStanding } from './friction-standing.ts';
import { type Metric, metric, ratio } from './metric.ts';
import { netPromoterScore, npsOf } from './net-promoter-score.ts';
import { usageStanding } from './usage-standing.ts';
import { usageTrend } from './usage-trend.ts';

/** What customers say, how much they use the product and how hard that is for them. */
export async function operationMetrics(ctx: Ctx, time: DataTime): Promise<Metric[]> {
  requireScope(ctx, 'customers:read');
  return [...(await saidMetrics(ctx, time)), ...(await usageMetrics(ctx, time)), ...(await frictionMetrics(ctx, time))];
}

function trailing(time: DataTime, days: number) {
  return { from: addDaysToDate(time.on, 1 - days), to: time.on };
}

/** What people say: NPS and CSAT of the last 180 days. */
export async function saidMetrics(ctx: Ctx, time: DataTime): Promise<Metric[]> {
  const period = trailing(time, 180);
  const nps = await netPromoterScore(ctx, time);
  const csat = await customerSatisfaction(ctx, time);
  const note = csat.unanswered > 0 ? say('metrics:notes.unrated', { count: csat.unanswered }) : undefined;
  const rated = { definition: 'csat', period, n: csat.answers, reason: 'no_answers', note } as const;
  return [
    metric({
      key: 'nps',
      definition: 'nps',
      unit: 'score',
      period,
      value: npsOf(nps),
      n: nps.answers,
      reason: 'no_answers',
    }),
    metric({ ...rated, key: 'csat_mean', unit: 'score', value: csat.mean }),
    metric({ ...rated, key: 'csat_top_two', unit: 'ratio', value: ratio(csat.topTwo, csat.answers) }),
  ];
}

/** The middle value of those known; null when none is. */
export function median(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const middle = known.length >>> 1;
  const high = known[middle];
  if (high === undefined) return null;
  return known.length % 2 === 1 ? high : (high + (known[middle - 1] ?? high)) / 2;
}

async function usageMetrics(ctx: Ctx, time: DataTime): Promise<Metric[]> {
  const period = trailing(time, 28);
  const standing = await usageStanding(ctx, time.on);
  const trend = await usageTrend(ctx, time.on);
  const users = standing.filter((one) => one.active_days > 0);
  const of = { definition: 'usage', period, n: users.length } as const;
  const perSeat = users.length === 0 ? 'no_usage' : 'no_seats';
  return [
    metric({
      ...of,
      key: 'usage_active_accounts',
      unit: 'ratio',
      n: standing.length,
      value: users.length === 0 ? null : ratio(users.length, standing.length),
      reason: 'no_usage',
    }),
    metric({
      ...of,
      key: 'usage_active_days',
      unit: 'count',
      value: median(users.map((one) => one.active_days)),
      reason: 'no_usage',
    }),
    metric({
      ...of,
      key: 'usage_events_per_seat',
      unit: 'count',
      value: median(users.map((one) => one.events_per_seat)),
      reason: perSeat,
    }),
    metric({
      ...of,
      key: 'usage_features_per_seat',
      unit: 'count',
      value: median(users.map((one) => one.features_per_seat)),
      reason: perSeat,
    }),
    metric({
      key: 'usage_trend',
      definition: 'usage-trend',
      unit: 'log_per_week',
      period: trailing(time, 56),
      n: trend.length,
      value: median(trend.map((one) => one.slope)),
      reason: 'no_usage',
    }),
  ];
}

async function frictionMetrics(ctx: Ctx, time: DataTime): Promise<Metric[]> {
  const period = trailing(time, 90);
  const standing = await frictionStanding(ctx, time);
  const sum = (pick: (one: (typeof standing)[number]) => number) =>
    standing.reduce((total, one) => total + pick(one), 0);
  const raised = sum((one) => one.tickets);
  const seated = standing.filter((one) => one.seats !== null);
  const seats = seated.reduce((total, one) => total + (one.seats ?? 0), 0);
  const raisedBySeated = seated.reduce((total, one) => total + one.tickets, 0);
  const of = { definition: 'friction', period, n: raised, reason: 'no_tickets' } as const;
  const silent = raised === 0 && sum((one) => one.open_severity_1) === 0;
  return [
    metric({
      ...of,
      key: 'tickets_per_seat_month',
      unit: 'count',
      value: silent || seats === 0 ? null : (raisedBySeated * 30) / 90 / seats,
      reason: silent ? 'no_tickets' : 'no_seats',
    }),
    metric({ ...of, key: 'open_severity_1', unit: 'count', value: silent ? null : sum((one) => one.open_severity_1) }),
    metric({ ...of, key: 'reopened', unit: 'count', value: silent ? null : sum((one) => one.reopened) }),
    metric({
      ...of,
      key: 'hours_to_resolve',
      unit: 'hours',
      value: median(standing.map((one) => one.mean_hours_to_resolve)),
      reason: silent ? 'no_tickets' : 'none_closed',
    }),
  ];
}
