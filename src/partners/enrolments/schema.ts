import { z } from 'zod';
import { ENROLMENT_STATES } from './model.ts';

export const enrolPartnerSchema = z.strictObject({
  partner_id: z.string(),
  terms_version: z.int32().positive().describe('The version of the terms the partner accepted'),
});

export const changeEnrolmentSchema = z.strictObject({
  state: z.enum(ENROLMENT_STATES),
  reason: z.string().trim().min(1).max(500),
});

export const enrolmentSchema = z.object({
  id: z.string(),
  programme_id: z.string(),
  partner_id: z.string(),
  state: z.enum(ENROLMENT_STATES),
  terms_accepted_version: z.number().int(),
  terms_accepted_at: z.string(),
  enrolled_at: z.string(),
  origin: z.enum(['invited', 'applied', 'joined']),
  enrolled_by: z.string(),
});

export type EnrolPartner = z.infer<typeof enrolPartnerSchema> & { programme_id: string };
