import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { dataQuality } from '../data-quality.ts';
import { SEVERITIES } from './finding.ts';

const findingSchema = z.object({
  code: z.string(),
  severity: z.enum(SEVERITIES),
  count: z.number().describe('How many rows have it'),
  of: z.number().describe('How many rows were looked at'),
  sentence: z.string(),
  effect: z.string().optional().describe('What it does to the numbers'),
  examples: z.array(z.string()),
  detail: z.unknown().optional().describe('The figures behind the sentence'),
});

const reportSchema = z.object({
  computed_at: z.date(),
  data_until: z.string().describe('The last day the data speak of'),
  findings: z.array(findingSchema),
});

export const dataQualityRoutes: Routes = (app) => {
  app.get(
    '/v1/reports/data-quality',
    {
      schema: {
        tags: ['Reports'],
        summary: 'What the customers’ data contradict, lack or repeat, and what that does to the numbers',
        response: { 200: reportSchema },
      },
      config: { access: 'customers:read' },
    },
    (request) => dataQuality(ctxOf(request)),
  );
};
