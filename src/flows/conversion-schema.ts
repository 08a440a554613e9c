import { z } from 'zod';
import { currencyCode as currency, id, instant, minor, signedMinor } from './money-fields.ts';

const evidence = {
  click_token: z.string().max(2000).optional().describe('The value of gw_click the visitor arrived with'),
  click_tokens: z
    .array(z.string().max(2000))
    .max(50)
    .optional()
    .describe('Several of them, when the visitor came more than once'),
  via: z
    .string()
    .regex(/^[\w-]{2,64}$/)
    .optional()
    .describe('The code of the link whose ?via= was on the address the visitor came by'),
  via_at: instant.optional().describe('When they came by it; the time of this event when absent'),
  visitor: z.string().min(1).max(200).optional().describe('The visitor whose clicks these are, when clicks carry one'),
  event_id: id.optional().describe('Names this event; a repetition of it changes nothing'),
};

export const signupSchema = z.strictObject({
  account_id: id.describe("The account's id in your product"),
  account_name: z.string().trim().min(1).max(300).optional(),
  email: z.email().max(254).optional().describe('Who signed up'),
  trial: z.boolean().optional(),
  heard_about: z
    .strictObject({
      source: z.string().trim().min(1).max(300).optional().describe('In their own words, such as "a podcast"'),
      partner: z.string().trim().min(1).max(200).optional().describe("A link's or coupon's code, or a partner's id"),
      person_email: z.email().max(254).optional().describe('The mailbox of the partner they named'),
    })
    .optional()
    .describe('The answer to "How did you hear about us?": credits a partner when nothing tracked leads to anybody'),
  occurred_at: instant.optional().describe('Now when absent'),
  ...evidence,
});

const invoiceLine = z
  .strictObject({
    amount_minor: signedMinor.describe('Before the discount, without tax; below 0 only for a proration'),
    proration: z.boolean().optional().describe('Settles a change of plan within a period: it may be negative'),
    product: z.string().min(1).max(200).optional(),
    quantity: z.number().int().min(0).max(2_147_483_647).optional().describe('Seats, or pieces'),
    discount_minor: minor.optional(),
    tax_minor: signedMinor.optional().describe('On top of the amount; below 0 only for a proration'),
    tax_inclusive_rate: z
      .string()
      .regex(/^\d{1,3}(\.\d{1,6})?%$/)
      .optional()
      .describe('"21%": the tax is inside the amount'),
  })
  .superRefine((line, check) => {
    if (line.proration) return;
    for (const field of ['amount_minor', 'tax_minor'] as const)
      if ((line[field] ?? 0) < 0)
        check.addIssue({ code: 'custom', path: [field], message: 'must not be negative unless proration is true' });
  });

export const invoiceSchema = z.strictObject({
  invoice_id: id,
  account_id: id.describe("The account's id in your product"),
  currency,
  paid_at: instant.optional(),
  issued_at: instant.optional(),
  occurred_at: instant.optional().describe('The same as paid_at; now when neither is there'),
  period_ends_at: instant.optional().describe('When the period it pays for ends'),
  lines: z.array(invoiceLine).min(1).max(1000),
  coupons: z.array(z.string().trim().min(1).max(64)).max(50).optional(),
  rate_to: z
    .record(currency, z.string().regex(/^\d{1,12}(\.\d{1,12})?$/))
    .optional()
    .describe('What one unit of its currency is in another one: {"EUR": "0.92"}; the company\'s own rates when absent'),
  credit_applied_minor: minor.optional().describe('Paid from a credit balance instead of cash'),
  fingerprint: z.string().min(1).max(200).optional().describe('What names the card or bank account it was paid with'),
  programme_fee: id.optional().describe('The entry fee of a partner it pays, fe_…: it opens the gate and is no sale'),
  ...evidence,
});

export const refundSchema = z.strictObject({
  refund_id: id,
  invoice_id: id,
  amount_minor: minor.positive(),
  currency: currency.optional().describe("The invoice's currency"),
  occurred_at: instant.optional().describe('Now when absent'),
  reason: z.string().trim().min(1).max(500).optional(),
  event_id: evidence.event_id,
});

export const refundFailureSchema = z.strictObject({
  refund_id: id,
  invoice_id: id,
  occurred_at: instant.optional().describe('Now when absent'),
  reason: z.string().trim().min(1).max(500).optional(),
});

