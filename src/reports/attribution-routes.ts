import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { addDays } from '../kernel/time.ts';
import { attributionModels, CREDIT_BY } from './attribution-models.ts';

const minor = z.int();

const creditLine = z.object({
  key: z.string().nullable().describe('The partner, the programme, or the kind of partner; null: nobody brought it'),
  name: z.string().nullable(),
  currency: z.string(),
  first: minor,
  last: minor,
  linear: minor,
  position: minor.describe('40 % to the first and to the last touch, 20 % between'),
  time_decay: minor.describe('Half as much for every 7 days before the sale'),
  markov: minor.describe('By the share of paying customers that would be lost without it, over all paths'),
  shapley: minor.describe('The same to each one that spoke for the customer, however often'),
});

export const attributionReportRoutes: Routes = (app) => {
  app.get(
    '/v1/reports/attribution-models',
    {
      schema: {
        tags: ['Reports'],
        summary: 'Who would be credited with what was paid under other models; each sums to what was paid',
        querystring: z.object({
          from: z.iso.date().optional().describe('The first day; a year before `to` when absent'),
          to: z.iso.date().optional().describe('The last day; today when absent'),
          by: z.enum(CREDIT_BY).default('partner'),
        }),
        response: {
          200: z.object({
            items: z.array(creditLine),
            paid: z.array(z.object({ currency: z.string(), paid_minor: minor })),
          }),
        },
      },
      config: { access: 'partners:read' },
    },
    (request) => {
      const { query } = request;
      const ctx = ctxOf(request);
      const to = query.to ? addDays(new Date(query.to), 1) : ctx.clock.now();
      return attributionModels(ctx, { to, from: query.from ? new Date(query.from) : addDays(to, -366), by: query.by });
    },
  );
};
