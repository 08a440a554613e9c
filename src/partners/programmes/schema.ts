import { z } from 'zod';
import { FEE_PERIODS } from '../gates/model.ts';
import {
  LEAD_STAGES,
  PERIODS,
  REWARD_RECEIVERS,
  REWARD_TRIGGERS,
  TEMPLATE_KEYS,
  TIER_BASES,
  VISIBILITIES,
} from './model.ts';

const minor = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);

const rate = z.string().max(40).describe('A decimal string with %, exact: "20%" or "2.9%"');
const months = z
  .number()
  .int()
  .nullable()
  .describe('Calendar months from the first paid invoice that earn; null: as long as it pays');
const days = z.number().int().describe("Days since the customer's first paid invoice");
const percent = z.strictObject({ kind: z.literal('percent'), rate });
const flat = z.strictObject({ kind: z.literal('flat'), amount_minor: minor.describe('For each paid invoice') });
const perSeat = z.strictObject({
  kind: z.literal('per_seat'),
  amount_minor: minor.describe('Times the quantity of the lines that earn'),
});
const perLead = z.strictObject({
  kind: z.literal('per_lead'),
  amount_minor: minor,
  stage: z.enum(LEAD_STAGES).describe('The stage of a referral that pays'),
});

/** What a sale pays, for one line of products, renewals or one partner. */
export const earningSchema = z.discriminatedUnion('kind', [percent, flat, perSeat]);

const tiersSchema = z.strictObject({
  basis: z.enum(TIER_BASES),
  period: z.enum(PERIODS),
  mode: z.enum(['marginal', 'retroactive']).describe('Retroactive: the step reached applies to the whole period'),
  steps: z
    .array(z.strictObject({ from: z.number().int().describe('Minor units, sales or customers'), rate }))
    .min(1)
    .max(50),
});

const whole = z.number().int();

const rewardGiftSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('company_credit'),
    per_seat_minor: minor.describe('Off the next annual invoice, for each seat the referred customer bought'),
    most: rate.describe('Of that invoice, at most: "100%"'),
  }),
  z.strictObject({
    kind: z.literal('free_months'),
    months: whole.describe('For each referral'),
    per_year: whole.describe('Months granted in one calendar year, at most'),
  }),
  z.strictObject({
    kind: z.literal('discount'),
    percent: rate,
    months: whole.nullable().describe('Of billing it applies to; null: for good'),
  }),
  z.strictObject({
    kind: z.literal('feature_unlock'),
    feature: z.string().min(1).max(200),
    days: whole.nullable().describe('null: for good'),
  }),
  z.strictObject({ kind: z.literal('gift'), worth_minor: minor.describe('A gift of the catalogue up to this worth') }),
  z.strictObject({ kind: z.literal('gift_card'), brand: z.string().min(1).max(200), amount_minor: minor }),
  z.strictObject({ kind: z.literal('donation'), charity: z.string().min(1).max(200), amount_minor: minor }),
]);

/** One reward that is not cash. */
export const rewardTermsSchema = z.strictObject({
  key: z.string().max(63).describe('Its name within the terms: "friend-discount"'),
  on: z.enum(REWARD_TRIGGERS).describe('What earns it'),
  to: z.enum(REWARD_RECEIVERS).describe('The one who referred, their company, or the customer they brought'),
  count: whole.optional().describe('The milestone: so many referred customers who paid'),
  cap_per_year: whole.optional().describe('Grants one receiver gets in a calendar year; absent: any number'),
  hold_days: whole.optional().describe("Days between earning and sending; absent: the terms' hold_days"),
  target_days: whole.optional().describe('Days from ready until delivered; absent: the usual for its kind'),
  tax_value_minor: minor.optional().describe('What it counts for in taxes; absent: worked out from what is given'),
  give: rewardGiftSchema,
});

export const termsSchema = z
  .strictObject({
    commission: z.discriminatedUnion('kind', [
      percent.extend({ months }),
      flat.extend({ months }),
      perSeat.extend({ months }),
      perLead,
      z.strictObject({ kind: z.literal('none') }),
    ]),
    renewal: earningSchema.optional().describe("Invoices after the account's first; absent: the same"),
    products: z
      .array(z.strictObject({ product: z.string().min(1).max(200), earning: earningSchema }))
      .max(100)
      .optional()
      .describe('What lines of these products pay instead'),
    tiers: tiersSchema.optional().describe('Rates by what the partner brought in the period'),
    cap_per_sale_minor: minor.optional().describe('At most this much for one invoice'),
    cap_per_month_minor: minor.optional().describe('At most this much for one partner and calendar month'),
    cap_per_year_minor: minor.optional().describe('At most this much for one partner and calendar year'),
    cap_sales: z
      .strictObject({ most: z.number().int(), per: z.enum(PERIODS) })
      .optional()
      .describe('So many sales of one partner earn'),
    budget_per_month_minor: minor
      .optional()
      .describe('Of the whole programme; once spent, new commissions are held until there is budget'),
    split: z
      .array(z.strictObject({ partner_id: z.string().min(1).max(40), weight: z.number().int() }))
      .min(1)
      .max(20)
      .optional()
      .describe('Every commission is shared by these partners'),
    sub_partner_rate: rate.optional().describe('Of a commission, on top, to who recruited the partner'),
    vesting: z
      .strictObject({
        tranches: z
          .array(z.strictObject({ day: days, share: rate }))
          .min(1)
          .max(12),
        needs_healthy: z.boolean(),
      })
      .optional()
      .describe('Paid in parts as the customer stays'),
    bounty: z
      .strictObject({ day: days, amount_minor: minor, needs_healthy: z.boolean() })
      .optional()
      .describe('Paid once when the customer passes the day and still pays'),
    payout: z
      .strictObject({ every: z.enum(['month', 'week', 'demand']), day: z.number().int() })
      .optional()
      .describe('When money goes out; day of the month (1-28) or of the week (1 is Monday)'),
    excluded_products: z.array(z.string().min(1).max(200)).max(500).optional(),
    rewards: z.array(rewardTermsSchema).max(20).optional().describe('What a referral gives that is not cash'),
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
    self_reported: z
      .boolean()
      .optional()
      .describe('Credits whom customers name themselves when nothing tracked leads to anybody; true when absent'),
  })
  .describe('Who is credited');

