import { z } from 'zod';
import { EVIDENCED, FEE_STATES, GATE_KINDS } from './model.ts';

const reason = z.string().trim().min(1).max(500);

export const verdictSchema = z.object({
  gate: z.enum(GATE_KINDS),
  title: z.string(),
  open: z.boolean(),
  reason_code: z.string(),
  reason: z.string(),
  since: z.string().nullable(),
  until: z.string().nullable(),
});

export const partnerGatesSchema = z.object({
  programme_id: z.string(),
  programme_name: z.string(),
  may_earn: z.boolean(),
  gates: z.array(verdictSchema),
  history: z.array(
    z.object({
      id: z.string(),
      gate: z.enum(EVIDENCED),
      title: z.string(),
      passed: z.boolean(),
      says: z.string(),
      valid_from: z.string(),
      valid_until: z.string().nullable(),
      actor_id: z.string(),
      recorded_at: z.string(),
    }),
  ),
});

export const openByHandSchema = z.strictObject({
  partner_id: z.string().max(40),
  gate: z.enum(EVIDENCED).exclude(['company_readiness']),
  passed: z.boolean().describe('True opens the gate, false closes it'),
  reason,
  valid_until: z.iso.datetime({ offset: true }).optional(),
});

export const feesQuery = z.object({
  programme_id: z.string().max(40).optional(),
  partner_id: z.string().max(40).optional(),
  state: z.enum(FEE_STATES).optional(),
});

export const settleFeeSchema = z.strictObject({ state: z.enum(['paid', 'waived']), reason });

export const feeSchema = z.object({
  id: z.string(),
  reference: z.string().describe('What an invoice names as programme_fee to settle it'),
  programme_id: z.string(),
  programme_name: z.string(),
  partner_id: z.string(),
  partner_name: z.string(),
  starts_on: z.string(),
  ends_on: z.string().nullable().describe('The first day after the period; null: for good'),
  amount_minor: z.number().int(),
  currency: z.string(),
  state: z.enum(FEE_STATES),
  invoice_external_id: z.string().nullable(),
  reason: z.string().nullable(),
  settled_by: z.string().nullable(),
  settled_at: z.string().nullable(),
  created_at: z.string(),
});
