import { z } from 'zod';
import { ruleSchema } from '../../success/outcome/schema.ts';
import { metricSchema } from '../schema.ts';
import { CHANNEL_SOURCES } from './traits-of-accounts.ts';

const count = z.number().int();
const estimate = z.object({ value: z.number(), low: z.number(), high: z.number() });
const share = estimate
  .extend({ succeeded: count, n: count })
  .describe('A share of n with its 95 % Wilson interval; 0.25 is 25%');
const part = z.object({
  with: share,
  without: share,
  difference: estimate.describe('Share with − share without, Newcombe’s 95 % interval'),
  p: z.number().describe('Fisher’s exact test, two-sided'),
});

export const statisticsSchema = part
  .extend({
    lift: z.number().nullable().describe('Share with ÷ share without; null when nobody without succeeds'),
    q: z.number().describe('p of the discovery part among all that was compared (Benjamini-Hochberg)'),
    adjusted: z
      .object({
        odds_ratio: estimate.nullable().describe('null where it is 0 or infinite'),
        difference: estimate,
        p: z.number(),
      })
      .nullable()
      .describe('Mantel-Haenszel, among accounts of like plan and size; null where no two are alike'),
    discovery: part.nullable().describe('On the 70 % of accounts where it was looked for'),
    confirmation: part
      .nullable()
      .describe('On the 30 % held back; p is one-sided there (mid-p), for the direction found'),
  })
  .nullable()
  .describe('null: too few to test');

export const verdictSchema = z
  .enum(['confirmed', 'not_confirmed', 'explained', 'nothing', 'too_few'])
  .describe(
    'confirmed: found (q < .05, also within like plan and size) and seen again in those held back (q < .05 among all that was found); not_confirmed: found only; explained: not among like plan and size; nothing: may be chance',
  );

const needed = z
  .object({ subjects: count, outcomes: count })
  .nullable()
  .describe('Of too_few: so many accounts that can be judged, with so many successes and as many failures');
const outcome = z.enum(['tested', 'too_few']);
const about = {
  on: z.iso.date().describe('The last day with data'),
  day: count.describe('The day of its life on which an account is judged'),
  n: count.describe('Accounts of which it is known whether they succeeded'),
  succeeded: count,
  outcome,
  needed,
  answer: z.string().describe('What comes out, in a sentence'),
};

const named = z.object({
  account_id: z.string(),
  account_name: z.string(),
  started_on: z.iso.date(),
  reasons: z.array(z.string()),
});

export const previewBody = z.strictObject({ rule: ruleSchema });
export const previewSchema = z.object({
  on: z.iso.date(),
  sentence: z.string(),
  succeeded: count,
  failed: count,
  too_young: count,
  cannot_tell: count.describe('A fact the rule asks for was not known on the day'),
  no_start: count.describe('Accounts of which nobody knows when they began'),
  share: estimate.nullable().describe('Of those judged, 95 % Wilson interval'),
  reasons: z.array(
    z.object({
      code: z.string(),
      reason: z.string(),
      accounts: count,
      alone: count.describe('Accounts of which this is the only reason'),
    }),
  ),
  changed: z
    .object({ gained: count, lost: count })
    .describe('Accounts that would count as successful, and no longer, against the rule in force'),
  conditions: z.array(z.object({ condition: z.string(), name: z.string() })),
  examples: z.object({ succeeded: z.array(named), failed: z.array(named), cannot_tell: z.array(named) }),
});

export const OUTCOME_STATES = ['succeeded', 'failed', 'too_young', 'cannot_tell'] as const;
export const outcomesQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
  q: z.string().trim().max(100).optional().describe('In the name'),
  state: z.enum(OUTCOME_STATES).optional().describe('Only these'),
});
export const outcomesSchema = z.object({
  items: z.array(named.extend({ state: z.enum(OUTCOME_STATES), reason_codes: z.array(z.string()) })),
  total: count,
  page: count,
  per_page: count,
});

export const traitsSchema = z.object({
  ...about,
  waiting: count.describe('Accounts too young, or of which it cannot be told'),
  tested: count.describe('Traits compared'),
  items: z.array(
    z.object({
      attribute: z.string().describe('attributes.NAME: one that an import brought'),
      attribute_name: z.string(),
      value: z.string(),
      customers: z.string(),
      verdict: verdictSchema,
      direction: z.enum(['more', 'less']).nullable(),
      support: count.describe('Judged accounts that have it'),
      sentence: z.string(),
      statistics: statisticsSchema,
    }),
  ),
});

const cell = z
  .object({
    accounts: count,
    judged: count,
    succeeded: count,
    success: share.nullable().describe('null: too few judged'),
    paid: count.describe('Accounts that ever paid'),
    left: count.describe('Of those, gone by now'),
    churn: share.nullable().describe('null: too few paid'),
    verdict: verdictSchema,
    sentence: z.string(),
    statistics: statisticsSchema,
  })
  .nullable()
  .describe('null: this source knows nobody of this channel');

export const channelsSchema = z.object({
  ...about,
  currency: z.string(),
  won_by: z.enum(['first_touch', 'imported']).describe('The source that says which channel won an account, for costs'),
  ltv_cac_guard: z.number(),
  least: count.describe('Fewer than this are too few for a share'),
  share: share.nullable().describe('Of all judged accounts'),
  items: z.array(
    z.object({
      channel: z.string(),
      cells: z.object(
        Object.fromEntries(CHANNEL_SOURCES.map((one) => [one, cell])) as Record<
          (typeof CHANNEL_SOURCES)[number],
          typeof cell
        >,
      ),
      worth: z.object({ cac: metricSchema, ltv: metricSchema, ltv_cac: metricSchema }),
    }),
  ),
});