export const refundFailureView = z.object({
  refund_id: z.string(),
  invoice_id: z.string(),
  conversion_id: z.string().nullable().describe('The refund; null while it is not known: then it will take nothing'),
});

export type RefundFailureInput = z.infer<typeof refundFailureSchema>;

export const disputeSchema = z.strictObject({
  dispute_id: id,
  invoice_id: id,
  outcome: z.enum(['opened', 'won', 'lost']),
  amount_minor: minor.positive().optional().describe('What is disputed; may be left out when the opening said it'),
  fee_minor: minor.optional().describe('What the bank charges; no partner pays it'),
  currency: currency.optional().describe("The invoice's currency"),
  occurred_at: instant.optional().describe('Now when absent'),
  event_id: evidence.event_id,
});

export type DisputeInput = z.infer<typeof disputeSchema>;
export type SignupInput = z.infer<typeof signupSchema>;
export type InvoiceInput = z.infer<typeof invoiceSchema>;
export type RefundInput = z.infer<typeof refundSchema>;

export const setPartnerSchema = z.strictObject({
  partner_id: id,
  programme_id: id,
  effective_at: instant.optional().describe('Invoices at or after it count for the partner; now when absent'),
  unpaid: z
    .enum(['keep', 'reverse', 'move'])
    .optional()
    .describe('Unpaid commissions of invoices since then: stay, are taken back, or go to the new partner'),
  reason: z.string().trim().min(1).max(1000),
});

export const mergeSchema = z.strictObject({
  into: id.describe('The account that is left'),
  reason: z.string().trim().min(1).max(1000),
});

export const conversionsQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
  sort: z.enum(['received_at', 'occurred_at']).default('received_at'),
  order: z.enum(['asc', 'desc']).default('desc'),
  state: z.enum(['parked', 'decided', 'unattributed']).optional(),
  outcome: z.enum(['credited', 'unattributed', 'refused']).optional(),
  reason: z.string().max(60).optional().describe('A reason code, such as outside_window'),
  kind: z.enum(['signup', 'invoice', 'refund', 'dispute']).optional(),
  partner_id: z.string().max(40).optional(),
  account_id: z.string().max(40).optional(),
  q: z.string().max(200).optional().describe("Part of the account's, invoice's or partner's name"),
});

export const consideredSchema = z.object({
  kind: z.enum(['click', 'referral', 'coupon', 'binding', 'override', 'episode', 'self_reported']),
  id: z.string().nullable(),
  partner_id: z.string().nullable(),
  programme_id: z.string().nullable(),
  at: z.string().nullable(),
  counts: z.boolean(),
  reason_code: z.string().nullable(),
  reason: z.string().nullable().describe('Why it fell away'),
});

export const flagSchema = z.object({
  code: z.string(),
  holds: z.boolean().describe('The commission waits until somebody has looked'),
  reason: z.string(),
  evidence: z.record(z.string(), z.string()),
});

export const conversionSchema = z.object({
  id: z.string(),
  kind: z.enum(['signup', 'invoice', 'refund', 'dispute']),
  source: z.string(),
  event_id: z.string(),
  state: z.enum(['parked', 'decided', 'unattributed']),
  outcome: z.enum(['credited', 'unattributed', 'refused']).nullable().describe('null: parked, or a refund'),
  rule: z.string().nullable(),
  reason_code: z.string(),
  reason: z.string(),
  account_id: z.string().nullable(),
  account_external_id: z.string().nullable(),
  account_name: z.string().nullable(),
  invoice_external_id: z.string().nullable(),
  partner_id: z.string().nullable(),
  partner_name: z.string().nullable(),
  programme_id: z.string().nullable(),
  flags: z.array(z.string()),
  commission_id: z.string().nullable(),
  commission_state: z.string().nullable(),
  occurred_at: z.string(),
  received_at: z.string(),
});

export const conversionPageSchema = conversionSchema.extend({
  considered: z.array(consideredSchema).describe('Everything that spoke for somebody, and why the rest fell away'),
  suspicions: z.array(flagSchema),
  reversals: z.array(z.object({ commission_id: z.string(), amount_minor: z.number().int(), was_paid: z.boolean() })),
  earlier: z.array(
    z.looseObject({ decided_at: z.string(), outcome: z.string(), reason_code: z.string(), reason: z.string() }),
  ),
});
