import { z } from 'zod';
import { CHURN_DEFINITIONS } from './model.ts';

const minor = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable();
const currency = z.string().regex(/^[A-Z]{3}$/, 'must be three capital letters');

export const companySchema = z.object({
  name: z.string().trim().min(1).max(200).describe('The company’s name, as partners and customers read it'),
  reporting_currency: currency.describe('The one currency that reports add up in (ISO 4217)'),
  zone: z.string().describe('The time zone that days and months are counted in, like Europe/Budapest'),
  churn_definition: z
    .enum(CHURN_DEFINITIONS)
    .describe('Which of the three ways of saying "churned" the reports use: ended subscriptions, flags or events'),
  churn_grace_days: z.number().int().min(0).max(365).describe('Days a new subscription may take to not count as churn'),
  gross_margin_bps: z
    .number()
    .int()
    .min(0)
    .max(10_000)
    .nullable()
    .describe('Gross margin in basis points (8000 = 80%)'),
  success_cost_year_minor: minor.describe('What customer success costs a year'),
  success_hourly_cost_minor: minor.describe('What an hour of customer success costs'),
  acquisition_cost_year_minor: minor.describe('What sales and marketing cost a year'),
  ltv_cac_guard: z
    .string()
    .describe('Below this LTV:CAC a programme needs a reason to be published; a decimal like "4"'),
  discount_rate_bps: z
    .number()
    .int()
    .min(0)
    .max(10_000)
    .describe('How much less a payment in a year is worth today, in basis points (1000 = 10%)'),
  product_url: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .describe('Where the product is'),
  mail_from: z.email().nullable().describe('The address that mails come from'),
  simulated: z.boolean().describe('Whether the company is made up'),
});

/** What may be changed; a field that is left out keeps its value. */
export const companyChangeSchema = companySchema.omit({ simulated: true }).partial();

export const exchangeRateSchema = z.object({
  currency: currency.describe('The currency an amount is in'),
  on_date: z.iso.date().describe('The first day the rate holds'),
  rate: z
    .string()
    .regex(/^\d{1,12}(\.\d{1,12})?$/, 'must be a decimal like 1.0842')
    .describe('How many units of the reporting currency one unit is worth'),
  source: z.string().trim().min(1).max(200).describe('Where the rate comes from'),
});

export const exchangeRatesSchema = z.object({ rates: z.array(exchangeRateSchema).max(10_000) });

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month like 2026-01');
const costFields = {
  month: month.describe('The month the money was spent in'),
  channel: z.string().trim().min(1).max(200).describe('As in the channel report: search, events, …'),
  currency: currency.describe('The currency of the amount'),
};

export const costsQuery = z.object({ from: month.optional(), to: month.optional() });

export const costsSchema = z.object({
  items: z.array(
    z.object({
      ...costFields,
      amount_minor: z.number().int().describe('Minor units of `currency`'),
      amount_reporting_minor: z
        .number()
        .int()
        .nullable()
        .describe('In the reporting currency; null where no rate is known'),
    }),
  ),
});

export const costsChangeSchema = z.object({
  costs: z
    .array(
      z.object({
        ...costFields,
        amount_minor: minor.describe('Minor units of `currency`; 0 is a cost of nothing, null takes the entry away'),
      }),
    )
    .min(1)
    .max(10_000),
});

export type CostsQuery = z.infer<typeof costsQuery>;
export type CostsChange = z.infer<typeof costsChangeSchema>;
export type CompanyChange = z.infer<typeof companyChangeSchema>;
