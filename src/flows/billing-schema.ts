import { z } from 'zod';
import { INTERVALS, SETTLED_BY, SUBSCRIPTION_STATUSES } from '../customers/billing/model.ts';
import { currencyCode, id, instant, minor } from './money-fields.ts';

export const subscriptionBody = z.strictObject({
  subscription_id: id,
  account_id: id.describe("The account's id in your product"),
  event_id: id
    .optional()
    .describe('Names this change; a repetition of it changes nothing. Its instant names it otherwise'),
  occurred_at: instant.optional().describe('Since when it is so; now when absent'),
  status: z.enum(SUBSCRIPTION_STATUSES),
  plan: z.string().trim().min(1).max(200).optional(),
  seats: z.number().int().min(0).max(2_147_483_647).optional(),
  interval: z.enum(INTERVALS).default('month'),
  interval_count: z.number().int().min(1).max(1200).default(1),
  amount_minor: minor.describe('What one interval costs, all seats together, without tax, after discounts that last'),
  currency: currencyCode,
  started_at: instant.optional().describe('When the subscription began; occurred_at when absent'),
  ended_at: instant.optional().describe('With status ended: when it ended; occurred_at when absent'),
});
export type SubscriptionInput = z.infer<typeof subscriptionBody>;

export const subscriptionView = z.object({
  subscription_id: z.string(),
  account_id: z.string().describe('ac_…'),
  mrr_minor: z.number().int().describe('Of the change: a month’s share'),
  currency: z.string(),
  spans: z
    .array(
      z.object({
        started_on: z.iso.date(),
        ended_on: z.iso.date().nullable().describe('The first day after it'),
        plan: z.string().nullable(),
        seats: z.number().int().nullable(),
        mrr_minor: z.number().int(),
        currency: z.string(),
        is_trial: z.boolean(),
      }),
    )
    .describe('The subscription from its beginning, by what it was; MRR moves by them'),
});

export const creditNoteBody = z.strictObject({
  credit_note_id: id,
  invoice_id: id,
  amount_minor: minor.positive().describe('With tax'),
  currency: currencyCode.optional().describe("The invoice's currency"),
  settled_by: z
    .enum(SETTLED_BY)
    .describe(
      'refund: money went back, and the commission with it. balance: it stays as credit, and counts where it is used (credit_applied_minor). reduction: it lowered what is still to pay',
    ),
  voided: z.boolean().default(false).describe('Taken back before anything came of it'),
  occurred_at: instant.optional().describe('Now when absent'),
  reason: z.string().trim().min(1).max(500).optional(),
});
export type CreditNoteInput = z.infer<typeof creditNoteBody>;

export const creditNoteView = z.object({
  credit_note_id: z.string(),
  invoice_id: z.string(),
  state: z.enum(['issued', 'void']),
  conversion_id: z.string().nullable().describe('The refund it made (cv_…), when money went back'),
  reason_code: z.string(),
  reason: z.string(),
});
