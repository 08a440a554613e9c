import { allocate } from '../../../kernel/money.ts';
import type { AccountFacts, PersonFacts, Readiness, ReadinessStatus, Term } from '../model.ts';
import { accountTerms, personTerms, WEIGHT } from './terms.ts';
import { accountVetoes, personVetoes } from './vetoes.ts';

export const READY_FROM = 70;
export const ALMOST_FROM = 50;
export const COVERAGE_FROM = 0.4;
const FRICTION_FROM = 0.75;
const FRICTION_TAKES = 0.4;
const TENTHS = 10;

/**
 * How fit an account, or a person in it, is to vouch for us: `score = base × damper`, 0-100 to one decimal, then vetoes.
 * Vetoes change the status and never the score.
 */
export function computeReadiness(facts: { account: AccountFacts; person?: PersonFacts }, now: Date): Readiness {
  const { account, person } = facts;
  const valued = person ? [...accountTerms(account), ...personTerms(person, now)] : accountTerms(account);
  const { terms, base, coverage } = weigh(valued);
  const damper = frictionDamper(account.friction_percentile);
  const score = tenth(base * damper);
  const vetoes = person ? [...accountVetoes(account), ...personVetoes(person, now)] : accountVetoes(account);
  return { score, base, damper, coverage, terms, vetoes, status: statusOf({ score, coverage, vetoes }) };
}

/** 1 up to the 75th percentile of friction, then down in a line to 0.6 at the 100th; 1 when friction is unknown. */
export function frictionDamper(percentile: number | null): number {
  const above = Math.max(0, (percentile ?? 0) - FRICTION_FROM) / (1 - FRICTION_FROM);
  return Math.round((1 - FRICTION_TAKES * Math.min(1, above)) * 1e4) / 1e4;
}

/** Weighted mean over the terms that are known. Points are tenths by largest remainder, so they sum to the base exactly. */
function weigh(valued: Pick<Term, 'code' | 'value' | 'note'>[]): Pick<Readiness, 'terms' | 'base' | 'coverage'> {
  const all = valued.reduce((sum, term) => sum + WEIGHT[term.code], 0);
  const known = valued.reduce((sum, term) => sum + (term.value === null ? 0 : WEIGHT[term.code]), 0);
  const shares = valued.map((term) => Math.round(WEIGHT[term.code] * (term.value ?? 0) * 1e6));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const base = known === 0 ? 0 : tenth(total / 1e6 / known);
  const points = total === 0 ? shares : allocate(Math.round(base * TENTHS), shares);
  const terms = valued.map((term, index) => ({
    ...term,
    weight: known === 0 || term.value === null ? 0 : WEIGHT[term.code] / known,
    points: (points[index] ?? 0) / TENTHS,
  }));
  return { terms, base, coverage: all === 0 ? 0 : Math.round((known / all) * 1e4) / 1e4 };
}

/** Under half the points nobody is asked either: the score itself is the reason then. */
function statusOf({ score, coverage, vetoes }: Pick<Readiness, 'score' | 'coverage' | 'vetoes'>): ReadinessStatus {
  if (vetoes.length > 0) return 'not_now';
  if (coverage < COVERAGE_FROM) return 'unknown';
  if (score >= READY_FROM) return 'ready';
  return score >= ALMOST_FROM ? 'almost' : 'not_now';
}

function tenth(value: number): number {
  return Math.round(value * TENTHS) / TENTHS;
}
