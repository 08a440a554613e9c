import { z } from 'zod';
import { CONDITIONS, STARTS, WHEN_MISSING } from './model.ts';

export const ruleSchema = z
  .strictObject({
    day: z.number().int().min(7).max(730).describe('The day of an account’s life on which it is judged'),
    start: z
      .enum(STARTS)
      .describe(
        'signed_up: the sign-up, or the first contract or payment if that was earlier; first_paid: the first payment',
      ),
    conditions: z
      .array(
        z.strictObject({
          condition: z.enum(CONDITIONS),
          at_least: z
            .number()
            .nullable()
            .describe(
              'health 0-100; usage: percentile within the plan 0-100; active_days and features of the 28 days before; seats; nps: mean answer 0-10. null for paid and retained',
            ),
          missing: z
            .enum(WHEN_MISSING)
            .default('cannot_tell')
            .describe('What an account counts as whose fact was not known that day'),
        }),
      )
      .min(1)
      .max(CONDITIONS.length),
  })
  .describe('An account succeeds when every condition holds at the end of its start + day');

const reason = z.string().trim().min(1).max(500);
export const newRuleSchema = z.strictObject({
  rule: ruleSchema,
  reason: reason.optional().describe('Why this change'),
});
export type NewRule = z.infer<typeof newRuleSchema>;

export const versionSchema = z.object({
  id: z.string().nullable().describe('null: the product’s default, which nobody has changed yet'),
  version: z.number().int(),
  rule: ruleSchema,
  reason: z.string().nullable(),
  is_active: z.boolean(),
  created_by: z.string().nullable(),
  created_at: z.string().nullable(),
});
