import { z } from 'zod';
import { REWARD_KINDS, REWARD_RECEIVERS } from '../../partners/programmes/model.ts';
import { GRANT_STATES } from './model.ts';

const minor = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);
const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .describe('ISO 4217');
const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .describe('ISO 3166-1 alpha-2');
const named = z.object({ id: z.string(), name: z.string() });

export const GRANT_SORTS = ['promised_at', 'due_on', 'state', 'kind', 'partner'] as const;

const grantFilters = {
  state: z.enum(GRANT_STATES).optional(),
  kind: z.enum(REWARD_KINDS).optional(),
  receiver: z.enum(REWARD_RECEIVERS).optional(),
  programme_id: z.string().max(40).optional(),
  partner_id: z.string().max(40).optional(),
  account_id: z.string().max(40).optional().describe('Rewards that go to this company, or that it caused'),
  q: z.string().trim().max(200).optional().describe('Part of a partner or a company'),
};

export const grantQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
  sort: z.enum(GRANT_SORTS).default('promised_at'),
  order: z.enum(['asc', 'desc']).default('desc'),
  ...grantFilters,
});

export const grantView = z.object({
  id: z.string(),
  state: z.enum(GRANT_STATES),
  reason_code: z.string(),
  reason: z.string().describe('Why it is where it is, in one sentence'),
  what: z.string().describe('What is given, in words'),
  kind: z.enum(REWARD_KINDS),
  receiver: z.enum(REWARD_RECEIVERS).describe('The one who referred, their company, or the friend'),
  receiver_account: named.nullable().describe('The company that gets it'),
  programme: named,
  partner: named.describe('Who referred'),
  customer: named.nullable().describe('Who was referred'),
  reward_key: z.string(),
  currency: z.string(),
  amount_minor: z.int(),
  quantity: z.int().describe('Months, seats or days, by kind'),
  used_minor: z.int().nullable().describe('Of a credit: what the invoice took'),
  tax_value_minor: z.int(),
  flags: z.array(z.string()),
  promised_at: z.string(),
  earned_at: z.string().nullable(),
  ready_at: z.string().nullable(),
  due_on: z.string().nullable().describe('When it should be delivered at the latest'),
  is_overdue: z.boolean(),
  sent_at: z.string().nullable(),
  delivered_at: z.string().nullable(),
  waits_for: z.enum(['address', 'gift']).nullable(),
  gift: named.nullable(),
  tracking: z.string().nullable(),
});
export const grantPage = z.object({
  items: z.array(grantView),
  total: z.int(),
  page: z.int(),
  per_page: z.int(),
});

export const addressSchema = z.object({
  name: z.string().trim().min(1).max(120),
  street: z.string().trim().min(1).max(120),
  street2: z.string().trim().max(120).optional(),
  city: z.string().trim().min(1).max(120),
  postcode: z.string().trim().min(1).max(20),
  region: z.string().trim().max(120).optional(),
  country,
});

export const grantWhy = grantView.extend({
  history: z.array(
    z.object({
      state: z.enum(GRANT_STATES),
      reason: z.string(),
      actor_kind: z.string(),
      actor: z.string(),
      at: z.string(),
    }),
  ),
  address: addressSchema.nullable().describe('Kept until some days after the gift arrived'),
  address_erased_at: z.string().nullable(),
});

export const queueItem = grantView.extend({ address: addressSchema.nullable() });
export const queuePage = z.object({
  items: z.array(queueItem).describe('What a person has to send, overdue first, then by due date'),
  total: z.int(),
  overdue: z.int(),
  waiting: z.int().describe('Gifts that wait for an address'),
  page: z.int(),
  per_page: z.int(),
});
export const queueQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
});

