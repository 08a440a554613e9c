import { z } from 'zod';
import { DATE_ORDERS, ENTITIES, VALUE_TYPES } from './model.ts';

const columnSchema = z.strictObject({
  to: z.string().min(1).describe('The field it fills, or attributes.NAME'),
  type: z.enum(VALUE_TYPES),
  order: z.enum(DATE_ORDERS).optional().describe('The order of a date: iso, dmy (day first), mdy (month first)'),
  decimal: z.enum(['point', 'comma']).optional(),
  unit: z.enum(['major', 'minor', 'minutes', 'hours', 'seconds', 'days']).optional(),
  values: z.record(z.string(), z.string()).optional().describe('Translations, by the value in lower case'),
});

const entitySchema = z.strictObject({
  columns: z.record(z.string(), columnSchema),
  constants: z.record(z.string(), z.string()).optional().describe('Fields that every row has alike'),
});

const fileSchema = z.strictObject({
  source: z.string().min(1).max(100).describe('Whose ids these are: ids of two sources never meet'),
  delimiter: z.string().length(1).default(','),
  encoding: z.string().default('utf-8'),
  entities: z.partialRecord(z.enum(ENTITIES), entitySchema),
  ignored: z.array(z.string()).optional(),
});

/** The readable file that says how a folder is read. */
export const mappingSchema = z.strictObject({
  version: z.literal(1),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .describe('What an amount is in when neither its row nor its column says'),
  files: z.record(z.string(), fileSchema),
});

const evidenceSchema = z.object({
  file: z.string(),
  entity: z.enum(ENTITIES).nullable(),
  why: z.string(),
  size_bytes: z.number(),
  columns: z.array(
    z.object({ column: z.string(), to: z.string().nullable(), why: z.string(), samples: z.array(z.string()) }),
  ),
});

export const planSchema = z.object({
  mapping: mappingSchema,
  evidence: z.array(evidenceSchema).describe('Why each file and column is read as it is'),
  questions: z
    .array(z.object({ file: z.string(), column: z.string(), question: z.string(), line: z.string() }))
    .describe('What the mapping must settle before the import can run'),
  missing: z.array(z.string()).describe('What cannot be computed from these files, one sentence each'),
});

export const importFileSchema = z.object({
  file: z.string(),
  entity: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'skipped', 'failed']),
  size_bytes: z.number(),
  rows_read: z.number(),
  rows_inserted: z.number(),
  rows_updated: z.number(),
  rows_unchanged: z.number(),
  rows_rejected: z.number(),
  repeated_ids: z.number(),
  rows_orphaned: z.number().describe('Of those rejected, the rows that name something not known here'),
  error: z.string().nullable(),
});

export const importSchema = z.object({
  id: z.string(),
  label: z.string(),
  state: z.enum(['planned', 'running', 'done', 'failed']),
  started_by: z.string(),
  started_at: z.date(),
  finished_at: z.date().nullable(),
  error: z.string().nullable(),
  files: z.array(importFileSchema),
  rows_read: z.number().describe('Rows read so far, over all files'),
  bytes_total: z.number(),
});

export const importDetailSchema = importSchema.extend({ plan: planSchema });
export const importListSchema = z.object({
  items: z.array(importSchema),
  total: z.number(),
  page: z.number(),
  per_page: z.number(),
});

export const rejectSchema = z.object({
  file: z.string(),
  entity: z.string(),
  line: z.number(),
  reason: z.string(),
  field: z.string().nullable(),
  row_text: z.string().describe('The row as it stands in the file'),
});
export const rejectListSchema = z.object({
  items: z.array(rejectSchema),
  total: z.number().describe('Rejected rows kept here: at most 10,000 a file; the rejects file has all'),
  page: z.number(),
  per_page: z.number(),
});

export const pageQuerySchema = z.object({
  page: z.coerce.number().int().min(1).default(1).describe('Which page, counted from 1'),
  per_page: z.coerce.number().int().min(1).max(200).default(50).describe('How many a page has'),
});
