import type {
  AccountFacts,
  AskKind,
  Moment,
  MomentCode,
  Nomination,
  PersonFacts,
  Readiness,
  Term,
  TermCode,
} from '../model.ts';
import { findEvidence } from './evidence.ts';

export type Candidate = { facts: PersonFacts; readiness: Readiness };

const DAY_MS = 86_400_000;
const MIDDLE = 50;
const CASE_STUDY_FROM = { days: 365, expansion: 70 } as const;
const MOMENT_DAYS: Record<MomentCode, number> = {
  promoter_answer: 30,
  ticket_solved_well: 30,
  upgrade: 60,
  purchase: 30,
  success_milestone: 30,
};
/** Firms that advise others bring more as partners than as customers who mention us. */
const ADVISES_OTHERS = /agenc|consult|integrat|advis|reseller|managed service/i;

/** Whom to ask at an account, for what, why, and why now. The first candidate without a veto of their own, by score. */
export function nominate(account: AccountFacts, readiness: Readiness, people: Candidate[], now: Date): Nomination {
  const ranked = people.toSorted(byFitness);
  const chosen = ranked[0];
  const free = chosen !== undefined && ownVetoes(chosen, readiness) === 0;
  const moments = findMoments(account, now);
  return {
    person_id: chosen?.facts.person_id ?? null,
    person_missing: chosen === undefined ? 'no_person' : free ? null : 'no_person_free',
    ask_kind: chooseAsk(account, readiness, chosen?.facts, moments),
    reason: chooseReason(readiness),
    moments,
    evidence: findEvidence(account, chosen?.facts),
  };
}

/** What happened lately that makes this a good time to ask, newest first. */
export function findMoments(facts: AccountFacts, now: Date): Moment[] {
  const seen: [MomentCode, string | null, Moment['params']][] = [
    ['promoter_answer', facts.promoter_at, { score: facts.promoter_score ?? 0 }],
    ['upgrade', facts.upgraded_at, {}],
    ['ticket_solved_well', facts.solved_well_at, {}],
    ['purchase', facts.purchased_at, {}],
    ['success_milestone', facts.turned_green_at, {}],
  ];
  return seen
    .flatMap(([code, at, params]) =>
      at !== null && isWithin(at, now, MOMENT_DAYS[code]) ? [{ code, at, params }] : [],
    )
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

function isWithin(at: string, now: Date, days: number): boolean {
  const age = now.getTime() - Date.parse(at);
  return age >= 0 && age <= days * DAY_MS;
}

function chooseAsk(
  account: AccountFacts,
  readiness: Readiness,
  person: PersonFacts | undefined,
  moments: Moment[],
): AskKind {
  if (ADVISES_OTHERS.test(account.industry ?? '')) return 'partnership';
  const grew = (termValue(readiness, 'expansion_history') ?? 0) >= CASE_STUDY_FROM.expansion;
  const proven = (account.tenure_days ?? 0) >= CASE_STUDY_FROM.days && grew;
  if (proven && person?.role === 'decision_maker') return 'case_study';
  const praised = moments.some((moment) => moment.code === 'promoter_answer');
  if (praised && account.promoter_person_id === person?.person_id && person?.role === 'user') return 'review';
  return 'referral';
}

/** The two terms that lift this account most above the middle, by what they weigh: a light term at its best is no reason. */
function chooseReason(readiness: Readiness): Nomination['reason'] {
  const idle = readiness.terms.find((term) => term.note === 'happy_but_idle');
  if (idle) return { code: 'happy_but_idle', params: {} };
  const [first, second] = readiness.terms
    .filter((term) => term.value !== null && term.value >= MIDDLE)
    .toSorted((a, b) => lift(b) - lift(a) || b.weight - a.weight);
  if (!first) return { code: 'weak', params: {} };
  const params = { first: first.code, first_value: Math.round(first.value ?? 0) };
  if (!second) return { code: 'strong_one', params };
  return {
    code: 'strong_two',
    params: { ...params, second: second.code, second_value: Math.round(second.value ?? 0) },
  };
}

function lift({ weight, value }: Term): number {
  return weight * ((value ?? 0) - MIDDLE);
}

function termValue(readiness: Readiness, code: TermCode): number | null {
  return readiness.terms.find((term) => term.code === code)?.value ?? null;
}

function byFitness(a: Candidate, b: Candidate): number {
  return (
    a.readiness.vetoes.length - b.readiness.vetoes.length ||
    b.readiness.score - a.readiness.score ||
    (a.facts.person_id < b.facts.person_id ? -1 : 1)
  );
}

function ownVetoes(candidate: Candidate, account: Readiness): number {
  return candidate.readiness.vetoes.length - account.vetoes.length;
}
