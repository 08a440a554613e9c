export const ENROLMENT_STATES = ['active', 'paused', 'ended'] as const;
export type EnrolmentState = (typeof ENROLMENT_STATES)[number];

/** Brought in by somebody's hand, by an application, or by the partner itself. */
export type EnrolmentOrigin = 'invited' | 'applied' | 'joined';

/** A partner in a programme, with the version of the terms it accepted. */
export type Enrolment = {
  id: string;
  programme_id: string;
  partner_id: string;
  state: EnrolmentState;
  terms_accepted_version: number;
  terms_accepted_at: Date;
  enrolled_at: Date;
  origin: EnrolmentOrigin;
  enrolled_by: string;
};