export const grantParams = z.object({ id: z.string().max(40) });
export const grantNote = z.strictObject({
  reason: z.string().trim().min(1).max(500).describe('Its receiver reads it'),
});
export const sendBody = z.strictObject({
  grants: z
    .array(
      z.strictObject({
        id: z.string().max(40),
        tracking: z.string().trim().min(1).max(300).optional().describe("A parcel's number or address, or a receipt"),
        code: z.string().trim().min(1).max(300).optional().describe('Of a gift card; kept sealed, never listed'),
      }),
    )
    .min(1)
    .max(200),
});
export const grantIds = z.strictObject({ ids: z.array(z.string().max(40)).min(1).max(200) });
export const changedGrants = z.object({ changed: z.int() });
export const appliedBody = z.strictObject({
  amount_minor: minor.optional().describe('Of a credit: what the invoice took of it'),
  invoice_id: z.string().min(1).max(200).optional().describe('Of a credit: the invoice that took it'),
});
export const creditBody = z.strictObject({
  invoice_id: z.string().min(1).max(200),
  invoice_minor: minor.describe('What the annual invoice asks before credits'),
  currency,
});
export const creditUse = z.object({
  invoice_id: z.string(),
  invoice_minor: z.int(),
  used_minor: z.int().describe('Take this off the invoice'),
  currency: z.string(),
  items: z.array(z.object({ grant_id: z.string(), used_minor: z.int() })),
});
export const chooseBody = z.strictObject({ gift_id: z.string().max(40) });

export const giftView = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  interests: z.array(z.string()),
  worth_minor: z.int(),
  currency: z.string(),
  stock: z.int(),
  needs_address: z.boolean(),
  countries: z.array(z.string()).describe('Empty: sent everywhere'),
  state: z.enum(['active', 'ended']),
});
export const giftList = z.object({ items: z.array(giftView) });

const giftFields = {
  name: z.string().trim().min(1).max(120),
  description: z.string().trim().max(1000),
  interests: z.array(z.string().trim().min(1).max(60)).max(30),
  worth_minor: minor,
  stock: z.number().int().min(0).max(1_000_000),
  needs_address: z.boolean(),
  countries: z.array(country).max(250),
};
export const newGift = z.strictObject({
  ...giftFields,
  description: giftFields.description.default(''),
  interests: giftFields.interests.default([]),
  countries: giftFields.countries.default([]),
  needs_address: z.boolean().default(true),
  currency,
});
export const giftChange = z.strictObject({ ...giftFields, state: z.enum(['active', 'ended']) }).partial();

export const interestsView = z.object({
  interests: z.array(z.string()),
  consent_text: z.string().nullable().describe('The words they agreed to'),
  at: z.string().nullable(),
  offered: z.array(z.string()).describe('What one can choose from'),
  consent_asked: z.string().describe('The words to agree to'),
});
export const interestsBody = z.strictObject({
  interests: z.array(z.string().trim().min(1).max(60)).max(30).describe('Empty: forget what was said before'),
  consent: z.literal(true).describe('The partner agreed to the words shown'),
});

/** A reward in its receiver's own portal. */
export const ownGrant = grantView
  .pick({
    id: true,
    state: true,
    reason_code: true,
    reason: true,
    what: true,
    kind: true,
    receiver: true,
    currency: true,
    amount_minor: true,
    used_minor: true,
    promised_at: true,
    due_on: true,
    waits_for: true,
    tracking: true,
  })
  .extend({
    programme: z.string(),
    customer: z.string().nullable().describe("The referred customer's first word"),
    gift: z.string().nullable(),
    may_give_address: z.boolean(),
    address: addressSchema.nullable(),
    has_code: z.boolean(),
  });
export const ownGrants = z.object({
  items: z.array(ownGrant),
  total: z.int(),
  page: z.int(),
  per_page: z.int(),
  address_consent: z.string().describe('The words one agrees to when giving an address'),
});
export const ownQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
});
export const ownAddress = addressSchema.extend({ consent: z.literal(true) });
export const revealedCode = z.object({ code: z.string() });

export type GrantQuery = z.infer<typeof grantQuery>;
export type GrantView = z.infer<typeof grantView>;
export type GrantWhy = z.infer<typeof grantWhy>;
export type QueuePage = z.infer<typeof queuePage>;
export type QueueQuery = z.infer<typeof queueQuery>;
export type NewGift = z.infer<typeof newGift>;
export type GiftChange = z.infer<typeof giftChange>;
export type InterestsView = z.infer<typeof interestsView>;
export type OwnGrants = z.infer<typeof ownGrants>;
