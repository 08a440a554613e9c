import { z } from 'zod';
import { LEVELS } from '../../success/churn/model.ts';

const count = z.number().int();
const params = z.object({ id: z.string() });
export const partnerRiskParams = params;

const customer = z.object({
  account_id: z.string(),
  name: z.string(),
  risk: z.number().describe('Chance of leaving within the horizon'),
  level: z.enum(LEVELS),
  mrr_minor: count.nullable(),
});

export const partnerRiskView = z.object({
  horizon_days: count,
  own: z.object({
    outcome: z
      .enum(['scored', 'no_account', 'no_model', 'not_scored'])
      .describe('scored: the partner’s own company is a customer with a risk'),
    sentence: z.string(),
    customer: customer.nullable(),
  }),
  stream: z.object({
    outcome: z.enum(['scored', 'nobody', 'no_model', 'not_scored']),
    sentence: z.string(),
    customers: count.describe('Customers bound to the partner now'),
    scored: count.describe('Of them, those with a risk'),
    at_risk: count.describe('Of those, with a raised or a high risk'),
    exposed_minor: count.describe('What those at risk pay a month'),
    expected_loss_minor: count.describe('Risk times what is paid, summed over all'),
    currency: z.string(),
    worst: z.array(customer).describe('The ten with the highest risk'),
  }),
});
export type PartnerRiskView = z.infer<typeof partnerRiskView>;

export const accountPartnersView = z.object({
  sentence: z.string().nullable().describe('null: nobody of the account is a partner'),
  partners: z.array(
    z.object({
      partner_id: z.string(),
      name: z.string(),
      customers: count,
      mrr_minor: count.describe('What the customers they brought pay a month'),
    }),
  ),
  customers: count,
  mrr_minor: count,
  currency: z.string(),
});
export type AccountPartnersView = z.infer<typeof accountPartnersView>;
