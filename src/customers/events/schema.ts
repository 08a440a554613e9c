import { z } from 'zod';
import { DOORS, NAME_CHARACTERS, OUTCOMES, REFUSALS, WAITS } from './model.ts';

const instant = z.iso.datetime();
const outcome = z.enum(OUTCOMES).describe('What became of it');
const eventName = z.string().trim().min(1).max(NAME_CHARACTERS).describe('The event as clients call it');
const reasonCode = z.enum([...REFUSALS, ...WAITS]);

export const arrivalList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      received_at: instant,
      key_id: z.string().describe('The key it came with, ky_…'),
      door: z.enum(DOORS).describe('Whose shape it had'),
      kind: z.string(),
      event_name: z.string().nullable(),
      user_name: z.string().nullable().describe('The user or visitor, as the event calls them'),
      account_id: z.string().nullable().describe('The account it counts for'),
      outcome,
      reason_code: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
});

export const sourceList = z.object({
  items: z.array(
    z.object({
      key_id: z.string(),
      events: z.record(outcome, z.number().int()).describe('Events of the last seven days by what became of them'),
      last_at: instant,
    }),
  ),
});

export const quarantineQuery = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
  q: z.string().max(NAME_CHARACTERS).optional().describe('An event, user, visitor or account, as it is written'),
  reason: reasonCode.optional(),
});
export const quarantinePage = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      state: z.enum(['waiting', 'refused']).describe('Waiting: it follows by itself once somebody becomes known'),
      reason_code: z.string(),
      reason: z.string(),
      door: z.enum(DOORS),
      key_id: z.string(),
      event_name: z.string().nullable(),
      user_name: z.string().nullable(),
      anonymous_name: z.string().nullable(),
      account_name: z.string().nullable(),
      received_at: instant,
      attempts: z.number().int(),
      payload: z.string().describe('As it came; its beginning when it was too large to keep'),
      is_whole: z.boolean(),
    }),
  ),
  total: z.number().int(),
  page: z.number().int(),
  per_page: z.number().int(),
  by_reason: z.array(z.object({ reason_code: z.string(), reason: z.string(), events: z.number().int() })),
});

const ids = z.array(z.string().max(40)).min(1).max(1_000).describe('Events of the quarantine, qe_…');
export const replayBody = z
  .strictObject({ ids: ids.optional(), reason: reasonCode.optional(), event_name: eventName.optional() })
  .describe('Which ones; all, when nothing is said');
export const replayed = z.object({ tried: z.number().int(), used: z.number().int() });
export const dropBody = z.strictObject({ ids });
export const dropped = z.object({ dropped: z.number().int() });

const feature = z.string().trim().min(1).max(NAME_CHARACTERS).nullable();
export const mappingBody = z.strictObject({
  event_name: eventName,
  action: z.enum(['count', 'ignore']),
  feature: feature.default(null).describe('The feature it counts under; its own name when null'),
  quantity_property: feature.default(null).describe('The property that holds how much; one a time when null'),
});
export const mappingQuery = z.object({ event_name: eventName });
const unlisted = z.enum(['count', 'hold']).describe('What happens to events that no mapping names');
export const settingsBody = z.strictObject({ unlisted });
export const mappingList = z.object({
  unlisted,
  items: z.array(
    z.object({
      event_name: z.string(),
      action: z.enum(['count', 'ignore']),
      feature: z.string().nullable(),
      quantity_property: z.string().nullable(),
    }),
  ),
});
