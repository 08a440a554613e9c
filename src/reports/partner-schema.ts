import { z } from 'zod';
import { linkSchema } from '../partners/links/schema.ts';
import { PARTNER_KINDS, PARTNER_STATES } from '../partners/partners/model.ts';
import { partnerSchema } from '../partners/partners/schema.ts';

const count = z.number().int();

export const PARTNER_SORTS = [
  'name',
  'created_at',
  'clicks',
  'signups',
  'customers',
  'earned',
  'pending',
  'available',
] as const;

const filters = {
  q: z.string().max(200).optional().describe("Part of the partner's name or mailbox"),
  state: z.enum(PARTNER_STATES).optional(),
  kind: z.enum(PARTNER_KINDS).optional(),
  programme_id: z.string().max(40).optional(),
  sort: z.enum(PARTNER_SORTS).default('created_at'),
  order: z.enum(['asc', 'desc']).default('desc'),
};

export const partnersExportQuery = z.object(filters);
export const partnersQuery = z.object({
  ...filters,
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
});
export type PartnersQuery = z.infer<typeof partnersQuery>;

/** Money of one currency; a partner may earn in several. */
export const balanceSchema = z.object({
  currency: z.string(),
  earned_minor: count.describe('Commissions after refunds'),
  pending_minor: count.describe('Not payable yet'),
  held_minor: count.describe('Waits until somebody has looked'),
  available_minor: count.describe('Payable; below 0 the partner owes'),
  paid_minor: count,
});

export const partnerRowSchema = partnerSchema.extend({
  programmes: z.array(z.object({ id: z.string(), name: z.string() })),
  clicks: count.describe('Of people, without robots'),
  signups: count.describe('Accounts that signed up through the partner'),
  customers: count.describe('Accounts that paid through the partner'),
  balances: z.array(balanceSchema),
});

export const partnersPageSchema = z.object({
  items: z.array(partnerRowSchema),
  total: count,
  page: count,
  per_page: count,
});

export const referralSchema = z.object({
  account_id: z.string(),
  account_name: z.string(),
  state: z.enum(['signed_up', 'paying', 'not_credited', 'ended']),
  rule: z.string().nullable(),
  since: z.string(),
  reason_code: z.string(),
  reason: z.string(),
  flags: z.array(z.string()),
});

export const partnerPageSchema = partnerRowSchema.extend({
  account_name: z.string().nullable(),
  links: z.array(linkSchema.extend({ clicks: count, bots: count })),
  coupons: z.array(z.object({ code: z.string(), programme_id: z.string(), state: z.string() })),
  enrolments: z.array(
    z.object({
      programme_id: z.string(),
      programme_name: z.string(),
      state: z.string(),
      terms_accepted_version: count,
      terms_accepted_at: z.string(),
    }),
  ),
  clicks_by_day: z.array(z.object({ on: z.string(), people: count, others: count })).describe('The last 90 days'),
  referrals: z.array(referralSchema),
  commissions_by_state: z.array(z.object({ state: z.string(), currency: z.string(), n: count, net_minor: count })),
  payouts: z.array(
    z.object({
      id: z.string(),
      state: z.string(),
      currency: z.string(),
      amount_minor: count,
      expected_on: z.string().nullable(),
      created_at: z.string(),
    }),
  ),
  states: z.array(z.object({ state: z.string(), at: z.string(), actor_id: z.string(), reason: z.string().nullable() })),
});
