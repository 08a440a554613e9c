import { z } from 'zod';
import { CHURN_DEFINITIONS } from './company.ts';
import { GROUPINGS } from './lifetime/projection.ts';
import { UNITS } from './metric.ts';
import { narrowedSchema, segmentQuery } from './segments/schema.ts';

const day = z.iso.date();
const minor = z.number().int().describe('Minor units of `currency`');
const share = z.number().nullable().describe('0.25 is 25%; null when there is nothing to divide by');

export const metricSchema = z
  .object({
    key: z.string().describe('Which number this is'),
    value: z
      .number()
      .nullable()
      .describe('minor: minor units of the currency; ratio: 0.25 is 25%; null: see the reason'),
    interval: z
      .object({ low: z.number(), high: z.number(), confidence: z.number() })
      .optional()
      .describe('Of estimates: where the true value lies, with confidence 0.8 for 80%'),
    unit: z.enum(UNITS),
    currency: z.string().optional().describe('ISO 4217, of amounts'),
    at: z.string().optional().describe('The day at whose end the number holds'),
    period: z.object({ from: z.string(), to: z.string() }).optional().describe('First and last day the number covers'),
    n: z.number().int().nullable().describe('How many accounts, people, tickets or subscriptions it rests on'),
    definition: z.string().describe('Its slug in /v1/metrics/definitions and docs/metrics.md'),
    unavailable_reason_code: z.string().optional(),
    unavailable_reason: z.string().optional().describe('Why there is no value, and what would give one'),
    note: z.string().optional().describe('What the number could not use'),
  })
  .describe('A metric');

export const metricsQuery = z.object({ at: day.optional().describe('Default: the last day with data') });

export const metricsSchema = z.object({
  at: day,
  is_live: z.boolean().describe('false: the data ends at `at`'),
  currency: z.string(),
  metrics: z.array(metricSchema),
});

export const definitionsSchema = z.object({
  items: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      formula: z.string(),
      words: z.string().describe('What it means, in a sentence or two'),
      missing: z.string().describe('How missing data is treated'),
      source: z.string().describe('The facts it is computed from'),
    }),
  ),
});

export const monthsQuery = z.object({
  from: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month like 2024-01')
    .optional(),
  to: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month like 2024-12')
    .optional(),
});

export const trendSchema = z.object({
  currency: z.string(),
  through: day.describe('The last day counted; its month may be unfinished'),
  items: z.array(z.object({ month: z.string(), mrr_minor: minor, paying_accounts: z.number().int() })),
});

const movements = <T extends z.ZodType>(of: T) =>
  z.object({ new: of, expansion: of, contraction: of, churn: of, reactivation: of });

export const movementsSchema = z.object({
  currency: z.string(),
  through: day.describe('The last day counted; its month may be unfinished'),
  items: z.array(
    z.object({
      month: z.string(),
      start_minor: minor,
      end_minor: minor.describe('start_minor plus the five amounts, exactly'),
      amounts: movements(minor),
      accounts: movements(z.number().int()),
    }),
  ),
});

export const cohortsQuery = z.object({ segment: segmentQuery });
export const cohortsSchema = z.object({
  currency: z.string(),
  through: day,
  segment: narrowedSchema,
  cohorts: z.array(
    z.object({
      month: z.string().describe('When the accounts first paid'),
      accounts: z.number().int(),
      cells: z.array(
        z.object({
          months: z.number().int().describe('Months after the first one, which is 0'),
          active: z.number().int(),
          logo_retention: share,
          mrr_minor: minor,
          revenue_retention: share,
        }),
      ),
    }),
  ),
});

const survivalCheck = z
  .object({
    months: z.number().int(),
    observed: z.number().describe('Kaplan-Meier'),
    low: z.number().describe('Of its 95% band'),
    high: z.number(),
    projected: z.number(),
  })
  .nullable()
  .describe('The share still here at the last month that ten could be watched');

