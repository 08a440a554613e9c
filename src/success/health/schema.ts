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

export const definitionSchema = z.object({
  components: z.array(componentSchema).min(1).max(COMPONENT_KEYS.length),
  bands: z.object({ green: score, amber: score }).describe('At or above green is green, at or above amber is amber'),
  min_coverage: z.number().min(0).max(1).describe('Below this share of weight present there is no score'),
});

export const modelSchema = z.object({
  id: z.string().nullable().describe('null: the default, stored with the first scoring'),
  version: z.number().int(),
  name: z.string(),
  definition: definitionSchema,
});

export const newModelSchema = z.object({
  name: z.string().trim().min(1).max(100).default('Default'),
  definition: definitionSchema,
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

export type NewModel = z.infer<typeof newModelSchema>;
export type NewOverride = z.infer<typeof newOverrideSchema>;
export type Override = z.infer<typeof overrideSchema>;
