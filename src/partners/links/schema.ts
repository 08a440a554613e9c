import { z } from 'zod';

export const createLinkSchema = z.strictObject({
  partner_id: z.string(),
  programme_id: z.string(),
  target_url: z.string().max(2000).optional().describe('A page of the product; its start page when absent'),
  code: z
    .string()
    .regex(/^[A-Za-z0-9_-]{3,64}$/)
    .optional()
    .describe('The last part of the address; made from the name of the partner when absent'),
  expires_at: z.iso.datetime({ offset: true }).optional(),
});

export const updateLinkSchema = z.strictObject({ state: z.enum(['active', 'paused', 'ended']) });

export const linkSchema = z.object({
  id: z.string(),
  code: z.string(),
  url: z.string().describe('What the partner shares'),
  programme_id: z.string(),
  partner_id: z.string(),
  target_url: z.string(),
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
