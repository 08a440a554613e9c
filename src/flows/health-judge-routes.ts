import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { BANDS, COMPONENT_KEYS } from '../success/health/model.ts';
import { DRIFT_STATES } from '../success/health/rules/drift.ts';
import { definitionSchema, versionSchema } from '../success/health/schema.ts';
import { showBacktest } from './backtest-health.ts';
import { compareModels, previewModel } from './health-models.ts';
import { backtestSchema } from './health-routes.ts';
import { showVersion } from './health-version.ts';
import { offerWeights } from './learn-health.ts';
import { knownDrift, latestOrNewDrift, showDrift, watchHealth } from './watch-health.ts';

const tags = ['Health'];
const read = { access: 'success:read' } as const;
const write = { access: 'success:write' } as const;
const count = z.number().int();
const score = z.number().nullable();
const band = z.enum([...BANDS, 'unknown']);
const bands = z.object({ green: count, amber: count, red: count, unknown: count });
const component = z.enum(COMPONENT_KEYS);
const difference = z
  .object({ value: z.number(), low: z.number(), high: z.number() })
  .nullable()
  .describe('Of the areas under the ROC curve, the second minus the first; 95 % interval, an account counting once');

const previewShape = z.object({
  data_until: z.string(),
  accounts: count,
  before: bands.describe('Under the model in force'),
  after: bands,
  mean_before: score,
  mean_after: score,
  moved: count.describe('Accounts that would be in another band'),
  movers: z
    .array(
      z.object({
        account_id: z.string(),
        account_name: z.string(),
        before: score,
        after: score,
        band_before: band,
        band_after: band,
        most: z.object({ component, points: z.number() }).nullable().describe('The part that moves it most'),
      }),
    )
    .describe('The ten that move most'),
});

const driftShape = z.object({
  state: z.enum(DRIFT_STATES),
  cause: z.enum(['feed', 'shift', 'none']),
  component: component.nullable(),
  sentence: z.string(),
  advice: z.string().nullable(),
  on: z.string(),
  before_on: z.string(),
  accounts_now: count,
  accounts_before: count,
  mean_now: score,
  mean_before: score,
  bands_now: bands,
  bands_before: bands,
  psi: score.describe('Population stability index: under .1 steady, above .25 a shift'),
  components: z.array(
    z.object({
      component,
      present_before: z.number(),
      present_now: z.number(),
      mean_before: score,
      mean_now: score,
    }),
  ),
});

const side = z.object({ version: versionSchema, backtest: backtestSchema });

/** A health model looked at beforehand, compared with another, learned; and whether its scores drift. */
export const healthJudgeRoutes: Routes = (app) => {
  app.post(
    '/v1/health/preview',
    {
      schema: {
        tags,
        summary: 'What another definition would make of your accounts today, beside the model in force',
        body: z.strictObject({ definition: definitionSchema }),
        response: { 200: previewShape },
      },
      config: read,
    },
    (request) => previewModel(ctxOf(request), request.body.definition),
  );
  app.get(
    '/v1/health/compare',
    {
      schema: {
        tags,
        summary: 'Two versions side by side, each tested against the past',
        querystring: z.object({ first: z.string().max(40), second: z.string().max(40) }),
        response: {
          200: z.object({
            first: side,
            second: side,
            difference,
            verdict: z.enum(['first_better', 'second_better', 'no_difference', 'too_early']),
            sentence: z.string(),
          }),
        },
      },
      config: read,
    },
    async (request) => {
      const compared = await compareModels(ctxOf(request), request.query);
      const [first, second] = [compared.first, compared.second].map(({ version, backtest }) => ({
        version: showVersion(version),
        backtest: showBacktest(backtest),
      })) as [z.input<typeof side>, z.input<typeof side>];
      return { ...compared, first, second };
    },
  );
  app.get(
    '/v1/health/learned-weights',
    {
      schema: {
        tags,
        summary: 'Weights the past suggests, or why none are offered',
        response: {
          200: z.object({
            offered: z.boolean(),
            outcome: z.string(),
            sentence: z.string(),
            churned_accounts: count,
            needed: count,
            definition: definitionSchema.nullable(),
            weights: z.array(z.object({ component: z.string(), before: count, after: count })),
            auc_before: score.describe('On the later months, which the weights have not seen'),
            auc_after: score,
            difference,
          }),
        },
      },
      config: read,
    },
    (request) => offerWeights(ctxOf(request)),
  );
  app.get(
    '/v1/health/drift',
    {
      schema: { tags, summary: 'Have the scores moved since the month before?', response: { 200: driftShape } },
      config: read,
    },
    (request) => latestOrNewDrift(ctxOf(request)),
  );
  app.get(
    '/v1/health/alarm',
    {
      schema: {
        tags,
        summary: 'The alarm of the last comparison with the month before, if it raised one; nothing is computed',
        response: {
          200: z.object({ alarm: z.object({ sentence: z.string(), advice: z.string().nullable() }).nullable() }),
        },
      },
      config: read,
    },
    async (request) => {
      const drift = await knownDrift(ctxOf(request));
      return { alarm: drift?.state === 'alarm' ? { sentence: drift.sentence, advice: drift.advice } : null };
    },
  );
  app.post(
    '/v1/health/drift',
    {
      schema: { tags, summary: 'Compare with the month before again', response: { 200: driftShape } },
      config: write,
    },
    async (request) => showDrift(await watchHealth(ctxOf(request))),
  );
};
