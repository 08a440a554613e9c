import { z } from 'zod';
import { BANDS, COMPONENT_KEYS } from './model.ts';

const score = z.number().min(0).max(100);

export const componentSchema = z.object({
  key: z.enum(COMPONENT_KEYS),
  direction: z.enum(['up', 'down']).describe('up: more is better; down: less is better. The points must agree'),
  points: z
    .array(z.tuple([z.number(), score]))
    .min(1)
    .max(20)
    .describe('Raw value and score 0-100; straight lines between, flat outside'),
  window_days: z.number().int().min(1).max(730),
  weight: z.number().int().min(0).max(1000),
  stale_after_days: z.number().int().min(1).max(3650).nullable().describe('Older facts count as missing; null: never'),
  missing: z
    .union([z.literal('skip'), z.object({ score })])
    .describe('Without fresh facts: leave the component out, or give it this score'),
});

const months = z.number().int().min(0).max(600);
const bands = z.object({ green: score, amber: score });

export const variantSchema = z.object({
  name: z.string().trim().min(1).max(60),
  applies_to: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('tenure'), from_months: months, below_months: months.nullable() }),
    z.object({
      kind: z.literal('segment'),
      segment_id: z.string().max(40).describe('Its rule asks lasting facts only'),
    }),
  ]),
  weights: z
    .partialRecord(z.enum(COMPONENT_KEYS), z.number().int().min(0).max(1000))
    .describe('Instead of the component’s own weight; 0 leaves it out'),
  bands: bands.nullable().describe('null: the model’s'),
});

export const definitionSchema = z.object({
  components: z.array(componentSchema).min(1).max(COMPONENT_KEYS.length),
  bands: z.object({ green: score, amber: score }).describe('At or above green is green, at or above amber is amber'),
  min_coverage: z.number().min(0).max(1).describe('Below this share of weight present there is no score'),
  variants: z
    .array(variantSchema)
    .max(10)
    .optional()
    .describe('Other weights and bands for some accounts; the first that fits counts'),
});

export const modelSchema = z.object({
  id: z.string().nullable().describe('null: the default, stored with the first scoring'),
  version: z.number().int(),
  name: z.string(),
  definition: definitionSchema,
});

const reason = z.string().trim().min(1).max(500);

export const newModelSchema = z.object({
  name: z.string().trim().min(1).max(100).default('Default'),
  definition: definitionSchema,
  reason: reason.optional().describe('Why this version'),
  activate: z.boolean().default(true).describe('false: keep it to be compared first'),
});

export const versionSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  name: z.string(),
  definition: definitionSchema,
  reason: z.string().nullable(),
  is_active: z.boolean(),
  created_by: z.string(),
  created_at: z.string(),
  activated_at: z.string().nullable(),
  activated_by: z.string().nullable(),
});

export const overrideInForceSchema = z.object({
  id: z.string(),
  account_id: z.string(),
  account_name: z.string(),
  band: z.enum(BANDS),
  scored_band: z.string().nullable().describe('What the score says'),
  score: z.number().nullable(),
  reason: z.string(),
  set_by: z.string(),
  set_at: z.string(),
  expires_at: z.string(),
});

export const accountParams = z.object({ id: z.string() });

export const newOverrideSchema = z.object({
  band: z.enum(BANDS),
  reason: z.string().trim().min(1).max(500).describe('What you know that the score does not'),
  expires_at: z.iso
    .datetime({ offset: true })
    .describe('When the score speaks for itself again; at most a year from now'),
});

export const overrideSchema = newOverrideSchema.extend({ id: z.string(), set_by: z.string(), set_at: z.string() });

export type NewModel = z.input<typeof newModelSchema>;
export type NewOverride = z.infer<typeof newOverrideSchema>;
export type Override = z.infer<typeof overrideSchema>;
