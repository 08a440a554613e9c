import { z } from 'zod';
import { PARTNER_KINDS, PARTNER_STATES } from './model.ts';

const categories = z.array(z.string().trim().min(1).max(60)).max(20);
const reason = z.string().trim().min(1).max(500);

export const createPartnerSchema = z.strictObject({
  kind: z.enum(PARTNER_KINDS),
  name: z.string().trim().min(1).max(200),
  email: z.email().max(254),
  account_id: z.string().optional().describe('The customer company the partner belongs to'),
  person_id: z.string().optional().describe('The person at that company'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .describe('ISO 3166-1, two letters'),
  categories: categories.optional().describe('What kind of business it is, in your own words'),
  state: z.enum(['invited', 'approved']).default('invited'),
  reason: reason.optional().describe('Why this state, kept in its history'),
});

export const changePartnerStateSchema = z.strictObject({ reason });

export const recruiterSchema = z.strictObject({
  recruiter_id: z
    .string()
    .max(40)
    .nullable()
    .describe('Earns a part of its commissions where terms say so; null: nobody'),
});

export const partnerSchema = z.object({
  id: z.string(),
  kind: z.enum(PARTNER_KINDS),
  name: z.string(),
  email: z.string(),
  account_id: z.string().nullable(),
  person_id: z.string().nullable(),
  state: z.enum(PARTNER_STATES),
  approved_at: z.string().nullable(),
  country: z.string().nullable(),
  categories: z.array(z.string()),
  created_at: z.string(),
});

export type CreatePartner = z.input<typeof createPartnerSchema>;
