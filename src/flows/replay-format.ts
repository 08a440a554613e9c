import { z } from 'zod';

const settings = z.strictObject({
  window_days: z.number(),
  model: z.enum(['last_click', 'first_click']),
  coupon_over_click: z.boolean(),
  zone: z.string(),
  currency: z.string(),
  rate: z.string(),
  months: z.number().nullable(),
  hold_days: z.number(),
  lapse_days: z.number(),
  tiers: z.array(z.strictObject({ from_minor: z.number(), rate: z.string() })).optional(),
  cap_per_sale_minor: z.number().optional(),
  cap_per_month_minor: z.number().optional(),
  excluded_products: z.array(z.string()).optional(),
  split: z.array(z.strictObject({ partner: z.string(), weight: z.number() })).optional(),
});

const partner = z.strictObject({
  id: z.string(),
  email: z.string(),
  status: z.enum(['invited', 'approved', 'suspended']).optional(),
});
const at = z.iso.datetime({ offset: true });
const when = { at, received_at: at.optional() };
const visit = { visitor: z.string().optional(), event_id: z.string().optional() };

const dispute = { invoice: z.string(), dispute: z.string(), fee: z.number().int().optional() };

const event = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('click'),
    ...when,
    partner: z.string(),
    visitor: z.string(),
    account: z.string().optional(),
    user_agent: z.string().optional(),
    consent: z.boolean().optional(),
    client_at: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('signup'),
    ...when,
    ...visit,
    account: z.string(),
    email: z.string().optional(),
    trial: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('invoice_paid'),
    ...when,
    ...visit,
    account: z.string(),
    invoice: z.string(),
    lines: z.array(
      z.strictObject({
        amount: z.number().int(),
        product: z.string().optional(),
        tax_inclusive_rate: z.string().optional(),
        quantity: z.number().int().optional(),
      }),
    ),
    coupons: z.array(z.string()).optional(),
    currency: z.string().optional(),
    credit_applied: z.number().int().optional(),
    rate_to: z.record(z.string(), z.union([z.string(), z.number()]).transform(String)).optional(),
    fingerprint: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('refund'),
    ...when,
    refund: z.string(),
    invoice: z.string(),
    amount: z.number().int(),
  }),
  z.strictObject({ type: z.literal('dispute_opened'), ...when, ...dispute, amount: z.number().int().optional() }),
  z.strictObject({ type: z.literal('dispute_won'), ...when, ...dispute, amount: z.number().int().optional() }),
  z.strictObject({ type: z.literal('dispute_lost'), ...when, ...dispute, amount: z.number().int().optional() }),
  z.strictObject({ type: z.literal('merge_accounts'), ...when, into: z.string(), merged: z.string() }),
  z.strictObject({ type: z.literal('payment_method'), ...when, partner: z.string(), fingerprint: z.string() }),
  z.strictObject({ type: z.literal('partner_status'), ...when, partner: z.string(), status: z.string() }),
  z.strictObject({
    type: z.literal('set_partner'),
    ...when,
    account: z.string(),
    partner: z.string(),
    effective_at: at.optional(),
  }),
  z.strictObject({ type: z.literal('set_terms'), ...when, rate: z.string() }),
  z.strictObject({ type: z.literal('payout_paid'), ...when, partner: z.string() }),
  z.strictObject({ type: z.literal('advance'), ...when }),
]);

const commission = z.strictObject({
  partner: z.string(),
  invoice: z.string(),
  gross: z.number().optional(),
  net: z.number().optional(),
  state: z.string().optional(),
  available_at: z.string().optional(),
  currency: z.string().optional(),
});

const expected = z.strictObject({
  commissions: z.array(commission).optional(),
  unattributed: z.array(z.string()).optional(),
  flags: z.array(z.string()).optional(),
  balances: z
    .record(z.string(), z.strictObject({ pending: z.number(), held: z.number(), available: z.number() }).partial())
    .optional(),
});

/** One story and how it must end. What the events or settings name and we do not run makes it `unsupported`. */
export const scenarioSchema = z.object({
  settings,
  partners: z.array(partner).min(1),
  events: z.array(event),
  expect: expected,
});

/** The file: every scenario's own settings override the defaults key by key; partners replace the list. */
export const scenarioFileSchema = z.object({
  format: z.literal('goodword-scenarios-1'),
  defaults: z.object({ settings: z.looseObject({}), partners: z.array(z.unknown()) }),
  scenarios: z.array(
    z.looseObject({
      id: z.string(),
      title: z.string(),
      settings: z.looseObject({}).optional(),
      partners: z.array(z.unknown()).optional(),
      events: z.array(z.unknown()),
      expect: z.unknown(),
    }),
  ),
});

export type Scenario = z.infer<typeof scenarioSchema>;
export type ScenarioEvent = Scenario['events'][number];
export type ScenarioFile = z.infer<typeof scenarioFileSchema>;
