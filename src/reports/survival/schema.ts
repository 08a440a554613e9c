import { z } from 'zod';
import { narrowedSchema, segmentQuery } from '../segments/schema.ts';
import { ATTRIBUTES } from './curves.ts';

export const survivalQuery = z.object({
  by: z
    .enum(ATTRIBUTES)
    .default('partner')
    .describe(
      'What customers are told apart by; segment: the saved segments they are in today, each against the others',
    ),
  segment: segmentQuery,
});

const VERDICTS = [
  'differs',
  'perhaps',
  'alike',
  'too_early',
  'too_few',
  'nobody_left',
  'no_groups',
  'looks_ahead',
  'no_customers',
] as const;
const verdict = z
  .enum(VERDICTS)
  .describe(
    'differs: unlikely to be chance (q < .05); perhaps: unlikely alone (p < .05), not among as many questions; alike: chance would do it; too_early: no two groups of 10 reach 3 months; too_few: not two groups of 10 customers; no_groups: no customer is in a segment; looks_ahead: the rules of all segments ask what changes with staying',
  );
const share = z.number().describe('0.25 is 25%');

const curve = z.array(
  z.object({
    month: z.number().int(),
    at_risk: z.number().int().describe('Watched this long or longer, and not gone before'),
    share: share.describe('Kaplan-Meier: still paying this long after their first payment'),
    low: share.describe('Where the true share lies, with 95% confidence'),
    high: share,
  }),
);

export const survivalSchema = z.object({
  by: z.enum(ATTRIBUTES),
  through: z.iso.date().describe('The last day with data'),
  verdict,
  answer: z.string().describe('The verdict in a sentence'),
  segment: narrowedSchema,
  cautions: z.array(z.string()).describe('How to read segments: they overlap, and membership is as of today'),
  month: z.number().int().nullable().describe('At which groups are compared in the sentence: 12, 6 or 3'),
  longest: z
    .string()
    .nullable()
    .describe('The group of which most are left then; by segment: the one that differs most, when it stays longer'),
  shortest: z
    .string()
    .nullable()
    .describe('The group of which fewest are left then; by segment: the one that differs most, when it stays shorter'),
  test: z
    .object({
      statistic: z.number().describe('Log-rank chi-squared'),
      df: z.number().int().describe('Compared groups − 1'),
      p: z
        .number()
        .describe('How likely chance alone makes them differ as much; by segment: of the strongest, corrected (Holm)'),
      q: z.number().describe('The same among all attributes (Benjamini-Hochberg)'),
    })
    .nullable(),
  groups: z.array(
    z.object({
      value: z.string().nullable().describe('null: not known'),
      customers: z.number().int(),
      left: z.number().int(),
      is_compared: z.boolean().describe('10 customers or more, and their value is known'),
      median_months: z.number().nullable().describe('When half had left; null while more than half stay'),
      curve,
      others: z
        .object({
          customers: z.number().int(),
          left: z.number().int(),
          p: z.number().nullable().describe('Log-rank test of the group against them'),
          p_corrected: z.number().nullable().describe('The same corrected for the number of segments (Holm)'),
          looks_ahead: z.boolean().describe('The rule asks what changes, such as health: not tested'),
          curve,
        })
        .nullable()
        .describe('By segment: everybody who is not in it. Null otherwise'),
    }),
  ),
  attributes: z.array(
    z.object({ by: z.enum(ATTRIBUTES), verdict, p: z.number().nullable(), q: z.number().nullable() }),
  ),
});
