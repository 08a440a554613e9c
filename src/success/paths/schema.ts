import { z } from 'zod';
import { readAction } from './model.ts';

const MOST_STEPS = 6;

export const newSearchSchema = z.strictObject({
  landmark_day: z
    .number()
    .int()
    .min(7)
    .max(180)
    .default(30)
    .describe('Only what was done before this day counts; success is decided after it'),
  gap_days: z
    .number()
    .int()
    .min(1)
    .max(180)
    .default(30)
    .describe('A step is at most so many days after the one before'),
  seed: z.number().int().min(0).max(2_147_483_647).default(1).describe('Decides which accounts are kept apart'),
});

export const searchSchema = z.object({
  id: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  progress: z.number().describe('0 to 1'),
  error: z.string().nullable(),
  landmark_day: z.number().int(),
  gap_days: z.number().int(),
  seed: z.number().int(),
  started_at: z.string(),
});

const action = z
  .string()
  .max(300)
  .refine((text) => readAction(text) !== undefined, 'Not an action: use:TIMES:FEATURE, survey:KIND, ticket or seats')
  .describe('use:TIMES:FEATURE, survey:KIND, ticket or seats');

export const newPathSchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  steps: z
    .array(z.strictObject({ action, due_day: z.number().int().min(0).max(365).describe('From the first day on') }))
    .min(1)
    .max(MOST_STEPS)
    .describe('In order; a due day never before that of the step before'),
  landmark_day: z.number().int().min(1).max(365).default(30),
  search_id: z.string().max(40).nullable().default(null).describe('The search it was found by'),
  note: z.string().trim().max(500).default(''),
});

export type NewSearch = z.output<typeof newSearchSchema>;
export type NewPath = z.output<typeof newPathSchema>;
