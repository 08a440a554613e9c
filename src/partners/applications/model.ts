export const FIELD_KINDS = ['text', 'long_text', 'url', 'number', 'choice', 'choices'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** One question of a form. The answers to the key `category` become what kind of business the partner is. */
export type Field = {
  key: string;
  label: string;
  kind: FieldKind;
  required: boolean;
  help?: string;
  choices?: string[];
};

export const OUTCOMES = ['approve', 'reject', 'queue'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What decides without a person: the first rule that fits. `field` is `country`, `email_domain` or a question's key. */
export type Rule = {
  field: string;
  is: 'one_of' | 'not_one_of' | 'at_least' | 'at_most' | 'free_mailbox';
  values?: string[];
  number?: number;
  outcome: Outcome;
  /** What a rejected applicant is told. */
  reason?: string;
};

export type Form = { fields: Field[]; rules: Rule[]; reapply_days: number };

/** An answer as it is kept: a text, or the chosen ones. */
export type Answers = Record<string, string | string[]>;

export const APPLICATION_STATES = ['queued', 'approved', 'rejected'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

export type Application = {
  id: string;
  programme_id: string;
  page_id: string | null;
  partner_id: string | null;
  email: string;
  email_normalised: string;
  name: string;
  country: string | null;
  answers: Answers;
  /** The questions as they were asked. */
  fields: Field[];
  terms_version: number;
  /** What the applicant said yes to, word for word. */
  terms_text: string;
  state: ApplicationState;
  /** `rule`, `no_review`, `by_hand`, `waiting` or `invited`. */
  reason_code: string;
  reason: string | null;
  decided_by: string | null;
  decided_at: Date | null;
  reapply_at: Date | null;
  created_at: Date;
};
