import { z } from 'zod';
import { NEED_KINDS } from '../../customers/needs/model.ts';
import { needSchema } from '../../customers/needs/schema.ts';

const count = z.number().int();
const text = z.string();
const estimate = z.object({ value: z.number(), low: z.number(), high: z.number() }).describe('95 % interval');

export const VERDICTS = ['more', 'less', 'no_difference', 'not_confirmed', 'explained', 'too_few'] as const;

export const worthRowSchema = z.object({
  need_id: text,
  name: text,
  customers: count.describe('Of whom it is confirmed'),
  suggested: count.describe('Of whom it is only suggested; in no number here'),
  decided: count.describe('Customers with it whose success is decided'),
  succeeded: count,
  success: estimate.nullable().describe('Share of them that succeeded; Wilson’s interval'),
  others_success: z.number().nullable().describe('Share of the customers without it that succeeded'),
  difference: estimate.nullable().describe('Newcombe’s interval'),
  adjusted_odds: estimate.nullable().describe('Mantel-Haenszel, among customers alike in plan and size'),
  q: z.number().nullable().describe('Benjamini-Hochberg over all of the kind'),
  verdict: z.enum(VERDICTS),
  sentence: text,
  watched: count.describe('Customers with it who came at least 180 days ago'),
  left: count.describe('Of them, left within 180 days'),
  left_share: estimate.nullable(),
  mrr_minor: count.describe('What those who stay pay a month'),
  missing: z.array(z.enum(['usp', 'asset', 'page'])).describe('What its brief does not say yet'),
});

export const worthSchema = z.object({
  kind: z.enum(NEED_KINDS),
  sentence: text,
  needed: z.array(text),
  limits: z.array(text),
  currency: text,
  data_until: text,
  customers: count.describe('Customers whose success is decided'),
  succeeded: count,
  items: z.array(worthRowSchema),
  named_in_records: z
    .array(z.object({ kind: z.enum(NEED_KINDS), name: text, accounts: count }))
    .describe('Named by records and not in the list yet'),
});

export const briefSchema = z.object({
  need: needSchema,
  worth: worthRowSchema,
  currency: text,
  data_until: text,
  industries: z.array(z.object({ name: text, customers: count })).describe('Of customers who have it and are here'),
  channels: z.array(z.object({ name: text, customers: count })),
  quotes: z
    .array(z.object({ text, person: text, title: text.nullable(), company: text, said_at: text }))
    .describe('Only of people who agreed to speak for us'),
  quotes_sentence: text,
  limits: z.array(text),
});
