import { z } from 'zod';
import { TEMPLATE_KEYS } from './model.ts';

const minor = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);

export const termsSchema = z
  .strictObject({
    commission: z.strictObject({
      kind: z.literal('percent'),
      rate: z.string().max(40).describe('A decimal string with %, exact: "20%" or "2.9%"'),
      months: z.number().int().nullable().describe('Calendar months an account earns; null: as long as it pays'),
    }),
    tiers: z
      .array(z.strictObject({ from_minor: minor, rate: z.string().max(40) }))
      .min(1)
      .max(50)
      .optional()
      .describe("Marginal rates on the partner's base of the month"),
    cap_per_sale_minor: minor.optional().describe('At most this much for one invoice'),
    cap_per_month_minor: minor.optional().describe('At most this much for one partner and calendar month'),
    excluded_products: z.array(z.string().min(1).max(200)).max(500).optional(),
    hold_days: z.number().int().describe('Days between earning and being payable'),
    minimum_payout_minor: minor.describe('Smaller balances wait for the next payout'),
    payout_schedule: z.string().min(1).max(200).describe('When money goes out, in words'),
    friend_offer: z.string().max(500).describe('What the friend gets, in words; empty: nothing'),
  })
  .describe('What the programme promises; versioned, never edited');

export const attributionSchema = z
  .strictObject({
    window_days: z.number().int().describe('A click counts for this many days of 86,400 s'),
    model: z.enum(['last_click', 'first_click']),
    coupon_over_click: z.boolean(),
    lapse_days: z.number().int().describe('Days after the last paid period until an account may find a new partner'),
    unpaid_binding_days: z.number().int().describe('A binding that never paid ends after this many days'),
  })
  .describe('Who is credited');

export const createProgrammeSchema = z.strictObject({
  template: z.enum(TEMPLATE_KEYS).describe('What to start from'),
  name: z.string().trim().min(1).max(120),
  slug: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
    .optional()
    .describe('Its name in addresses; made from the name when absent'),
  currency: z.string().optional().describe("ISO 4217; the company's reporting currency when absent"),
  zone: z.string().optional().describe("IANA time zone of months and caps; the company's when absent"),
  terms: termsSchema.partial().optional().describe('What differs from the template'),
  attribution: attributionSchema.partial().optional().describe('What differs from the template'),
});

export const updateProgrammeSchema = z.strictObject({
  name: z.string().trim().min(1).max(120).optional(),
  attribution: attributionSchema.partial().optional(),
});

export const newTermsSchema = z.strictObject({
  terms: termsSchema,
  effective_at: z.iso.datetime({ offset: true }).optional().describe('Not before now; now when absent'),
});

export const publishSchema = z.strictObject({
  override_reason: z.string().trim().min(1).max(1000).optional().describe('Why to publish below the LTV:CAC guard'),
});

export const termsVersionSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  effective_at: z.string(),
  terms: termsSchema,
  in_words: z.array(z.string()).describe('The terms as sentences'),
  created_by: z.string(),
  created_at: z.string(),
});

export const programmeSchema = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  template: z.string(),
  state: z.enum(['draft', 'live', 'paused', 'closed']),
  currency: z.string(),
  zone: z.string(),
  attribution: attributionSchema,
  attribution_in_words: z.array(z.string()),
  terms: termsVersionSchema.nullable().describe('The version in force now'),
  created_at: z.string(),
  updated_at: z.string(),
});

export const programmePageSchema = programmeSchema.extend({
  terms_versions: z.array(termsVersionSchema).describe('Every version, newest first'),
  enrolled: z.number().int().describe('Partners who may earn now'),
});

export const guardSchema = z.object({
  allowed: z.boolean(),
  why: z.enum(['above_guard', 'unknown', 'overridden', 'below_guard']),
  ltv_cac: z.number().nullable(),
  guard: z.number(),
  in_words: z.string(),
});

export type CreateProgramme = z.infer<typeof createProgrammeSchema>;
export type UpdateProgramme = z.infer<typeof updateProgrammeSchema>;
export type NewTerms = z.infer<typeof newTermsSchema>;
