import { z } from 'zod';

export const debtList = z.object({
  items: z.array(
    z.object({
      partner: z.object({ id: z.string(), name: z.string() }),
      currency: z.string(),
      owed_minor: z.int().describe('Above 0'),
      since: z.iso.datetime().describe('Below 0 without a break since'),
      writable_from: z.iso.datetime().describe('May be given up from then on, and is given up by itself'),
    }),
  ),
});

export const writeOffParams = z.object({ id: z.string().max(40).describe('The partner, pa_…') });
export const writeOffBody = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  reason: z.string().trim().min(3).max(300),
});
export const writeOffView = z.object({
  id: z.string(),
  partner_id: z.string(),
  currency: z.string(),
  amount_minor: z.int(),
  reason: z.string(),
  created_at: z.iso.datetime(),
});

export type DebtList = z.infer<typeof debtList>;
export type WriteOffBody = z.infer<typeof writeOffBody>;
export type WriteOffView = z.infer<typeof writeOffView>;
