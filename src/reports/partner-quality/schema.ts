import { z } from 'zod';
import { narrowedSchema, segmentQuery } from '../segments/schema.ts';
import { QUALITY_OUTCOMES, RECOMMENDATIONS } from './model.ts';

export const qualityQuery = z.object({
  programme_id: z.string().max(40).optional().describe('Only partners most of whose customers came through it'),
  segment: segmentQuery,
});

const count = z.number().int();
const minor = z.number().int();
const range = z.object({
  value: z.number().describe('The middle of the draws'),
  low: z.number().describe('Lower end of the 80 % interval'),
  high: z.number().describe('Upper end of the 80 % interval'),
});
const amounts = range.extend({ value: minor.describe('Expected'), low: minor, high: minor });

const worth = {
  outcome: z.enum(QUALITY_OUTCOMES).describe('judged, or what is missing for that'),
  ltv_cac: range
    .nullable()
    .describe(
      'Projected margin ÷ (commissions + rewards + discounts + share of fixed cost), after refunds and clawbacks',
    ),
  months_stayed: z
    .number()
    .nullable()
    .describe('Months a new customer of the partner is expected to stay, at most 120'),
  months_stayed_interval: z
    .object({ low: z.number(), high: z.number() })
    .nullable()
    .describe('Its 80 % interval; a projection beyond the months that were seen'),
  others_stay: z.number().nullable().describe('The same for those it is compared with'),
  per_customer: z
    .object({
      margin: minor,
      commission: minor,
      rewards: minor,
      discounts: minor,
      retention: minor.describe('What keeping the customer costs (CRC)'),
      fixed: minor.describe('Share of the fixed cost of the partner channel; no part of net'),
      net: minor.describe('margin − commission − rewards − discounts − retention, rounded once'),
    })
    .nullable()
    .describe('Expected of a new customer over ten years, discounted, minor units'),
  net_minor: amounts.nullable().describe('Net contribution of all customers brought so far'),
  break_even_month: count
    .nullable()
    .describe(
      "The month of a customer's stay from which on what was paid for it is covered; null: not within ten years, or not known",
    ),
};

export const partnerQualityRow = z.object({
  partner_id: z.string(),
  partner: z.string(),
  state: z.string(),
  programme_id: z.string().describe('Through which most of its customers came'),
  programme: z.string(),
  rank: count.nullable().describe('By the lower end of ltv_cac; null: not judged'),
  customers: count.describe('Brought so far: bound to the partner, or earning for it, when they began to pay'),
  here: count.describe('Of these still paying'),
  mrr_minor: minor,
  ...worth,
  leaves_sooner: z.object({
    left: count.describe('How many customers left'),
    expected: z.number().describe('How many would have left like others of the same contract term'),
    p: z
      .number()
      .nullable()
      .describe('How likely chance alone makes at least as many leave (exact log-rank test, one-sided)'),
    q: z.number().nullable().describe('The same among all partners (Benjamini-Hochberg)'),
    is_sooner: z.boolean().describe('q < .05'),
  }),
  realised_net_minor: minor.nullable().describe('Net contribution of what was paid and spent until now'),
  monthly_churn: z.number().nullable().describe('Of customers at risk in a month, the share that left in it'),
  scored: count.describe('Customers with a health score'),
  healthy: count.describe('Of these in the green band'),
  tickets_per_month: z.number().nullable().describe('Tickets a customer and month, in the last twelve months'),
  crc_month_minor: minor.nullable().describe('What keeping a customer costs a month; null: no cost entered'),
  in_funnel: count.describe("Customers who were known before the partner's click"),
  recommendation: z.enum(RECOMMENDATIONS),
  reason_code: z.string(),
  reason: z.string(),
  sentence: z.string(),
  unknowns: z.array(z.string()).describe('What cannot be known yet'),
});

const head = {
  at: z.iso.date().describe('The last day with data'),
  currency: z.string().describe('Of all amounts: the reporting currency'),
  confidence: z.number().describe('Of the intervals: .8 is 80 %'),
  horizon_months: count.describe('How far is looked ahead'),
  least_customers: count.describe('Below this a partner is not judged'),
  guard: z.number().describe('LTV:CAC the company wants at least'),
};

export const partnerQualitySchema = z.object({
  ...head,
  segment: narrowedSchema,
  margin_bps: count.nullable(),
  fixed_minor: minor.nullable().describe('Fixed cost of the partner channel for each customer won; null: not entered'),
  answer: z.string().describe('Which partners to drop or watch'),
  unknowns: z.array(z.string()).describe("What no partner's number can tell"),
  items: z.array(partnerQualityRow),
  programmes: z.array(
    z.object({
      programme_id: z.string(),
      programme: z.string(),
      partners: count.describe('With a paying customer'),
      customers: count,
      ...worth,
      sentence: z.string(),
    }),
  ),
  pareto: z.object({
    outcome: z.enum(['counted', 'nobody_judged', 'nobody_brings']),
    answer: z.string(),
    for_80: count.nullable().describe('How many partners bring 80 % of what partners above 0 bring'),
    judged: count,
    losing: count.describe('Partners whose net contribution is below 0'),
    brought_minor: minor,
    lost_minor: minor,
    items: z.array(
      z.object({
        partner_id: z.string(),
        partner: z.string(),
        net_minor: minor,
        running_share: z.number().nullable().describe('Of brought_minor, this one and all before; null: at or below 0'),
      }),
    ),
  }),
});

export const oneQualitySchema = z.object({
  ...head,
  quality: partnerQualityRow.nullable().describe('null: it has brought no paying customer yet'),
});
export type PartnerQualityRow = z.infer<typeof partnerQualityRow>;
