import type { Minor } from '../../kernel/money.ts';

/** Everything that can stand between a partner and a commission, in the order it is told. */
export const GATE_KINDS = [
  'company_readiness',
  'enrolment',
  'invitation',
  'application',
  'entry_fee',
  'certification',
  'terms',
  'country',
  'category',
  'payout_details',
] as const;
export type GateKind = (typeof GATE_KINDS)[number];

export const FEE_PERIODS = ['month', 'quarter', 'year', 'once'] as const;
export type FeePeriod = (typeof FEE_PERIODS)[number];

/** What must hold before the company opens a programme; an absent one asks nothing. Shares are from 0 to 1. */
export type ReadinessThresholds = {
  nps_least?: number;
  answers_least?: number;
  retention_least?: number;
  stories_least?: number;
};

/** A gate a programme may ask for. Being enrolled and having accepted the terms is asked by every programme. */
export type Gate =
  | { kind: 'invitation' }
  | { kind: 'application' }
  | { kind: 'entry_fee'; amount_minor: Minor; period: FeePeriod }
  | { kind: 'certification' }
  | { kind: 'country'; allowed?: string[]; refused?: string[] }
  | { kind: 'category'; allowed: string[] }
  | { kind: 'payout_details' }
  | ({ kind: 'company_readiness' } & ReadinessThresholds);

/** The gates that stand on what somebody recorded, with its date. */
export const EVIDENCED = ['invitation', 'application', 'entry_fee', 'certification', 'company_readiness'] as const;
export type EvidencedGate = (typeof EVIDENCED)[number];

export function isEvidenced(gate: string): gate is EvidencedGate {
  return (EVIDENCED as readonly string[]).includes(gate);
}

/** What was found about a gate, from an instant on. Written once. */
export type Evidence = {
  id: string;
  programme_id: string;
  /** Null: about the company. */
  partner_id: string | null;
  gate: EvidencedGate;
  passed: boolean;
  valid_from: Date;
  valid_until: Date | null;
  /** `how` names the sentence in the texts `gates`; the rest stands in it. */
  evidence: { how: string } & Record<string, unknown>;
  actor_id: string;
  recorded_at: Date;
};

export type EnrolmentFact = {
  state: 'active' | 'paused' | 'ended';
  origin: 'invited' | 'applied' | 'joined';
  enrolled_by: string;
  enrolled_at: Date;
};

/** All that decides about one partner in one programme at an instant. */
export type GateFacts = {
  at: Date;
  gates: readonly Gate[];
  enrolment: EnrolmentFact | null;
  /** The newest version that had to be accepted by then, and the newest that was. */
  terms: { required: number | null; required_since: Date | null; accepted: number | null; accepted_at: Date | null };
  partner: { country: string | null; categories: readonly string[] };
  payout_details_since: Date | null;
  evidence: readonly Pick<
    Evidence,
    'id' | 'gate' | 'passed' | 'valid_from' | 'valid_until' | 'evidence' | 'actor_id' | 'recorded_at'
  >[];
};

/** One gate as it stood: `reason` names a sentence of the texts `gates`. */
export type GateVerdict = {
  gate: GateKind;
  open: boolean;
  reason: string;
  params: Record<string, unknown>;
  since: Date | null;
  until: Date | null;
};

export type ClosedGate = { gate: GateKind; params: Record<string, unknown> };

export const FEE_STATES = ['due', 'paid', 'waived', 'refunded'] as const;
export type FeeState = (typeof FEE_STATES)[number];

/** What a partner owes for one period of a programme. `ends_on` is the first day after it; null: for good. */
export type Fee = {
  id: string;
  programme_id: string;
  partner_id: string;
  starts_on: string;
  ends_on: string | null;
  starts_at: Date;
  ends_at: Date | null;
  amount_minor: Minor;
  currency: string;
  state: FeeState;
  settled_by: string | null;
  settled_at: Date | null;
  invoice_source: string | null;
  invoice_external_id: string | null;
  reason: string | null;
  created_at: Date;
};
