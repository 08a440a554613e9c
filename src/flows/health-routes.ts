import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { BANDS } from '../success/health/model.ts';
import { VERDICTS } from '../success/health/rules/backtest.ts';
import { backtestHealth, latestOrNewBacktest, showBacktest } from './backtest-health.ts';
import { scoreAccounts } from './score-accounts.ts';

const count = z.number().int();
const share = z.number().nullable();
const rate = {
  n: count.describe('Account months; every third month, so that each churn counts once'),
  churned: count,
  rate: share.describe('Observed churn within the horizon'),
  low: share.describe('Wilson, 95 %'),
  high: share,
};
const auc = z
  .object({ value: z.number(), low: z.number(), high: z.number(), pairs: count })
  .nullable()
  .describe('Share of pairs of the same month ranked rightly; 95 % interval, an account counting once');

const points = z.array(z.object({ x: z.number(), y: z.number() }));

const resultSchema = z.object({
  verdict: z.enum(VERDICTS),
  snapshots: count,
  from: z.string().nullable(),
  to: z.string().nullable(),
  observations: count,
  accounts: count,
  churned_accounts: count,
  churned_accounts_needed: count,
  auc,
  auc_later_half: auc,
  bands: z.array(z.object({ band: z.enum(BANDS), ...rate })),
  calibration: z.array(z.object({ from: z.number(), to: z.number(), mean_score: z.number(), ...rate })),
  lift_top_decile: share.describe('Churn among the tenth with the lowest health ÷ churn among all'),
  gains: points.describe('Of the leavers, the share caught (y) among the first called (x), lowest health first'),
  roc: points.describe('Of those who stayed (x) and of those who left (y), the shares at or below each score'),
  by_month: z.array(z.object({ on: z.string(), ...rate, auc })),
});

export const backtestSchema = z.object({
  run_at: z.string(),
  data_until: z.string(),
  horizon_days: count,
  model: z.object({ id: z.string().nullable(), name: z.string(), version: count }),
  chosen_definition: z.enum(['subscriptions', 'events', 'flags']),
  judged_by: z.enum(['subscriptions', 'events']),
  judged_by_reason: z.string(),
  verdict: z.enum(VERDICTS),
  sentence: z.string().describe('The verdict in words'),
  results: z.object({ subscriptions: resultSchema, events: resultSchema }),
  groups: z.array(
    z.object({
      kind: z.enum(['plan', 'industry', 'segment']),
      name: z.string(),
      observations: count,
      accounts: count,
      churned_accounts: count,
      auc,
      verdict: z.enum(VERDICTS),
    }),
  ),
});

const scoringSchema = z.object({
  data_until: z.string(),
  is_live: z.boolean(),
  health: z.object({
    scored: count,
    changed: count.describe('Scores that differ from the present ones and were stored'),
    ended: count.describe('Accounts scored no longer: they left'),
  }),
  readiness: z.object({ accounts: count, people: count, ready: count }).describe('What followed from it'),
  churn: z
    .array(z.object({ horizon_days: z.number().int(), scored: count, changed: count, gone: count }))
    .describe('Risks by the models in force; empty where there is none that predicts'),
});

/** The stories of health: scoring everyone now, and testing the score against the past. */
export const healthStoryRoutes: Routes = (app) => {
  app.post(
    '/v1/health/score',
    {
      schema: { tags: ['Health'], summary: 'Score every active account now', response: { 200: scoringSchema } },
      config: { access: 'success:write' },
    },
    (request) => scoreAccounts(ctxOf(request)),
  );
  app.get(
    '/v1/health/backtest',
    {
      schema: {
        tags: ['Health'],
        summary: 'Would the score have told who leaves? The latest test, or one made now',
        response: { 200: backtestSchema },
      },
      config: { access: 'success:read' },
    },
    async (request) => showBacktest(await latestOrNewBacktest(ctxOf(request))),
  );
  app.post(
    '/v1/health/backtest',
    {
      schema: {
        tags: ['Health'],
        summary: 'Test the score against the past and record the result',
        response: { 200: backtestSchema },
      },
      config: { access: 'success:write' },
    },
    async (request) => showBacktest(await backtestHealth(ctxOf(request))),
  );
};
