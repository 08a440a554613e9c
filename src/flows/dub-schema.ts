import { z } from 'zod';

// The words of the Dub client, which are camelCase.
const text = z.string().trim().max(300).nullish();
const customer = {
  customerExternalId: z.string().trim().min(1).max(200).describe("The account's id in your product"),
  customerName: text,
  customerEmail: z.union([z.email().max(254), z.literal('')]).nullish(),
  customerAvatar: z.string().max(2000).nullish(),
};
const metadata = z.record(z.string(), z.unknown()).nullish().describe('Given back, not kept');

export const dubLeadBody = z.object({
  clickId: z
    .string()
    .max(2000)
    .describe('The value of gw_click, or a partner’s code; empty to confirm a deferred lead'),
  eventName: z.string().trim().min(1).max(100),
  ...customer,
  mode: z.enum(['async', 'wait', 'deferred']).default('async').describe('deferred: only keep the click for later'),
  eventQuantity: z.number().int().nullish(),
  metadata,
});
export type DubLead = z.infer<typeof dubLeadBody>;

export const dubSaleBody = z.object({
  ...customer,
  amount: z
    .number()
    .int()
    .nonnegative()
    .max(Number.MAX_SAFE_INTEGER)
    .describe('In cents; whole units of currencies without'),
  currency: z.string().trim().length(3).default('usd'),
  eventName: z.string().trim().min(1).max(100).default('Purchase'),
  paymentProcessor: z.string().max(40).default('custom'),
  invoiceId: z.string().trim().min(1).max(200).nullish().describe('Counts once'),
  metadata,
  leadEventName: z.string().max(100).nullish(),
  clickId: z.string().max(2000).nullish().describe('For a sale without a lead before it'),
});
export type DubSale = z.infer<typeof dubSaleBody>;

const known = {
  name: z.string().nullable(),
  email: z.string().nullable(),
  avatar: z.string().nullable(),
  externalId: z.string().nullable(),
};

export const dubLeadAnswer = z.object({
  click: z.object({ id: z.string() }),
  link: z
    .object({
      id: z.string(),
      domain: z.string(),
      key: z.string(),
      shortLink: z.string(),
      url: z.string(),
      partnerId: z.string().nullable(),
      programId: z.string().nullable(),
      tenantId: z.string().nullable(),
      externalId: z.string().nullable(),
    })
    .nullable(),
  customer: z.object(known),
});
export type DubLeadAnswer = z.infer<typeof dubLeadAnswer>;

export const dubSaleAnswer = z.object({
  eventName: z.string(),
  customer: z
    .object({ id: z.string(), ...known })
    .nullable()
    .describe('null while nobody knows the customer: the sale waits'),
  sale: z
    .object({
      amount: z.number(),
      currency: z.string(),
      paymentProcessor: z.string(),
      invoiceId: z.string().nullable(),
      metadata: z.record(z.string(), z.unknown()).nullable(),
    })
    .nullable(),
});
export type DubSaleAnswer = z.infer<typeof dubSaleAnswer>;
