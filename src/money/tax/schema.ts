import { z } from 'zod';
import { TAX_FORMS } from './model.ts';

const form = z.enum(TAX_FORMS).describe('none: no tax form is on file');
const rate = z.int().min(0).max(9000).describe('Withheld from every payout, in hundredths of a per cent: 3000 is 30 %');

export const taxParams = z.object({ id: z.string().max(40).describe('The partner, pa_…') });

export const taxProfileBody = z.strictObject({
  form,
  form_received_on: z.iso.date().nullish().describe('Today when absent and there is a form'),
  rate_bps: rate,
  note: z.string().trim().max(500).nullish(),
});

const withheld = z.array(z.object({ currency: z.string(), amount_minor: z.int() }));

export const taxProfileView = z.object({
  form,
  form_received_on: z.iso.date().nullable(),
  rate_bps: rate,
  note: z.string().nullable(),
  updated_at: z.iso.datetime().nullable().describe('null: nobody said anything yet'),
  withheld: withheld.describe('Kept for the tax office so far'),
});

export const ownTaxView = taxProfileView.omit({ note: true, updated_at: true }).extend({
  form_needed_above: z
    .array(z.object({ currency: z.string(), amount_minor: z.int() }))
    .describe('Above this much in a calendar year nobody is paid without a form'),
});

export const taxSettings = z.strictObject({
  thresholds: z
    .array(
      z.strictObject({
        currency: z.string().regex(/^[A-Z]{3}$/, 'is an ISO 4217 code such as EUR'),
        form_threshold_minor: z.int().min(0),
      }),
    )
    .max(200)
    .describe('Above this gross in a calendar year a partner without a tax form is not paid; absent: never needed'),
});

export type TaxProfileBody = z.infer<typeof taxProfileBody>;
export type TaxProfileView = z.infer<typeof taxProfileView>;
export type OwnTaxView = z.infer<typeof ownTaxView>;
export type TaxSettings = z.infer<typeof taxSettings>;
