import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { advocateDetail, advocatePage, advocateQuery } from './schema.ts';
import { getAdvocate, listAdvocates } from './verbs/read-advocates.ts';

export const advocateRoutes: Routes = (app) => {
  app.get(
    '/v1/advocates',
    {
      schema: {
        tags: ['Advocates'],
        summary: 'Customers to turn into partners, ranked',
        querystring: advocateQuery,
        response: { 200: advocatePage },
      },
      config: { access: 'advocates:read' },
    },
    (request) => listAdvocates(ctxOf(request), request.query),
  );
  app.get(
    '/v1/advocates/:account_id',
    {
      schema: {
        tags: ['Advocates'],
        summary: 'Why this score, what blocks 90, whom to ask, and the prepared invitation',
        params: z.object({ account_id: z.string().describe('The account (`ac_…`)') }),
        response: { 200: advocateDetail },
      },
      config: { access: 'advocates:read' },
    },
    (request) => getAdvocate(ctxOf(request), request.params.account_id),
  );
};
