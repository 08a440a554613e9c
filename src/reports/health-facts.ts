import { type Ctx, requireScope } from '../platform/ctx.ts';
import type { ComponentKey, Fact, HealthDefinition, HealthFacts } from '../success/health/model.ts';
import { commercialFacts } from './commercial-facts.ts';
import { companyFacts } from './company.ts';
import type { DataTime } from './data-time.ts';
import { feedDays } from './feed-days.ts';
import { type FrictionStanding, frictionStanding } from './friction-standing.ts';
import { heardFrom } from './heard-from.ts';
import { segmentFits } from './segments/fits.ts';
import { sentiment } from './sentiment.ts';
import { type UsageStanding, usageStanding } from './usage-standing.ts';
import { usageTrend } from './usage-trend.ts';

const UNKNOWN: Fact = { value: null, observedOn: null, params: {} };
const DEFAULT_WINDOW: Record<ComponentKey, number> = {
  adoption: 28,
  engagement: 56,
  friction: 90,
  sentiment: 180,
  commercial: 90,
  relationship: 180,
  tenure: 1,
};

function byAccount<T extends { account_id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.account_id, row]));
}

/** What a health model needs to know of each active account, from facts on or before the data time only. */
export async function healthFacts(ctx: Ctx, definition: HealthDefinition, time: DataTime): Promise<HealthFacts[]> {
  requireScope(ctx, 'customers:read');
  const windowOf = (key: ComponentKey) =>
    definition.components.find((one) => one.key === key)?.window_days ?? DEFAULT_WINDOW[key];
  const feeds = await feedDays(ctx, time);
  const weeks = Math.max(2, Math.round(windowOf('engagement') / 7));
  const usage = await usageStanding(ctx, time.on, windowOf('adoption'), time);
  const trend = byAccount(await usageTrend(ctx, time.on, weeks, time));
  const friction = byAccount(await frictionStanding(ctx, time, windowOf('friction')));
  const said = byAccount(await sentiment(ctx, time, windowOf('sentiment')));
  const company = await companyFacts(ctx);
  const commercial = byAccount(await commercialFacts(ctx, { company, time, days: windowOf('commercial') }));
  const segmentsOf = await segmentFits(ctx, definition, time);
  const heard = byAccount(await heardFrom(ctx, time, windowOf('relationship')));
  return usage.map((one) => {
    const id = one.account_id;
    const money = commercial.get(id);
    const isNew = (money?.tenure_months ?? 0) * 30.4375 < weeks * 7;
    const percentile = feeds.usage ? one.percentile : null;
    return {
      accountId: id,
      segments: segmentsOf.get(id) ?? [],
      facts: {
        adoption: adoptionFact(one, percentile, feeds.usage, windowOf('adoption')),
        engagement: isNew ? UNKNOWN : slopeFact(trend.get(id)?.slope, feeds.usage, weeks),
        friction: frictionFact(friction.get(id), feeds.tickets, windowOf('friction')),
        sentiment: sentimentFact(said.get(id), percentile),
        commercial: commercialFact(money, time.on, windowOf('commercial')),
        relationship: relationshipFact(heard.get(id), feeds.voices, windowOf('relationship')),
        tenure: tenureFact(money?.tenure_months, time.on),
      },
    };
  });
}

function percent(share: number): number {
  return Math.round(share * 100);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function adoptionFact(one: UsageStanding, percentile: number | null, observedOn: string | null, days: number): Fact {
  if (percentile === null) return UNKNOWN;
  const params = { percent: percent(percentile), active_days: one.active_days, events: one.events, days };
  return { value: round(percentile, 4), observedOn, params };
}

function slopeFact(slope: number | undefined, observedOn: string | null, weeks: number): Fact {
  if (slope === undefined) return UNKNOWN;
  const value = round(slope, 4);
  return { value, observedOn, params: { percent: percent(Math.expm1(value)), weeks } };
}

function frictionFact(one: FrictionStanding | undefined, observedOn: string | null, days: number): Fact {
  if (!one || one.percentile === null || observedOn === null) return UNKNOWN;
  const params = { percent: percent(one.percentile), tickets: one.tickets, open_severity_1: one.open_severity_1, days };
  return { value: round(one.percentile, 4), observedOn, params };
}

type Said = { sentiment: number; answers: number; latest_on: string };

/** Sentiment counts only as far as the product is used: satisfaction = sentiment × usage percentile. */
function sentimentFact(said: Said | undefined, usage: number | null): Fact {
  if (!said || usage === null) return UNKNOWN;
  const params = { sentiment: percent(said.sentiment), usage: percent(usage), answers: said.answers };
  return { value: round(said.sentiment * usage, 4), observedOn: said.latest_on, params };
}

type Commercial = { tenure_months: number | null; mrr_change: number | null; overdue: number };

function commercialFact(one: Commercial | undefined, on: string, days: number): Fact {
  if (!one || (one.mrr_change === null && one.overdue === 0)) return UNKNOWN;
  const change = one.mrr_change ?? 0;
  const value = one.overdue > 0 ? -1 : round(change, 4);
  return { value, observedOn: on, params: { percent: percent(change), overdue: one.overdue, days } };
}

type Heard = { people: number; heard: number };

function relationshipFact(one: Heard | undefined, observedOn: string | null, days: number): Fact {
  if (!one || one.people === 0 || observedOn === null) return UNKNOWN;
  return { value: one.heard, observedOn, params: { heard: one.heard, people: one.people, days } };
}

function tenureFact(months: number | null | undefined, on: string): Fact {
  if (months === null || months === undefined) return UNKNOWN;
  return { value: round(months, 2), observedOn: on, params: { months: Math.floor(months) } };
}
