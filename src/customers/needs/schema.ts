import { z } from 'zod';
import { NEED_KINDS, NEED_SOURCES, NEED_STATES } from './model.ts';

const name = z.string().trim().min(1).max(80).describe('Unique among those of its kind that are not put away');
const long = z.string().trim().max(1000);
const keywords = z
  .array(z.string().trim().min(2).max(60))
  .max(50)
  .describe('Words by which it is recognised in answers and tickets, beside its name');
const page_url = z
  .union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)])
  .describe('The page it leads to; empty while there is none');

const text = {
  description: long.describe('What it means'),
  usp: long.describe('What we say to it'),
  asset: long.describe('What is to be made of that: a page, a comparison, a case'),
};

export const newNeedSchema = z.strictObject({
  kind: z.enum(NEED_KINDS),
  name,
  keywords: keywords.default([]),
  description: text.description.default(''),
  usp: text.usp.default(''),
  asset: text.asset.default(''),
  page_url: page_url.default(''),
});
export const needChangeSchema = z.strictObject({
  name: name.optional(),
  keywords: keywords.optional(),
  description: text.description.optional(),
  usp: text.usp.optional(),
  asset: text.asset.optional(),
  page_url: page_url.optional(),
});
export type NewNeed = z.output<typeof newNeedSchema>;
export type NeedChange = z.output<typeof needChangeSchema>;

export const needSchema = z.object({
  id: z.string(),
  kind: z.enum(NEED_KINDS),
  name: z.string(),
  description: z.string(),
  keywords: z.array(z.string()),
  usp: z.string(),
  asset: z.string(),
  page_url: z.string(),
  created_by: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
  archived_at: z.string().nullable(),
});

export const kindQuery = z.object({ kind: z.enum(NEED_KINDS).default('pain_point') });

export const decisionSchema = z.strictObject({
  state: z.enum(['confirmed', 'rejected']).describe('Does the account have it?'),
  evidence: z.string().trim().max(200).default('').describe('How one knows; kept as it is when empty'),
});
export type NeedDecision = z.output<typeof decisionSchema>;

export const accountNeedSchema = z.object({
  account_id: z.string(),
  account_name: z.string(),
  need_id: z.string(),
  kind: z.enum(NEED_KINDS),
  name: z.string(),
  state: z.enum(NEED_STATES),
  source: z.enum(NEED_SOURCES).describe('Where it was seen'),
  evidence: z.string(),
  seen_at: z.string().nullable(),
  decided_by: z.string().nullable().describe('Null: nobody yet, or the account’s own record states it'),
  decided_at: z.string().nullable(),
});

export const suggestionsQuery = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
  kind: z.enum(NEED_KINDS).optional(),
  need_id: z.string().max(40).optional(),
  state: z.enum(NEED_STATES).default('suggested'),
});
export type SuggestionsQuery = z.output<typeof suggestionsQuery>;
