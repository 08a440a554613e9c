import { z } from 'zod';
import { ASSUMPTIONS, type AssumptionKey, SOURCES } from './model.ts';

const number = z.number();
const rate = number.describe('A share: .2 is 20 %');
const amount = number.describe('Minor units');
const months = number.describe('Calendar months');

const assumptionSchema = z.strictObject({
  value: number.describe('Expected value; money in minor units, shares as fractions'),
  sd: number.describe('Standard deviation; 0: taken as certain'),
  source: z.enum(SOURCES).describe("own: from the company's data; prior: from elsewhere, as stated; typed: somebody's"),
  n: z.number().nullable().optional().describe('Facts of one’s own it rests on'),
});

const rewardSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('percent'), rate, months }),
  z.strictObject({ kind: z.literal('recurring'), rate }),
  z.strictObject({ kind: z.literal('flat'), amount_minor: amount.describe('Once for a customer that pays') }),
  z.strictObject({ kind: z.literal('per_lead'), amount_minor: amount }),
  z.strictObject({ kind: z.literal('company_credit'), per_seat_minor: amount }),
  z.strictObject({ kind: z.literal('free_months'), months }),
  z.strictObject({ kind: z.literal('gift'), worth_minor: amount }),
]);
const friendSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('discount'), rate, months }),
  z.strictObject({ kind: z.literal('free_months'), months }),
  z.strictObject({ kind: z.literal('gift'), worth_minor: amount }),
]);
const offerSchema = z.strictObject({ reward: rewardSchema, friend: friendSchema });

function eachAssumption<S extends z.ZodType>(schema: S): Record<AssumptionKey, S> {
  return Object.fromEntries(ASSUMPTIONS.map((key) => [key, schema])) as Record<AssumptionKey, S>;
}

export const scenarioInputSchema = z
  .strictObject({
    currency: z.string().regex(/^[A-Z]{3}$/),
    assumptions: z.strictObject(eachAssumption(assumptionSchema)),
    customers: number.describe('Customers who could refer, in a year'),
    seats: number.describe('Seats of a new customer'),
    fixed_cost_minor: amount.describe('Of the programme in a year, whatever it brings'),
    usual_reward_minor: amount.describe('The reward for a customer won at which the share rate was seen'),
    guard: number.describe('LTV:CAC has to lie above it'),
    confidence: number.describe('… in so many of the runs, .5 to .99'),
    offers: z.strictObject({ a: offerSchema, b: offerSchema.nullable() }),
    seed: z.number().int().min(0).max(1_000_000).default(1),
  })
  .describe('What is assumed and what is offered');

const spread = z.object({ p10: number, p50: number, p90: number });
const openSpread = z
  .object({ p10: number.nullable(), p50: number.nullable(), p90: number.nullable() })
  .describe('null: without an end');

const offerResultSchema = z.object({
  verdict: z.string().describe('The answer in one sentence'),
  customers: spread.describe('Won in a year'),
  net: spread.extend({ mean: number }).describe('Net contribution of a year’s customers over their lives, minor units'),
  ltv_cac: openSpread,
  profit: number.describe('Share of the runs with a net above 0'),
  guard_holds: number.describe('Share of the runs with LTV:CAC above the guard'),
  payback: openSpread.describe('Months; null: not within 60'),
  paid_back: number,
  largest: z.object({
    outcome: z.enum(['found', 'none', 'any', 'no_reward']),
    size: number.optional().describe('In the unit of the reward: a share, minor units or months'),
  }),
  histogram: z.array(z.object({ from: number, to: number, runs: z.number().int() })),
  tornado: z
    .array(z.object({ key: z.enum(ASSUMPTIONS), low: number, high: number, net_at_low: number, net_at_high: number }))
    .describe('What moves the net most first: each assumption from its P10 to its P90, the others as expected'),
  expected: z.object({
    margin: amount,
    commission: amount,
    rewards: amount,
    discounts: amount,
    retention: amount,
    acquisition: amount,
    fixed: amount,
    net: amount,
  }),
});

export const playedSchema = z.object({
  outcome: z.literal('played'),
  draws: z.number().int(),
  a: offerResultSchema,
  b: offerResultSchema.nullable(),
  difference: spread
    .extend({ better: number.describe('Share of the runs in which B brings more'), verdict: z.string() })
    .nullable()
    .describe('B less A on the same chances'),
});
export const resultSchema = z.discriminatedUnion('outcome', [
  playedSchema,
  z.object({ outcome: z.literal('impossible'), field: z.string(), reason_code: z.string(), reason: z.string() }),
]);

const name = z.string().trim().min(1).max(80).describe('Unique');
export const newScenarioSchema = z.strictObject({ name, input: scenarioInputSchema });
export const scenarioChangeSchema = z.strictObject({ name: name.optional(), input: scenarioInputSchema.optional() });

const summary = {
  id: z.string(),
  name: z.string(),
  created_by: z.string(),
  created_at: z.string(),
  updated_by: z.string(),
  updated_at: z.string(),
  verdict: z.string(),
  profit: number,
  net: spread,
  currency: z.string(),
};
export const scenarioItemSchema = z.object(summary);
export const scenarioSchema = z.object({ ...summary, input: scenarioInputSchema, result: playedSchema });

export const listQuery = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(25),
  q: z.string().max(100).optional().describe('Part of the name'),
});

export type NewScenario = z.output<typeof newScenarioSchema>;
export type ScenarioChange = z.output<typeof scenarioChangeSchema>;
