import { z } from 'zod';
import { ATTEMPT_STATES, PROOF_TYPES } from './model.ts';

const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const text = z.string().trim().min(1).max(1000);

const questionShape = { key, text, choices: z.array(text).min(2).max(12) };

export const certificationSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  kind: z.enum(['quiz', 'proof']),
  instructions: z.string().trim().max(5000),
  pass_percent: z.number().int().min(1).max(100),
  valid_days: z.number().int().min(1).max(3650).nullable().describe('null: for good'),
  retry_hours: z.number().int().min(0).max(8760).describe('After a failure, until one may try again'),
  questions: z
    .array(z.strictObject({ ...questionShape, right: z.array(z.number().int().min(0).max(11)).max(12) }))
    .max(100)
    .describe('`right`: the positions of the right choices, from 0; all of them have to be chosen'),
});

export const attemptsQuery = z.object({
  programme_id: z.string().max(40).optional(),
  partner_id: z.string().max(40).optional(),
  state: z.enum(ATTEMPT_STATES).optional(),
});

export const attemptSchema = z.object({
  id: z.string(),
  programme_id: z.string(),
  partner_id: z.string(),
  kind: z.enum(['quiz', 'proof']),
  state: z.enum(ATTEMPT_STATES),
  score_percent: z.number().int().nullable(),
  proof_name: z.string().nullable(),
  proof_type: z.string().nullable(),
  note: z.string().nullable(),
  reason: z.string().nullable(),
  decided_by: z.string().nullable(),
  decided_at: z.string().nullable(),
  expires_at: z.string().nullable(),
  created_at: z.string(),
});

export const listedAttemptSchema = attemptSchema.extend({ partner_name: z.string(), programme_name: z.string() });

export const proofDecisionSchema = z.strictObject({
  state: z.enum(['passed', 'failed']),
  reason: z.string().trim().min(1).max(1000).describe('The partner reads it'),
});

export const quizAnswersSchema = z.strictObject({
  answers: z.record(key, z.array(z.number().int().min(0).max(11)).max(12)).describe('Chosen positions by question'),
});

export const proofSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  type: z.enum(PROOF_TYPES),
  content_base64: z.string().min(1).max(950_000),
  note: z.string().trim().max(1000).optional(),
});

/** What the partner sees: the questions without their answers. */
export const askedSchema = z.object({
  name: z.string(),
  kind: z.enum(['quiz', 'proof']),
  instructions: z.string(),
  pass_percent: z.number().int(),
  valid_days: z.number().int().nullable(),
  questions: z.array(z.object({ ...questionShape, several: z.boolean() })),
  newest: attemptSchema.nullable(),
  may_try: z.boolean(),
  from: z.string().nullable(),
});
