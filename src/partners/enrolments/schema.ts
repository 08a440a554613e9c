import { z } from 'zod';

export const enrolPartnerSchema = z.strictObject({
  partner_id: z.string(),
  terms_version: z.int32().positive().describe('The version of the terms the partner accepted'),
});

export const enrolmentSchema = z.object({
  id: z.string(),
  programme_id: z.string(),
  partner_id: z.string(),
  state: z.enum(['active', 'paused', 'ended']),
  terms_accepted_version: z.number().int(),
  terms_accepted_at: z.string(),
  enrolled_at: z.string(),
});

export type EnrolPartner = z.infer<typeof enrolPartnerSchema> & { programme_id: string };
