import { z } from 'zod';
import { FIELD_GROUPS, FIELD_KINDS, OPERATORS } from './model.ts';

export const ruleShape = z
  .record(z.string(), z.unknown())
  .describe(
    'A condition { field, op, value }, or a group { all: [...] }, { any: [...] } or { not: … }; GET /v1/segments/fields lists fields and ops',
  );

const name = z.string().trim().min(1).max(80);
const description = z.string().trim().max(500);

export const newSegmentSchema = z.strictObject({
  name: name.describe('Unique among segments that are not archived'),
  description: description.default(''),
  rule: ruleShape,
});

export const segmentChangeSchema = z.strictObject({
  name: name.optional(),
  description: description.optional(),
  rule: ruleShape.optional(),
});

export const segmentSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  rule: ruleShape,
  sentence: z.string().describe('The rule in words'),
  member_count: z.number().int().describe('As of evaluated_at'),
  evaluated_at: z.string().nullable(),
  evaluated_on: z.string().nullable().describe('The last day whose facts were used'),
  created_by: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
  archived_at: z.string().nullable(),
});

export const fieldsSchema = z.object({
  currency: z.string().describe('Amounts are in its minor units'),
  fields: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      group: z.enum(FIELD_GROUPS),
      group_name: z.string(),
      kind: z.enum(FIELD_KINDS).describe('money in minor units, share as a fraction (.1 is 10 %), date as YYYY-MM-DD'),
      unit: z.string().nullable(),
      ops: z.array(z.enum(OPERATORS)),
      options: z.array(z.object({ value: z.string(), name: z.string() })).describe('The only values, or those in use'),
      closed: z.boolean().describe('Other values than the options are refused'),
      lasting: z.boolean().describe('What the company is rather than what it does; a health variant may rest on it'),
    }),
  ),
});

export const previewSchema = z.object({
  sentence: z.string(),
  total: z.number().int(),
  of: z.number().int().describe('All accounts'),
  mrr_minor: z.number().int(),
  currency: z.string(),
  on: z.string(),
  examples: z
    .array(z.object({ id: z.string(), name: z.string(), plan: z.string().nullable(), mrr_minor: z.number().int() }))
    .describe('Up to six, the largest first'),
});

export const historySchema = z.object({
  items: z.array(
    z.object({
      account_id: z.string(),
      account_name: z.string(),
      entered_at: z.string(),
      left_at: z.string().nullable().describe('null: a member now'),
    }),
  ),
  total: z.number().int(),
  page: z.number().int(),
  per_page: z.number().int(),
});

export const accountSegmentsSchema = z.object({
  items: z.array(
    z.object({
      segment_id: z.string(),
      name: z.string(),
      entered_at: z.string(),
      left_at: z.string().nullable(),
    }),
  ),
});

export const pageQuery = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(25),
});

export type NewSegment = z.output<typeof newSegmentSchema>;
export type SegmentChange = z.output<typeof segmentChangeSchema>;
