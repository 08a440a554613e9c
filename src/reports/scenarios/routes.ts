import { z } from 'zod';
import { ASSUMPTIONS } from '../../advocacy/scenarios/model.ts';
import { PRESETS } from '../../advocacy/scenarios/rules/presets.ts';
import { scenarioInputSchema } from '../../advocacy/scenarios/schema.ts';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { forecastReport } from './forecast.ts';
import { scenarioStarts } from './starts.ts';

const tags = ['Scenarios'];
const number = z.number();
const spread = z.object({ p10: number, p50: number, p90: number });
const startsSchema = z.object({
  items: z.array(
    z.object({
      key: z.enum(['own', ...PRESETS]),
      input: scenarioInputSchema,
      missing: z
        .array(z.object({ assumption: z.enum(ASSUMPTIONS), reason: z.string() }))
        .describe('What one’s own data does not tell yet: a prior stands in'),
    }),
  ),
});
const reportSchema = z.object({
  outcome: z.enum(['no_forecast', 'too_early', 'compared']),
  answer: z.string(),
  version: z.number().int().optional(),
  scenario_name: z.string().optional(),
  effective_at: z.string().optional(),
  currency: z.string().optional(),
  rows: z
    .array(
      z.object({
        month: z.number().int().describe('Since the terms began; only months that are over'),
        from: z.string(),
        until: z.string(),
        forecast: z.object({ customers: spread, spend: spread, net: spread }),
        actual: z.object({ customers: number, spend: number, net: number }).describe('Minor units'),
      }),
    )
    .default([]),
});

export const scenarioReportRoutes: Routes = (app) => {
  app.get(
    '/v1/scenarios/starts',
    {
      schema: {
        tags,
        summary: 'Scenarios to start from: one’s own numbers, and two kinds of company',
        response: { 200: startsSchema },
      },
      config: { access: 'customers:read' },
    },
    async (request) => ({ items: await scenarioStarts(ctxOf(request)) }),
  );
  app.get(
    '/v1/programmes/:id/forecast',
    {
      schema: {
        tags,
        summary: 'What a programme was forecast to bring, and what it brought, month by month',
        params: z.object({ id: z.string().max(40) }),
        response: { 200: reportSchema },
      },
      config: { access: 'programmes:read' },
    },
    async (request) => {
      const report = await forecastReport(ctxOf(request), request.params.id);
      return { rows: [], ...report };
    },
  );
};
