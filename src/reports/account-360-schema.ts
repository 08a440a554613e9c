import { z } from 'zod';
import { COMPONENT_KEYS } from '../success/health/model.ts';
import { MOVEMENTS } from './mrr-movements.ts';
import { metricSchema } from './schema.ts';
import { ACCOUNT_STATES } from './sql/account-states.ts';

const text = z.string();
const maybe = z.string().nullable();
const count = z.number().int();
const minor = z.number().int().describe('Minor units of the currency beside it');
const score = z.number().nullable().describe('0-100');

const account = z.object({
  id: text,
  source: text.describe('Where the account was imported from'),
  external_id: text,
  name: text,
  domain: maybe,
  industry: maybe,
  country: maybe,
  size_band: maybe,
  employees: count.nullable(),
  plan: maybe,
  seats: count.nullable(),
  owner_name: maybe,
  use_case: maybe,
  pain_point: maybe,
  signed_up_at: maybe,
  churn_notice_at: maybe,
  merged_into_id: maybe,
  first_touch_channel: maybe,
  last_touch_channel: maybe,
  imported_source: maybe,
  self_reported_source: maybe,
  imported_churned: z.boolean().nullable().describe('What an outside file says, kept beside our own definition'),
  attributes: z.record(z.string(), z.unknown()),
  state: z.enum(ACCOUNT_STATES),
  churned_on: maybe,
});

const person = z.object({
  id: text,
  name: maybe,
  email: maybe,
  title: maybe,
  role: maybe,
  locale: maybe,
  last_active_at: maybe,
  unsubscribed_at: maybe,
  consents: z
    .array(z.object({ purpose: text, granted: z.boolean(), at: text }))
    .describe('The latest word per purpose'),
  readiness_score: score,
  readiness_status: maybe,
});

const subscription = z.object({
  external_id: text,
  plan: maybe,
  seats: count.nullable(),
  billing_interval: maybe,
  interval_count: count,
  currency: text,
  mrr_minor: minor,
  mrr_reporting_minor: count.nullable(),
  is_trial: z.boolean(),
  started_on: text,
  ended_on: maybe,
  is_active: z.boolean(),
});

const invoice = z.object({
  external_id: text,
  status: text,
  currency: text,
  total_minor: minor,
  refunded_minor: minor,
  issued_at: text,
  due_on: maybe,
  paid_at: maybe,
  is_overdue: z.boolean(),
});

const ticket = z.object({
  external_id: text,
  subject: maybe,
  topic: maybe,
  status: text,
  priority: maybe,
  severity: count.nullable(),
  opened_at: text,
  closed_at: maybe,
  resolution_minutes: count.nullable(),
  reopened_count: count,
  satisfaction: z.number().nullable(),
  satisfaction_scale: count.nullable(),
});

const contribution = z.object({
  component: z.enum(COMPONENT_KEYS),
  name: text,
  present: z.boolean(),
  raw: z.number().nullable(),
  score,
  weight: count,
  points: z.number().describe('Its part of the score; the parts sum to it'),
  reason_code: text,
  reason: text,
});

const health = z.object({
  score,
  band: text.describe('The band that counts: the hand-set one while it holds'),
  scored_band: text,
  coverage: z.number().describe('Share of the model’s weight that was present'),
  data_until: text,
  scored_at: text,
  model_name: text,
  model_version: count,
  contributions: z.array(contribution),
  override: z.object({ band: text, reason: text, set_by: text, set_at: text, expires_at: text }).nullable(),
});

const bound = { partner_id: text, partner_name: text, bound_at: text, ended_at: maybe };

export const account360Schema = z.object({
  at: text.describe('Data until'),
  is_live: z.boolean(),
  currency: text,
  account,
  metrics: z.array(metricSchema),
  people: z.array(person),
  subscriptions: z.array(subscription),
  invoices: z.array(invoice),
  mrr_history: z.array(
    z.object({ month: text, mrr_minor: minor, change_minor: minor, movement: z.enum(MOVEMENTS).nullable() }),
  ),
  usage: z.object({
    from: text,
    to: text,
    days: z.array(z.object({ on: text, events: count, features: count })).describe('Days without use included'),
    features: z.array(z.object({ feature: text, events: count, active_days: count, last_on: text })),
  }),
  tickets: z.object({ total: count, items: z.array(ticket) }),
  answers: z.array(
    z.object({
      kind: text,
      title: text,
      score: z.number().nullable(),
      scale_max: count.nullable(),
      answer_text: maybe,
      person_name: maybe,
      answered_at: text,
    }),
  ),
  churn_claims: z.array(
    z.object({
      source: text,
      churned_on: text,
      reason_code: maybe,
      is_reactivation: z.boolean().nullable(),
      feedback: maybe,
    }),
  ),
  health: health.nullable(),
  health_history: z.array(z.object({ score, band: text, data_until: text, scored_at: text })),
  readiness: z
    .object({ score: z.number(), base: z.number(), damper: z.number(), status: text, scored_at: text })
    .nullable(),
  partners: z.array(z.object({ id: text, name: text, kind: text, state: text })),
  referrals_given: z.array(z.object({ ...bound, account_id: text, account_name: text })),
  referrals_received: z.array(z.object({ ...bound, programme_id: text, programme_name: text, rule: text })),
  asks: z.array(
    z.object({
      id: text,
      kind: text,
      state: text,
      person_id: text,
      person_name: maybe,
      created_at: text,
      sent_at: maybe,
      answered_at: maybe,
    }),
  ),
});
