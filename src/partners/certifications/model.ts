export type Question = { key: string; text: string; choices: string[]; right: number[] };

/** How a partner of a programme becomes certified: by a quiz, or by a proof that somebody looks at. */
export type Certification = {
  name: string;
  kind: 'quiz' | 'proof';
  instructions: string;
  pass_percent: number;
  /** Days a certificate is valid; null: for good. */
  valid_days: number | null;
  /** Hours until one may try again after a failure. */
  retry_hours: number;
  questions: Question[];
};

/** The chosen answers by question key: positions in its choices. */
export type QuizAnswers = Record<string, number[]>;

export const ATTEMPT_STATES = ['waiting', 'passed', 'failed'] as const;
export type AttemptState = (typeof ATTEMPT_STATES)[number];

export type Attempt = {
  id: string;
  programme_id: string;
  partner_id: string;
  kind: 'quiz' | 'proof';
  state: AttemptState;
  /** As they were asked. */
  questions: Question[];
  answers: QuizAnswers;
  score_percent: number | null;
  proof_name: string | null;
  proof_type: string | null;
  note: string | null;
  reason: string | null;
  decided_by: string | null;
  decided_at: Date | null;
  expires_at: Date | null;
  created_at: Date;
};

/** What a proof may be; its first bytes must agree. */
export const PROOF_TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const;
export type ProofType = (typeof PROOF_TYPES)[number];
export const PROOF_BYTES_MOST = 700_000;
