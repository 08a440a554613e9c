import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { changeRetention, retention } from './keep-firehoses.ts';

const tags = ['Settings'];
const months = z.number().int().min(1).max(240).nullable().describe('Months of single events kept; null keeps all');
const kept = z.object({
  firehose: z.enum(['usage', 'clicks']),
  months_kept: months,
  whole_from: z.string().nullable().describe('Days before it are known by day only'),
  closed_before: z.string().nullable().describe('Events of days before it were dropped; none are taken any more'),
  months: z.array(z.string()).describe('Months that have a table, such as 2026-11'),
  bytes: z.number().int().describe('What they take on disk'),
  least_months: z.number().int().describe('Fewer are not accepted'),
});
const response = { 200: z.object({ items: z.array(kept) }) };
const body = z.object({ usage_months: months, clicks_months: months }).partial();

export const retentionRoutes: Routes = (app) => {
  app.get(
    '/v1/retention',
    {
      schema: { tags, summary: 'How long single events and clicks are kept', response },
      config: { access: 'settings:read' },
    },
    async (request) => ({ items: await retention(ctxOf(request)) }),
  );
  app.patch(
    '/v1/retention',
    {
      schema: { tags, summary: 'Decide how long single events and clicks are kept', body, response },
      config: { access: 'settings:write' },
    },
    async (request) => ({ items: await changeRetention(ctxOf(request), request.body) }),
  );
};
