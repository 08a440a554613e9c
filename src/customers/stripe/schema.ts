import { z } from 'zod';
import { CLIENT_REFERENCES, STRIPE_STATES } from './model.ts';

const instant = z.iso.datetime();
const page = {
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
};

const shared = {
  livemode: z.boolean().describe('true: live events only; false: test events only'),
  stripe_account: z
    .string()
    .regex(/^acct_[A-Za-z0-9]{1,100}$/)
    .nullable()
    .describe('The connected account whose events count; events of any other are turned away'),
  client_reference: z
    .enum(CLIENT_REFERENCES)
    .describe(
      "What client_reference_id of a checkout holds: our click token or a partner's code, or your account's id",
    ),
  account_metadata_key: z
    .string()
    .regex(/^[A-Za-z0-9_.-]{1,40}$/)
    .describe(
      "The metadata key that holds your own id of the account; Stripe's customer id stands in for it otherwise",
    ),
};

export const stripeChange = z
  .strictObject({
    signing_secret: z
      .string()
      .trim()
      .regex(/^\S{8,200}$/)
      .describe("The endpoint's signing secret, whsec_…"),
    ...shared,
  })
  .partial();
export type StripeChange = z.infer<typeof stripeChange>;

export const stripeView = z.object({
  endpoint: z.string().describe('Where Stripe has to send its events'),
  types: z.array(z.string()).describe('The kinds of event to choose'),
  is_set_up: z.boolean(),
  secret_ends: z.string().nullable().describe('The last characters of the secret, to recognise it by'),
  previous_until: instant.nullable().describe('The secret before the last change is good until then'),
  events: z.record(z.enum(STRIPE_STATES), z.number().int()).describe('How many events ended how'),
  ...shared,
});
export type StripeView = z.infer<typeof stripeView>;

export const stripeEvent = z.object({
  id: z.string(),
  stripe_id: z.string(),
  type: z.string(),
  api_version: z.string().nullable(),
  livemode: z.boolean(),
  subject_id: z.string().nullable().describe("Stripe's id of what it is about"),
  customer_id: z.string().nullable(),
  occurred_at: instant,
  received_at: instant,
  deliveries: z.number().int().describe('How often Stripe sent it'),
  state: z.enum(STRIPE_STATES),
  reason_code: z.string(),
  reason: z.string(),
  conversion_id: z.string().nullable().describe('What it made (cv_…)'),
  attempts: z.number().int(),
  processed_at: instant,
});
export const stripeEventWhole = stripeEvent.extend({ payload: z.unknown().describe('As Stripe sent it') });

export const stripeEventQuery = z.object({
  ...page,
  order: z.enum(['asc', 'desc']).default('desc'),
  state: z.enum(STRIPE_STATES).optional(),
  type: z.string().max(100).optional(),
  q: z.string().max(200).optional().describe("Part of an event's, customer's or object's id"),
});

const listed = { total: z.number().int(), page: z.number().int(), per_page: z.number().int() };
export const stripeEventPage = z.object({ items: z.array(stripeEvent), ...listed });

export const rejectionQuery = z.object(page);
export const rejectionPage = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      received_at: instant,
      reason_code: z.string(),
      reason: z.string(),
      stripe_id: z.string().nullable().describe('What it called itself; nobody signed for it'),
      type: z.string().nullable(),
      signature: z.string().nullable(),
      body_head: z.string().describe('How it began'),
      body_bytes: z.number().int(),
      body_hash: z.string().describe('SHA-256 of all of it'),
    }),
  ),
  ...listed,
});
