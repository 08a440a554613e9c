export type EnrolmentState = 'active' | 'paused' | 'ended';

/** A partner in a programme, with the version of the terms it accepted. */
export type Enrolment = {
  id: string;
  programme_id: string;
  partner_id: string;
  state: EnrolmentState;
  terms_accepted_version: number;
  terms_accepted_at: Date;
  enrolled_at: Date;
};
