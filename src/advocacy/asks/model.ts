import type { AskKind, Evidence } from '../advocates/model.ts';

export const ASK_STATES = ['draft', 'sent', 'accepted', 'declined', 'expired', 'cancelled'] as const;
export type AskState = (typeof ASK_STATES)[number];

/** How long an invitation waits for an answer. */
export const ANSWER_DAYS = 30;

/** The job that lets unanswered invitations expire. */
export const EXPIRE_ASKS = 'expire-asks';

export type QuotedEvidence = Evidence & { sentence: string };

/** What a person agreed to, word for word. */
export type AskAnswer = { consent_text: string | null; programme_id: string | null; terms_version: number | null };

export type Ask = {
  id: string;
  kind: AskKind;
  account_id: string;
  person_id: string;
  programme_id: string | null;
  state: AskState;
  readiness_score: number | null;
  readiness_snapshot: object;
  subject: string;
  body_text: string;
  evidence: QuotedEvidence[];
  mail_id: string | null;
  partner_id: string | null;
  override_reason: string | null;
  answer: AskAnswer | null;
  created_by: string;
  created_at: Date;
  sent_at: Date | null;
  answered_at: Date | null;
  expires_at: Date | null;
};
