export type TermCode =
  | 'health'
  | 'satisfaction'
  | 'usage'
  | 'lifetime_value'
  | 'expansion_history'
  | 'tenure'
  | 'expansion_potential'
  | 'retention_cost'
  | 'role'
  | 'own_answers'
  | 'own_activity';

/** One term of a readiness. `value` 0-100 or null when unknown; the points of all terms sum to the base exactly. */
export type Term = {
  code: TermCode;
  weight: number;
  value: number | null;
  points: number;
  note: 'happy_but_idle' | null;
};

export const VETO_CODES = [
  'severity_1_ticket',
  'health_red',
  'churn_notice',
  'churned',
  'invoice_overdue',
  'dispute',
  'unsubscribed',
  'asked_recently',
  'no_consent',
  'consent_refused',
  'no_email',
] as const;
export type VetoCode = (typeof VETO_CODES)[number];

/** Why the moment is wrong. `lifts_at` is an ISO instant when time alone lifts it. */
export type Veto = { code: VetoCode; params: Record<string, number | string>; lifts_at: string | null };

export const READINESS_STATUS = ['ready', 'almost', 'not_now', 'unknown'] as const;
export type ReadinessStatus = (typeof READINESS_STATUS)[number];

export type Readiness = {
  score: number;
  base: number;
  /** 1 leaves the base as it is, 0.6 takes 40 % off. */
  damper: number;
  /** Weight of the terms known ÷ weight of all, 0-1. */
  coverage: number;
  status: ReadinessStatus;
  terms: Term[];
  vetoes: Veto[];
};

/** What is known of an account at the time of scoring. Percentiles are 0-1 among peers; instants are ISO; null is unknown. */
export type AccountFacts = {
  account_id: string;
  industry: string | null;
  use_case: string | null;
  channel: string | null;
  channel_evidence: ChannelEvidence | null;
  health_score: number | null;
  health_band: 'green' | 'amber' | 'red' | 'unknown' | null;
  is_paying: boolean;
  has_paid: boolean;
  mrr_minor: number;
  /** A year ago, or at the first payment of a younger customer; null when less than 90 days ago. */
  mrr_before_minor: number | null;
  seats: number | null;
  seats_before: number | null;
  employees: number | null;
  /** 1 on the smallest plan, 0 on the largest. */
  plan_headroom: number | null;
  lifetime_value_percentile: number | null;
  retention_cost_percentile: number | null;
  usage_percentile: number | null;
  friction_percentile: number | null;
  tenure_days: number | null;
  /** Mean of the latest NPS answer of each person, 0-10. */
  nps_mean: number | null;
  /** Mean of CSAT answers and ticket ratings, 0-1. */
  csat_mean: number | null;
  open_severity_1: number;
  overdue_invoices: number;
  disputed_invoices: number;
  churn_notice_at: string | null;
  events_90d: number;
  events_prior_90d: number;
  features_90d: number;
  solved_12m: number;
  median_first_response_minutes: number | null;
  median_resolution_minutes: number | null;
  promoter_at: string | null;
  promoter_score: number | null;
  promoter_person_id: string | null;
  upgraded_at: string | null;
  solved_well_at: string | null;
  purchased_at: string | null;
  turned_green_at: string | null;
};

export const CHANNEL_EVIDENCE = ['first_touch', 'last_touch', 'imported', 'self_reported'] as const;
export type ChannelEvidence = (typeof CHANNEL_EVIDENCE)[number];

export type PersonFacts = {
  person_id: string;
  account_id: string;
  role: 'decision_maker' | 'influencer' | 'champion' | 'billing' | 'user' | null;
  has_email: boolean;
  /** The latest answer about advocacy; null when never asked. */
  consent: boolean | null;
  unsubscribed_at: string | null;
  /** The latest ask sent to this person that was not cancelled, and whether one is open now. */
  last_asked_at: string | null;
  nps_score: number | null;
  nps_at: string | null;
  csat: number | null;
  last_active_at: string | null;
};

export const ASK_KINDS = ['review', 'case_study', 'reference', 'referral', 'partnership'] as const;
export type AskKind = (typeof ASK_KINDS)[number];

export type MomentCode = 'promoter_answer' | 'upgrade' | 'ticket_solved_well' | 'purchase' | 'success_milestone';
export type Moment = { code: MomentCode; at: string; params: Record<string, number | string> };

/** A result of the customer's own that an invitation may quote: true, flattering, with where it comes from. */
export type Evidence = { code: EvidenceCode; params: Record<string, number>; source: string };
export type EvidenceCode =
  | 'months_together'
  | 'usage_growth'
  | 'features_used'
  | 'seats_growth'
  | 'tickets_fast'
  | 'answered_fast'
  | 'own_answer';

/** The person whom `readiness` ranks first, the ask that fits, why, and why now. */
export type Nomination = {
  person_id: string | null;
  /** Why nobody can be asked: nobody is known, or everybody known has a veto. */
  person_missing: 'no_person' | 'no_person_free' | null;
  ask_kind: AskKind;
  reason: { code: string; params: Record<string, number | string> };
  moments: Moment[];
  evidence: Evidence[];
};
