import { z } from 'zod';

const count = z.number().int();
const measured = z.object({ value: z.number(), low: z.number(), high: z.number() });
const arm = z.object({
  arm: z.enum(['ask', 'hold']),
  accounts: count.describe('Dealt into it'),
  watched: count.describe('Of them, those whose 90 days are over'),
  asked: count.describe('Of those watched, asked within the 90 days, whatever they were dealt'),
  referred: count.describe('Of those watched, brought somebody within the 90 days'),
  rate: measured.nullable().describe('Share that referred, 95 % interval by Wilson'),
});

export const askLearningView = z.object({
  outcome: z
    .enum(['too_few_asks', 'too_few_referrals', 'too_few_without', 'nothing_to_tell_by', 'cannot_tell', 'tells'])
    .describe('Whether it can be told who refers when asked'),
  sentence: z.string(),
  asks: count.describe('With a known outcome: a referral within 90 days, a no, no answer, or 90 days over'),
  referred: count,
  asks_needed: count,
  quality: z
    .object({
      auc: measured.describe('Pairs ranked right, on accounts not seen; DeLong, 95 %'),
      score_auc: measured.nullable().describe('The same of the stated readiness score'),
      brier: z.number(),
      brier_of_mean: z.number(),
      lift: z.number().nullable().describe('How many times as often the best fifth refers as all do'),
      calibration: z.array(
        z.object({ n: count, expected: z.number(), rate: z.number(), low: z.number(), high: z.number() }),
      ),
    })
    .nullable(),
  people: z
    .array(
      z.object({
        account_id: z.string(),
        account_name: z.string(),
        person_name: z.string().nullable(),
        score: z.number().describe('The stated readiness of the account'),
        chance: z.number().nullable().describe('P(refers | asked); null where it cannot be told'),
        held: z.boolean().describe('Kept back for the comparison'),
      }),
    )
    .describe('Who is ready now, the best chance first'),
  people_total: count,
  comparison: z.object({
    outcome: z.enum(['too_early', 'cannot_tell', 'brings', 'costs']),
    sentence: z.string(),
    asked: arm,
    held: arm,
    difference: measured.nullable().describe('Of the shares, by what accounts were dealt; Newcombe, 95 %'),
  }),
  hold_bps: count.describe('Share of accounts becoming ready that is kept back, in basis points'),
});
export type AskLearningView = z.infer<typeof askLearningView>;