const lifetimeGroup = z.object({
  value: z.string().nullable().describe('null: not known'),
  stays: z.number().int().describe('How often somebody was or is a customer'),
  lost: z.number().int(),
  ltv: metricSchema,
  lifetime: metricSchema.describe('Years a new customer stays, within the horizon'),
  cac: metricSchema.nullable().describe('Of segments: what winning a customer cost; null otherwise'),
  ltv_cac: metricSchema.nullable().describe('Of segments: LTV ÷ CAC with the interval of LTV; null otherwise'),
  check: survivalCheck,
});

export const lifetimeQuery = z.object({
  by: z.enum(GROUPINGS).default('plan').describe('What customers are told apart by'),
});

export const lifetimeSchema = z.object({
  at: day,
  currency: z.string(),
  by: z.enum(GROUPINGS),
  confidence: z.number(),
  horizon_months: z.number().int(),
  discount_rate_bps: z.number().int(),
  all: lifetimeGroup,
  items: z.array(lifetimeGroup),
});

const channelCount = z.object({ accounts: z.number().int(), paying_accounts: z.number().int(), mrr_minor: minor });
const byDefinition = <T extends z.ZodType>(of: T) => z.object({ subscriptions: of, events: of, flags: of });

export const channelsSchema = z.object({
  currency: z.string(),
  at: day,
  accounts: z.number().int(),
  won_by: z
    .enum(['first_touch', 'imported'])
    .describe('The source that says which channel won an account, for `worth`'),
  cost_period: z.object({ from: z.string(), to: z.string() }).describe('The twelve whole months costs are taken from'),
  channels: z
    .array(
      z.object({
        channel: z.string().nullable().describe('null: not known'),
        first_touch: channelCount,
        last_touch: channelCount,
        imported: channelCount,
        self_reported: channelCount,
        worth: z
          .object({
            scored: z.number().int().describe('Accounts with a health score'),
            healthy: z.number().int().describe('Of these, green'),
            active_year_ago: z.number().int(),
            churned_since: z.number().int(),
            cac: metricSchema.describe('What winning a customer costs, or what must be entered to know it'),
            ltv: metricSchema.describe('LTV (projected)'),
            ltv_cac: metricSchema.describe('LTV (projected) ÷ CAC'),
          })
          .describe('How the customers of this channel fare, by `won_by`'),
      }),
    )
    .describe('The same accounts as four sources tell it, side by side'),
});

export const churnBySourceSchema = z.object({
  definition: z.enum(CHURN_DEFINITIONS).describe('The company’s own'),
  items: z.array(
    z.object({
      source: z.string().nullable().describe('The imported source; null: not known'),
      accounts: z.number().int(),
      churned: byDefinition(z.number().int().nullable()),
      churn_share: byDefinition(share),
      interval: z
        .object({ low: z.number(), high: z.number() })
        .nullable()
        .describe('Wilson, 95%, of the share under `definition`'),
    }),
  ),
});

export const overviewSchema = z.object({
  at: day,
  is_live: z.boolean(),
  compared_with: day,
  currency: z.string(),
  simulated: z.boolean(),
  headline: z.array(z.object({ metric: metricSchema, previous: metricSchema })),
  trend: z.array(z.object({ month: z.string(), mrr_minor: minor, paying_accounts: z.number().int() })),
  health: z.object({
    green: z.number().int(),
    amber: z.number().int(),
    red: z.number().int(),
    unknown: z.number().int(),
  }),
  nominations: z.object({ ready: z.number().int(), almost: z.number().int() }),
  programmes: z.object({
    live_programmes: z.number().int(),
    approved_partners: z.number().int(),
    clicks_30_days: z.number().int(),
    signups_30_days: z.number().int(),
    commissions: z.array(
      z.object({
        currency: z.string(),
        state: z.string(),
        commissions: z.number().int(),
        amount_minor: minor.describe('Net of reversals'),
      }),
    ),
  }),
});
