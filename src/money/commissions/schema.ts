import { z } from 'zod';
import { COMMISSION_RULES, COMMISSION_STATES } from './model.ts';

const instant = z.iso.datetime();
const minor = z.int();
const named = z.object({ id: z.string(), name: z.string() });

const filters = {
  partner_id: z.string().max(40).optional(),
  account_id: z.string().max(40).optional(),
  programme_id: z.string().max(40).optional(),
  invoice_id: z.string().max(40).optional(),
  state: z.enum(COMMISSION_STATES).optional(),
  reason: z.string().max(60).optional().describe('A reason code, such as after_last_month'),
  q: z.string().max(200).optional().describe("Part of the partner's, the customer's or the invoice's name"),
  sort: z.enum(['earned_at', 'available_at', 'gross_minor', 'partner', 'account', 'state']).default('earned_at'),
  order: z.enum(['asc', 'desc']).default('desc'),
};

export const commissionExportQuery = z.object(filters);
export const commissionQuery = z.object({
  ...filters,
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
});

export const commissionView = z.object({
  id: z.string(),
  state: z.enum(COMMISSION_STATES),
  reason_code: z.string(),
  reason: z.string().describe('Why it is in this state, in a sentence the partner reads too'),
  explanation: z.string().describe('How the amount came about, in one line'),
  programme: named,
  partner: named,
  rule: z
    .enum(COMMISSION_RULES)
    .describe('What earns: a sale, a top-up of it, a recruited partner, a bounty or a lead'),
  account: named.nullable().describe('The customer; null for a lead nobody knows as an account'),
  invoice: z.object({ id: z.string(), external_id: z.string() }).nullable().describe('null: a lead'),
  referral_id: z.string().nullable(),
  conversion_id: z.string().nullable().describe('The event that was credited'),
  currency: z.string(),
  base_minor: minor.describe('What was paid in cash for the lines that earn, without tax'),
  gross_minor: minor.describe('The commission before refunds'),
  reversed_minor: minor.describe('What refunds took back'),
  net_minor: minor,
  settled_minor: minor.describe('What payouts have taken of it; a clawback after the payout makes it shrink again'),
  flags: z.array(z.string()),
  holds: z.array(z.string()).describe('Why it is held, all of it'),
  would_be_minor: minor.nullable().describe('What a refused one would have been, had the gate been open'),
  earned_at: instant,
  available_at: instant,
  paid_at: instant.nullable(),
});

export const commissionPage = z.object({
  items: z.array(commissionView),
  total: z.int(),
  page: z.int(),
  per_page: z.int(),
});

export const commissionWhy = commissionView.extend({
  calculation: z.object({}).loose().describe('Every number the amount was computed from'),
  decision: z
    .object({
      id: z.string(),
      rule: z.string().describe('The row of the decision table that decided, R0 to R7'),
      outcome: z.string(),
      reason_code: z.string(),
      considered: z.unknown().describe('Every touch that was considered, and why the others fell away'),
      flags: z.array(z.string()),
      decided_at: instant,
    })
    .nullable(),
  transfers: z.array(
    z.object({
      id: z.string(),
      event: z.string(),
      from: z.string(),
      to: z.string(),
      amount_minor: minor,
      reason: z.string().nullable(),
      at: instant,
    }),
  ),
  reversals: z.array(
    z.object({
      id: z.string(),
      amount_minor: minor,
      was_paid: z.boolean(),
      reason_code: z.string(),
      reason: z.string(),
      at: instant,
    }),
  ),
  payouts: z.array(
    z.object({
      payout_id: z.string(),
      batch_id: z.string(),
      state: z.string(),
      amount_minor: minor,
      is_live: z.boolean().describe('False when the payout failed, came back or was cancelled'),
      expected_on: z.iso.date(),
      paid_at: instant.nullable(),
    }),
  ),
});

export const commissionParams = z.object({ id: z.string().max(40).describe('The commission, cm_…') });
export const commissionNote = z.strictObject({
  reason: z.string().trim().min(1).max(500).describe('Why, in words the partner may read'),
});

export const earningsQuery = z.object({
  state: z.enum(COMMISSION_STATES).optional(),
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
});

export const earningView = commissionView
  .pick({
    id: true,
    state: true,
    reason_code: true,
    reason: true,
    explanation: true,
    programme: true,
    currency: true,
    gross_minor: true,
    reversed_minor: true,
    net_minor: true,
    earned_at: true,
    available_at: true,
    paid_at: true,
  })
  .extend({ customer: z.string().describe('The customer who paid, as their first word: "Acme …"') });

export const earningsPage = z.object({
  totals: z.array(
    z.object({
      currency: z.string(),
      earned_minor: minor.describe('Everything below together'),
      pending_minor: minor,
      next_available_at: instant.nullable().describe('When the first pending commission becomes payable'),
      held_minor: minor,
      available_minor: minor.describe('Payable now; below 0 when a refund after a payout left something owing'),
      in_transit_minor: minor.describe('In a payout on its way'),
      paid_minor: minor,
    }),
  ),
  items: z.array(earningView),
  total: z.int(),
  page: z.int(),
  per_page: z.int(),
});

export type CommissionView = z.infer<typeof commissionView>;
export type CommissionWhy = z.infer<typeof commissionWhy>;
export type CommissionQuery = z.infer<typeof commissionQuery>;
export type CommissionExportQuery = z.infer<typeof commissionExportQuery>;
export type EarningsQuery = z.infer<typeof earningsQuery>;
export type EarningsPage = z.infer<typeof earningsPage>;
