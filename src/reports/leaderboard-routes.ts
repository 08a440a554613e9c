import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { LEADERBOARD_PERIODS, leaderboard, ownPlace } from './leaderboard.ts';

const querystring = z.object({
  period: z.enum(LEADERBOARD_PERIODS).default('ever').describe("The current one, in the programme's zone"),
});
const count = z.number().int();
const brought = {
  place: count.describe('Equals share it'),
  customers: count.describe('First paid in the period, and still pay'),
  revenue_minor: count.describe("Paid in the period in the programme's currency, after refunds"),
};
const board = { currency: z.string(), partners: count.describe('Approved and enrolled') };

export const leaderboardRoutes: Routes = (app) => {
  app.get(
    '/v1/programmes/:id/leaderboard',
    {
      schema: {
        tags: ['Programmes'],
        summary: 'The partners who brought the most customers who still pay',
        params: z.object({ id: z.string() }),
        querystring,
        response: {
          200: z.object({
            ...board,
            items: z.array(z.object({ ...brought, partner_id: z.string(), partner_name: z.string() })),
          }),
        },
      },
      config: { access: 'programmes:read' },
    },
    (request) => leaderboard(ctxOf(request), request.params.id, request.query.period),
  );
  app.get(
    '/v1/portal/leaderboard/:programme_id',
    {
      schema: {
        tags: ['Portal'],
        summary: 'Where the signed-in partner stands in a programme, without names',
        params: z.object({ programme_id: z.string() }),
        querystring,
        response: {
          200: z.object({
            ...board,
            ...brought,
            next: z
              .object({ customers: count, revenue_minor: count.describe('0 when customers are what is missing') })
              .nullable()
              .describe('What the next place has more; null: nobody is ahead'),
          }),
        },
      },
      config: { access: 'portal:read' },
    },
    (request) => ownPlace(ctxOf(request), request.params.programme_id, request.query.period),
  );
};
