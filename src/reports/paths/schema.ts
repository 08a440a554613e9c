import { z } from 'zod';
import { SEARCH_OUTCOMES, STANDINGS } from '../../success/paths/model.ts';
import { searchSchema } from '../../success/paths/schema.ts';

const text = z.string();
const count = z.number().int();
const estimate = z.object({ value: z.number(), low: z.number(), high: z.number() }).describe('95 % interval');

const step = z.object({ action: text, name: text });

export const pathSchema = z.object({
  steps: z.array(step).describe('In order'),
  sentence: text,
  n_with: count,
  succeeded_with: count,
  n_without: count,
  succeeded_without: count,
  difference: estimate.describe('Share of successes with less without; Newcombe’s 95 % interval'),
  lift: z.number().nullable().describe('Share of successes with ÷ without'),
  p: z.number().describe('Fisher’s exact test, all customers'),
  q: z.number().describe('Benjamini-Hochberg over everything tested, on the seven tenths looked at first'),
  adjusted_odds: estimate.nullable().describe('Mantel-Haenszel odds ratio among customers alike in plan and size'),
  confirmed: z.boolean().describe('Seen again in the three tenths kept apart'),
  equally_active: z
    .object({ odds: estimate.nullable(), p: z.number() })
    .nullable()
    .describe('The same among customers that were about equally active as well'),
  beyond_activity: z.boolean(),
  redundant: z
    .boolean()
    .describe('Says nothing of its own: a step could be left out, or another path found says it already'),
});

const stage = step.extend({
  reached: count,
  succeeded: count,
  stopped: count.describe('Of the stage before, without this step'),
  stopped_succeeded: count,
  due_day: count.describe('By then three quarters of those who succeeded had done it'),
  sentence: text,
});

const followedStep = step.extend({ due_day: count });
export const followedSchema = z.object({
  version: count,
  name: text,
  steps: z.array(followedStep),
  landmark_day: count,
  search_id: text.nullable(),
  note: text,
  is_active: z.boolean(),
  chosen_by: text,
  chosen_at: text,
});

export const outlookSchema = z.object({
  status: z.enum(['unsearched', ...SEARCH_OUTCOMES]),
  sentence: text,
  needed: z.array(text).describe('What would have to be there for a path to show'),
  limits: z.array(text),
  basis: z
    .object({
      search_id: text,
      searched_at: text,
      landmark_day: count,
      gap_days: count,
      seed: count,
      data_until: text,
      data_hash: text,
      outcome_day: count.nullable(),
      accounts: count,
      succeeded: count,
      kept_apart: count,
      actions: count,
      tested: count,
    })
    .nullable()
    .describe('What the last search rests on'),
  best: z.object({ path: pathSchema, flow: z.array(stage) }).nullable(),
  paths: z.array(pathSchema).describe('Everything found, the surest first'),
  search: searchSchema.nullable().describe('The newest one, open or over'),
  followed: followedSchema.nullable(),
  versions: z.array(followedSchema).describe('Every path that was followed before'),
});

const standing = z
  .enum(STANDINGS)
  .describe('done; on_track: all due steps are done; behind: a due one is not; missed: the time is over');
export const standingsQuery = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
  sort: z.enum(['started_on', 'name', 'done']).default('started_on'),
  order: z.enum(['asc', 'desc']).default('desc'),
  q: z.string().trim().min(1).max(200).optional(),
  standing: z.enum(STANDINGS).optional(),
  partner_id: z.string().max(40).optional(),
  referred: z.enum(['true', 'false']).optional().describe('Brought by a partner, or not'),
});
export type StandingsQuery = z.output<typeof standingsQuery>;

const stepStanding = followedStep.extend({ done_on: text.nullable(), due_on: text });
export const standingSchema = z.object({
  account_id: text,
  name: text,
  plan: text.nullable(),
  partner_id: text.nullable(),
  partner_name: text.nullable(),
  started_on: text,
  standing,
  done_count: count,
  steps: z.array(stepStanding),
  sentence: text,
});
export const standingsPage = z.object({
  items: z.array(standingSchema),
  total: count,
  page: count,
  per_page: count,
});

const tally = {
  customers: count,
  done: count,
  on_track: count,
  behind: count,
  missed: count,
  share_on_track: estimate.nullable().describe('Done or on track, of all; Wilson’s 95 % interval'),
};
export const partnersSchema = z.object({
  as_of: text.nullable(),
  all: z.object(tally),
  without_partner: z.object(tally),
  items: z.array(z.object({ partner_id: text, partner_name: text, ...tally })),
});

export const accountPathSchema = z.object({
  path: followedSchema.nullable(),
  standing: standingSchema.nullable(),
  as_of: text.nullable(),
  sentence: text,
});
