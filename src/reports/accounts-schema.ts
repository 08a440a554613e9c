import { z } from 'zod';
import { ACCOUNT_STATES } from './sql/account-states.ts';

const text = z.string().trim().min(1).max(200);

/** A switch in a query string: only true and false are understood. */
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

export const accountsFilter = z.object({
  q: text.optional().describe('Found in name, domain or the outside id'),
  plan: text.optional(),
  source: text.optional().describe('The imported source'),
  band: z.enum(['green', 'amber', 'red', 'unknown']).optional().describe('Health; a hand-set band counts first'),
  state: z.enum(ACCOUNT_STATES).optional(),
  churned: flag.optional(),
  country: text.optional(),
  industry: text.optional(),
  readiness: z.enum(['ready', 'almost', 'not_now', 'unknown']).optional(),
  segment: z.string().max(40).optional().describe('Its id: the accounts in it when it was last evaluated'),
});

export const accountsSort = z.object({
  sort: z.enum(['name', 'mrr', 'health', 'readiness', 'signed_up_at', 'last_active']).default('name'),
  order: z.enum(['asc', 'desc']).default('asc').describe('What is not known comes last either way'),
});

export const accountsQuery = accountsFilter.extend(accountsSort.shape).extend({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
});

export const exportQuery = accountsFilter.extend(accountsSort.shape);

export type AccountsFilter = z.infer<typeof accountsFilter>;
export type AccountsQuery = z.infer<typeof accountsQuery>;
export type ExportQuery = z.infer<typeof exportQuery>;

const score = z.number().nullable();

export const accountRowSchema = z.object({
  id: z.string(),
  external_id: z.string(),
  name: z.string(),
  domain: z.string().nullable(),
  industry: z.string().nullable(),
  country: z.string().nullable(),
  plan: z.string().nullable(),
  imported_source: z.string().nullable(),
  owner_name: z.string().nullable(),
  seats: z.number().int().nullable(),
  signed_up_at: z.string().nullable(),
  state: z.enum(ACCOUNT_STATES).describe('By the company’s churn definition, at the data time'),
  churned_on: z.string().nullable(),
  mrr_minor: z.number().int().describe('Minor units of `currency`'),
  currency: z.string(),
  health_score: score,
  health_band: z.string().nullable().describe('A hand-set band stands above the score’s'),
  is_overridden: z.boolean(),
  readiness_score: score,
  readiness_status: z.string().nullable(),
  last_active_on: z.string().nullable(),
});

export const accountsPage = z.object({
  items: z.array(accountRowSchema),
  total: z.number().int(),
  page: z.number().int(),
  per_page: z.number().int(),
});

export const facetsSchema = z.object({
  plans: z.array(z.string()),
  sources: z.array(z.string()),
  countries: z.array(z.string()),
  industries: z.array(z.string()),
});
