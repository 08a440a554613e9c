import { z } from 'zod';
import { DEVICES } from './model.ts';

const targetRuleSchema = z.strictObject({
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(250)
    .default([])
    .describe('Of the visitor, as ISO 3166-1 alpha-2; empty: any'),
  devices: z.array(z.enum(DEVICES)).max(3).default([]).describe('Of the visitor; empty: any'),
  target_url: z.string().max(2000),
});

const targetRulesSchema = z
  .array(targetRuleSchema)
  .max(20)
  .describe('Other targets by country and device of the visitor; the first that fits decides');

export const createLinkSchema = z.strictObject({
  partner_id: z.string(),
  programme_id: z.string(),
  target_url: z.string().max(2000).optional().describe('A page of the product; its start page when absent'),
  target_rules: targetRulesSchema.optional(),
  code: z
    .string()
    .regex(/^[A-Za-z0-9_-]{3,64}$/)
    .optional()
    .describe('The last part of the address; made from the name of the partner when absent'),
  expires_at: z.iso.datetime({ offset: true }).optional(),
});

export const updateLinkSchema = z.strictObject({
  state: z.enum(['active', 'paused', 'ended']).optional(),
  target_url: z.string().max(2000).optional().describe('A page of the product'),
  target_rules: targetRulesSchema.optional(),
});

export const linkSchema = z.object({
  id: z.string(),
  code: z.string(),
  url: z.string().describe('What the partner shares'),
  programme_id: z.string(),
  partner_id: z.string(),
  target_url: z.string(),
  target_rules: z.array(
    z.object({ countries: z.array(z.string()), devices: z.array(z.enum(DEVICES)), target_url: z.string() }),
  ),
  state: z.enum(['active', 'paused', 'ended']),
  expires_at: z.string().nullable(),
  created_at: z.string(),
});

export const createCouponSchema = z.strictObject({
  partner_id: z.string(),
  programme_id: z.string(),
  code: z
    .string()
    .trim()
    .min(1)
    .max(64)
    .describe('As it stands on invoices; capital letters and small ones are the same'),
  accounts_at_most: z.int32().positive().optional().describe('How many accounts it may bring; 1 for one use'),
  expires_at: z.iso.datetime({ offset: true }).optional().describe('It counts on invoices paid before'),
});

export const updateCouponSchema = z.strictObject({ state: z.enum(['active', 'ended']) });

export const couponSchema = z.object({
  code: z.string(),
  programme_id: z.string(),
  partner_id: z.string(),
  state: z.enum(['active', 'ended']),
  accounts_at_most: z.number().int().nullable(),
  expires_at: z.string().nullable(),
});

export type CreateCoupon = z.infer<typeof createCouponSchema>;
export type CreateLink = z.infer<typeof createLinkSchema>;
export type UpdateLink = z.infer<typeof updateLinkSchema>;
