import { z } from 'zod';
import { TOUCH_KINDS } from '../../customers/touches/model.ts';

const text = z.string();
const count = z.number().int();

export const careSchema = z.object({
  items: z.array(
    z.object({
      id: text.describe('The touch, task or run'),
      what: z.enum(['touch', 'task_done', 'task_skipped', 'run_started', 'run_finished', 'run_stopped']),
      at: text.describe('The day of a touch, the instant of everything else'),
      kind: z.enum(TOUCH_KINDS).nullable().describe('Of a touch'),
      title: text.nullable().describe('The task, or the playbook'),
      note: text,
      minutes: count.nullable(),
      by: text.describe('Who logged or settled it'),
    }),
  ),
  total: count.describe('The newest hundred are listed'),
});
export type Care = z.infer<typeof careSchema>;

export const resultsSchema = z.object({
  status: z.enum(['too_early', 'more', 'fewer', 'same']),
  sentence: text,
  caution: text.describe('What the sentence does not say'),
  days: count,
  least: count.describe('So many accounts are needed for an answer'),
  accounts: count.describe('Watched long enough, with a risk when it began, each counted once by its first run'),
  stayed: count.nullable(),
  expected_stayed: z.number().nullable().describe('Σ (1 − risk when it began)'),
  stayed_share: z
    .object({ value: z.number(), low: z.number(), high: z.number() })
    .nullable()
    .describe('With its 95 % interval (Wilson)'),
  expected_share: z.number().nullable(),
  left_out: z.object({
    too_young: count.describe('Not watched long enough yet'),
    without_risk: count.describe('Had no churn risk when it began'),
    not_customers: count.describe('Were no customers when it began'),
  }),
});
export type PlaybookResults = z.infer<typeof resultsSchema>;
