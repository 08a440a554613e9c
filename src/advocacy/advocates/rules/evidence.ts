import type { AccountFacts, Evidence, PersonFacts } from '../model.ts';

const MONTH_DAYS = 30.4375;
const FAST_MINUTES = { firstResponse: 240, resolution: 1440 } as const;
const AT_LEAST = { months: 6, growthPercent: 10, events: 50, features: 3, tickets: 3, seats: 2, nps: 9 } as const;

/**
 * The customer's own results that an invitation may quote, strongest first: only what is known, true and flattering.
 * Each keeps its numbers and where they come from.
 */
export function findEvidence(account: AccountFacts, person: PersonFacts | undefined): Evidence[] {
  const found = [usageGrowth(account), seatsGrowth(account), together(account), features(account), answers(account)];
  return [...found, ownAnswer(person)].filter((evidence) => evidence !== undefined);
}

function usageGrowth(facts: AccountFacts): Evidence | undefined {
  if (facts.events_prior_90d < AT_LEAST.events) return undefined;
  const percent = Math.floor((100 * (facts.events_90d - facts.events_prior_90d)) / facts.events_prior_90d);
  if (percent < AT_LEAST.growthPercent) return undefined;
  const params = { percent, now: facts.events_90d, before: facts.events_prior_90d };
  return { code: 'usage_growth', params, source: 'usage_daily: events of 90 days against the 90 before' };
}

function seatsGrowth(facts: AccountFacts): Evidence | undefined {
  if (facts.seats === null || !facts.seats_before || facts.seats - facts.seats_before < AT_LEAST.seats)
    return undefined;
  return {
    code: 'seats_growth',
    params: { before: facts.seats_before, now: facts.seats },
    source: 'subscriptions: seats at the first payment and now',
  };
}

function together(facts: AccountFacts): Evidence | undefined {
  const months = Math.floor((facts.tenure_days ?? 0) / MONTH_DAYS);
  if (months < AT_LEAST.months) return undefined;
  return { code: 'months_together', params: { count: months }, source: 'subscriptions: first paid day' };
}

function features(facts: AccountFacts): Evidence | undefined {
  if (facts.features_90d < AT_LEAST.features) return undefined;
  return { code: 'features_used', params: { count: facts.features_90d }, source: 'usage_daily: features in 90 days' };
}

function answers(facts: AccountFacts): Evidence | undefined {
  if (facts.solved_12m < AT_LEAST.tickets) return undefined;
  const solved = facts.median_resolution_minutes;
  const count = facts.solved_12m;
  const source = 'tickets: medians of 12 months';
  if (solved !== null && solved <= FAST_MINUTES.resolution)
    return { code: 'tickets_fast', params: { count, hours: Math.max(1, Math.ceil(solved / 60)) }, source };
  const first = facts.median_first_response_minutes;
  if (first !== null && first <= FAST_MINUTES.firstResponse)
    return { code: 'answered_fast', params: { count, minutes: Math.max(1, Math.ceil(first)) }, source };
  return undefined;
}

function ownAnswer(person: PersonFacts | undefined): Evidence | undefined {
  if (!person || person.nps_score === null || person.nps_score < AT_LEAST.nps) return undefined;
  return {
    code: 'own_answer',
    params: { score: person.nps_score },
    source: 'survey answers: latest NPS of the person',
  };
}
