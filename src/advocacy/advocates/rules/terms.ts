import type { AccountFacts, PersonFacts, Term, TermCode } from '../model.ts';

/** Stated defaults, used until asks have outcomes to learn from. Of an account they sum to 100. */
export const WEIGHT: Record<TermCode, number> = {
  health: 25,
  satisfaction: 20,
  usage: 15,
  lifetime_value: 10,
  expansion_history: 10,
  tenure: 10,
  expansion_potential: 5,
  retention_cost: 5,
  role: 15,
  own_answers: 20,
  own_activity: 10,
};

type Valued = Pick<Term, 'code' | 'value' | 'note'>;

/** The eight terms of an account, each 0-100 or unknown. */
export function accountTerms(facts: AccountFacts): Valued[] {
  const { value, note } = satisfaction(facts);
  return [
    plain('health', facts.health_score),
    { code: 'satisfaction', value, note },
    plain('usage', hundred(facts.usage_percentile)),
    plain('lifetime_value', hundred(facts.lifetime_value_percentile)),
    plain('expansion_history', expansionHistory(facts)),
    plain('tenure', facts.tenure_days === null ? null : clamp((100 * facts.tenure_days) / FULL_TENURE_DAYS)),
    plain('expansion_potential', expansionPotential(facts)),
    plain(
      'retention_cost',
      facts.retention_cost_percentile === null ? null : 100 * (1 - facts.retention_cost_percentile),
    ),
  ];
}

/** What a person adds to the account's terms. */
export function personTerms(facts: PersonFacts, now: Date): Valued[] {
  return [
    plain('role', facts.role === null ? null : ROLE_INFLUENCE[facts.role]),
    plain('own_answers', mean([facts.nps_score === null ? null : facts.nps_score * 10, hundred(facts.csat)])),
    plain('own_activity', ownActivity(facts, now)),
  ];
}

/** NPS and CSAT as one sentiment, 0-1: the mean of the two that are known. */
export function sentimentOf(facts: AccountFacts): number | null {
  return mean([facts.nps_mean === null ? null : facts.nps_mean / 10, facts.csat_mean]);
}

const FULL_TENURE_DAYS = 730;
const ACTIVE_DAYS = 7;
const FORGOTTEN_DAYS = 90;
const DAY_MS = 86_400_000;
const HAPPY = 0.8;
const IDLE = 0.25;
const ROLE_INFLUENCE = { decision_maker: 100, champion: 90, influencer: 75, billing: 40, user: 30 } as const;

function plain(code: TermCode, value: number | null): Valued {
  return { code, value: value === null ? null : clamp(value), note: null };
}

/** Sentiment counts only as far as the product is used: who is happy but idle cannot vouch for it. */
function satisfaction(facts: AccountFacts): Pick<Term, 'value' | 'note'> {
  const sentiment = sentimentOf(facts);
  if (sentiment === null || facts.usage_percentile === null) return { value: null, note: null };
  const idle = sentiment >= HAPPY && facts.usage_percentile < IDLE;
  return { value: clamp(100 * sentiment * facts.usage_percentile), note: idle ? 'happy_but_idle' : null };
}

/** 50 when the contract stood still, 100 from half as much again, 0 from half lost. */
function expansionHistory(facts: AccountFacts): number | null {
  if (!facts.mrr_before_minor) return null;
  return clamp(50 + 100 * (facts.mrr_minor / facts.mrr_before_minor - 1));
}

/** Room to grow: employees without a seat, and plans above theirs. */
function expansionPotential(facts: AccountFacts): number | null {
  const unseated = facts.employees && facts.seats !== null ? clamp(100 * (1 - facts.seats / facts.employees)) : null;
  return mean([unseated, hundred(facts.plan_headroom)]);
}

function ownActivity(facts: PersonFacts, now: Date): number | null {
  if (facts.last_active_at === null) return null;
  const days = (now.getTime() - Date.parse(facts.last_active_at)) / DAY_MS;
  return clamp((100 * (FORGOTTEN_DAYS - days)) / (FORGOTTEN_DAYS - ACTIVE_DAYS));
}

function mean(values: (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

function hundred(share: number | null): number | null {
  return share === null ? null : 100 * share;
}

function clamp(value: number): number {
  return Math.min(100, Math.max(0, value));
}
