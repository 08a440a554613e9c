import { z } from 'zod';
import { HORIZONS, LEVELS, MODEL_KINDS, OUTCOMES, REFUSALS } from '../success/churn/model.ts';

const count = z.number().int();
const text = z.string();
const share = z.number().describe('0 to 1');

export const horizonSchema = z
  .enum(['30', '90', '180'])
  .default('90')
  .transform((days) => Number(days) as (typeof HORIZONS)[number])
  .describe('So many days ahead: 30, 90 or 180');
export const horizonQuery = z.object({ horizon_days: horizonSchema });

const days = z.union(HORIZONS.map((horizon) => z.literal(horizon)));

export const reasonSchema = z.object({
  feature: text,
  name: text,
  direction: z.enum(['raises', 'lowers']),
  log_odds: z.number().describe('What it adds to the log-odds of leaving, against the mean account'),
  factor: z.number().describe('What it multiplies the odds of leaving by'),
  fact: text.describe('What is known'),
  reason: text.describe('What is known, and how it moves the odds'),
});

const filter = z.object({
  horizon_days: horizonSchema,
  q: z.string().trim().min(1).max(200).optional().describe('Found in name, domain or the outside id'),
  level: z.enum(LEVELS).optional(),
  plan: z.string().trim().min(1).max(200).optional(),
  sort: z.enum(['risk', 'mrr', 'expected_loss', 'name']).default('risk'),
  order: z.enum(['asc', 'desc']).default('desc'),
  looked_after: z.enum(['yes', 'no']).optional().describe('Whether a playbook runs for the account'),
  segment: z.string().max(40).optional().describe('Only accounts in this segment (`sg_…`)'),
});
export const risksQuery = filter.extend({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
});
export const risksExportQuery = filter;
export type RisksQuery = z.infer<typeof risksQuery>;
export type RisksExportQuery = z.infer<typeof risksExportQuery>;

export const riskSchema = z.object({
  account_id: text,
  name: text,
  external_id: text,
  plan: text.nullable(),
  owner_name: text.nullable(),
  risk: share.describe('Chance of leaving within the horizon, calibrated'),
  level: z
    .enum(LEVELS)
    .describe('high: three times the mean risk, or more likely than not; raised: 1.5 times the mean'),
  mrr_minor: count
    .nullable()
    .describe('What it pays a month, minor units; null where no rate or no subscription is known'),
  expected_loss_minor: count.nullable().describe('Risk × MRR'),
  currency: text,
  reasons: z.array(reasonSchema).describe('The strongest first'),
  care: z
    .object({ playbooks: z.array(text), open: count, overdue: count })
    .nullable()
    .describe('Playbooks that run for it and their tasks still open; null: none runs'),
});
export const risksPage = z.object({ items: z.array(riskSchema), total: count, page: count, per_page: count });

const measured = z.object({ value: z.number(), low: z.number(), high: z.number() }).describe('95 % interval');
const period = z.object({ from: text, to: text, snapshots: count }).nullable();

const quality = {
  kind: z.enum(MODEL_KINDS),
  rows: count.describe('Accounts on days, forecast by a model that had seen neither'),
  accounts: count,
  churned: count.describe('Of the rows'),
  auc: measured.describe('Share of pairs of a leaver and a stayer ranked right'),
  fold_aucs: z.array(z.number()),
  average_precision: measured,
  brier: measured,
  brier_of_mean: z.number().describe('Of always saying the mean: worse than this, a model says nothing'),
  calibration_error: measured.describe('Mean distance of the risk said from what came, in tenths'),
  lift_top_decile: measured.describe('Leavers among the tenth with the highest risk ÷ among all'),
  calibration: z.array(
    z.object({ n: count, churned: count, mean_risk: share, rate: share, low: share, high: share }).describe('Wilson'),
  ),
};

export const cardSchema = z.object({
  outcome: z.enum(OUTCOMES),
  sentence: text,
  needed: z.array(text).describe('What would have to be there for a forecast'),
  horizon_days: days,
  basis: z.enum(['history', 'one_moment']),
  churn_definition: text,
  data_until: text,
  data_hash: text.describe('SHA-256 of every row and value'),
  seed: count,
  rows: count,
  accounts: count,
  churned_accounts: count,
  churned_accounts_needed: count,
  trained_on: period,
  tested_on: period,
  chosen: z.enum(MODEL_KINDS).nullable(),
  base_rate: share.nullable(),
  quality: z.object(quality).nullable(),
  challenger: z.object({ auc: measured, brier: measured, calibration_error: measured, sentence: text }).nullable(),
  features: z.array(
    z.object({ feature: text, name: text, importance: z.number().describe('Mean move of the log-odds') }),
  ),
  refused: z.array(
    z.object({ feature: text, reason_code: z.enum(REFUSALS), auc: z.number().nullable(), reason: text }),
  ),
  limits: z.array(text),
  trained_by: text,
  trained_at: text,
});
export type CardView = z.infer<typeof cardSchema>;

export const trainingSchema = z.object({
  id: text,
  horizon_days: days,
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  progress: share,
  error: text.nullable(),
  started_at: text,
});

export const outlookSchema = z.object({
  horizon_days: days,
  status: z.enum(['untrained', ...OUTCOMES]),
  sentence: text,
  needed: z.array(text),
  trained_at: text.nullable(),
  scored_at: text.nullable(),
  data_until: text.nullable(),
  auc: measured.nullable(),
  base_rate: share.nullable(),
  exposed: z.object({
    accounts: count.describe('With a risk'),
    high: count,
    raised: count,
    currency: text.nullable(),
    mrr_minor: count.describe('Of all accounts with a risk'),
    high_mrr_minor: count.describe('Of those at high risk'),
    expected_loss_minor: count.describe('Σ risk × MRR'),
    without_mrr: count.describe('Accounts whose MRR has no rate or is not known: in none of the sums'),
  }),
  drift: z.object({ verdict: z.enum(['stable', 'watch', 'alarm']), sentence: text, measured_at: text }).nullable(),
  training: trainingSchema.nullable().describe('The newest one, open or over'),
});
export type Outlook = z.infer<typeof outlookSchema>;

export const accountRiskSchema = z.object({
  status: z.enum(['untrained', ...OUTCOMES, 'not_a_customer']),
  sentence: text,
  horizon_days: days,
  risk: riskSchema.nullable(),
  base_rate: share.nullable(),
});