const country = z.string().regex(/^[A-Z]{2}$/);
const gateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('invitation') }),
  z.strictObject({ kind: z.literal('application') }),
  z.strictObject({
    kind: z.literal('entry_fee'),
    amount_minor: z.number().int().max(Number.MAX_SAFE_INTEGER).describe("In the programme's currency"),
    period: z.enum(FEE_PERIODS),
  }),
  z.strictObject({ kind: z.literal('certification') }),
  z.strictObject({
    kind: z.literal('country'),
    allowed: z.array(country).max(250).optional().describe('ISO 3166-1, two letters'),
    refused: z.array(country).max(250).optional(),
  }),
  z.strictObject({ kind: z.literal('category'), allowed: z.array(z.string().trim().min(1).max(60)).max(50) }),
  z.strictObject({ kind: z.literal('payout_details') }),
  z.strictObject({
    kind: z.literal('company_readiness'),
    nps_least: z.number().optional(),
    answers_least: z.number().int().nonnegative().max(1_000_000).optional(),
    retention_least: z.number().optional().describe('Share of last year’s revenue that stayed, 0 to 1'),
    stories_least: z.number().int().nonnegative().max(1_000_000).optional(),
  }),
]);

const gatesSchema = z
  .array(gateSchema)
  .max(20)
  .describe('What a partner must have done before it may earn, beside being enrolled and having accepted the terms');

const audience = z.string().trim().max(500).describe('Who it is for, in words');
const visibility = z.enum(VISIBILITIES).describe('A private one is seen only by who is in it');

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
  audience: audience.optional(),
  visibility: visibility.optional(),
  gates: gatesSchema.optional().describe("Instead of the template's"),
});

export const updateProgrammeSchema = z.strictObject({
  name: z.string().trim().min(1).max(120).optional(),
  attribution: attributionSchema.partial().optional(),
  audience: audience.optional(),
  visibility: visibility.optional(),
  gates: gatesSchema.optional(),
});

export const newTermsSchema = z.strictObject({
  terms: termsSchema,
  effective_at: z.iso.datetime({ offset: true }).optional().describe('Not before now; now when absent'),
  needs_acceptance: z.boolean().default(false).describe('From then on nobody earns who has not accepted this version'),
});

export const publishSchema = z.strictObject({
  override_reason: z.string().trim().min(1).max(1000).optional().describe('Why to publish below the LTV:CAC guard'),
});

export const termsVersionSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  effective_at: z.string(),
  terms: termsSchema,
  needs_acceptance: z.boolean(),
  in_words: z.array(z.string()).describe('The terms as sentences'),
  changes: z
    .array(
      z.object({
        kind: z.enum(['added', 'removed', 'changed']),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    )
    .describe('What differs from the version before, sentence by sentence'),
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
  audience: z.string(),
  visibility,
  gates: gatesSchema,
  gates_in_words: z.array(z.string()),
  terms: termsVersionSchema.nullable().describe('The version in force now'),
  created_at: z.string(),
  updated_at: z.string(),
});

export const newPageSchema = z.strictObject({
  slug: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
    .describe('The last part of its address, /join/…'),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .default('en')
    .describe('ISO 639-1'),
  state: z.enum(['published', 'hidden']).default('published'),
  audience: z.string().trim().max(500).describe('Who it speaks to'),
  headline: z.string().trim().min(1).max(200),
  offer: z.string().trim().max(5000).describe('Paragraphs, with an empty line between them'),
});

export const pageChangeSchema = z.strictObject({
  slug: newPageSchema.shape.slug.optional(),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .optional(),
  state: z.enum(['published', 'hidden']).optional(),
  audience: newPageSchema.shape.audience.optional(),
  headline: newPageSchema.shape.headline.optional(),
  offer: newPageSchema.shape.offer.optional(),
});

export const pageSchema = z.object({
  id: z.string(),
  programme_id: z.string(),
  slug: z.string(),
  url: z.string(),
  language: z.string(),
  state: z.enum(['published', 'hidden']),
  audience: z.string(),
  headline: z.string(),
  offer: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
});

export const closeSchema = z.strictObject({ reason: z.string().trim().min(1).max(500) });

export const templateSchema = z.object({
  key: z.enum(TEMPLATE_KEYS),
  name: z.string(),
  about: z.string(),
  audience: z.string(),
  visibility,
  currency: z.string(),
  in_words: z.array(z.string()),
  gates_in_words: z.array(z.string()),
  attribution_in_words: z.array(z.string()),
});

export const programmePageSchema = programmeSchema.extend({
  terms_versions: z.array(termsVersionSchema).describe('Every version, newest first'),
  enrolled: z.number().int().describe('Partners in it'),
  pages: z.array(pageSchema),
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
export type NewTerms = z.input<typeof newTermsSchema>;
export type NewPage = z.infer<typeof newPageSchema>;
export type PageChange = z.infer<typeof pageChangeSchema>;
