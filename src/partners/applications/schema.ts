import { z } from 'zod';
import { APPLICATION_STATES, FIELD_KINDS, OUTCOMES } from './model.ts';

const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const choices = z.array(z.string().trim().min(1).max(200)).max(100);

export const fieldSchema = z.strictObject({
  key: key.describe('The answers to `category` become what kind of business the partner is'),
  label: z.string().trim().min(1).max(300),
  kind: z.enum(FIELD_KINDS),
  required: z.boolean(),
  help: z.string().trim().max(500).optional(),
  choices: choices.optional(),
});

export const ruleSchema = z.strictObject({
  field: z.string().max(40).describe('`country`, `email_domain`, or the key of a question'),
  is: z.enum(['one_of', 'not_one_of', 'at_least', 'at_most', 'free_mailbox']),
  values: choices.optional(),
  number: z.number().optional(),
  outcome: z.enum(OUTCOMES),
  reason: z.string().trim().min(1).max(500).optional().describe('What a rejected applicant is told'),
});

export const formSchema = z.strictObject({
  fields: z.array(fieldSchema).max(30),
  rules: z.array(ruleSchema).max(50).describe('The first that fits decides; else a person'),
  reapply_days: z.number().int().min(0).max(3650).describe('After a refusal, until one may apply again'),
});

export const applicationsQuery = z.object({
  programme_id: z.string().max(40).optional(),
  partner_id: z.string().max(40).optional(),
  state: z.enum(APPLICATION_STATES).optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
});

export const applicationSchema = z.object({
  id: z.string(),
  programme_id: z.string(),
  programme_name: z.string(),
  page_id: z.string().nullable(),
  page_slug: z.string().nullable(),
  partner_id: z.string().nullable(),
  email: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  answers: z.array(z.object({ key: z.string(), label: z.string(), answer: z.string() })),
  terms_version: z.number().int(),
  state: z.enum(APPLICATION_STATES),
  reason_code: z.string(),
  reason: z.string().nullable().describe('What the applicant was told'),
  why: z.string().describe('How it came to this state'),
  decided_by: z.string().nullable(),
  decided_at: z.string().nullable(),
  reapply_at: z.string().nullable(),
  created_at: z.string(),
});

export const decisionSchema = z.strictObject({
  state: z.enum(['approved', 'rejected']),
  reason: z.string().trim().min(1).max(1000).describe('The applicant reads it'),
  reapply_on: z.iso.date().optional().describe('The first day of a new application; from the form when absent'),
});

export type NewForm = z.infer<typeof formSchema>;
