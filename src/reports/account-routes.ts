import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { account360 } from './account-360.ts';
import { account360Schema } from './account-360-schema.ts';
import { accountsCsv } from './accounts-csv.ts';
import { accountFacets, listAccounts } from './accounts-list.ts';
import { accountsPage, accountsQuery, exportQuery, facetsSchema } from './accounts-schema.ts';

const config = { access: 'customers:read' } as const;

export const accountRoutes: Routes = (app) => {
  app.get(
    '/v1/accounts',
    {
      schema: {
        tags: ['Customers'],
        summary: 'Accounts, filtered, sorted, a page at a time',
        querystring: accountsQuery,
        response: { 200: accountsPage },
      },
      config,
    },
    (request) => listAccounts(ctxOf(request), request.query),
  );
  app.get(
    '/v1/accounts/facets',
    {
      schema: {
        tags: ['Customers'],
        summary: 'The values accounts can be filtered by',
        response: { 200: facetsSchema },
      },
      config,
    },
    (request) => accountFacets(ctxOf(request)),
  );
  app.get(
    '/v1/accounts.csv',
    {
      schema: {
        tags: ['Customers'],
        summary: 'The accounts that match as CSV',
        querystring: exportQuery,
        response: { 200: z.string().describe('UTF-8, comma, one header line') },
      },
      config,
    },
    async (request, reply) => {
      const csv = await accountsCsv(ctxOf(request), request.query);
      reply.header('content-disposition', 'attachment; filename="accounts.csv"');
      return reply.type('text/csv; charset=utf-8').serializer(String).send(csv);
    },
  );
  app.get(
    '/v1/accounts/:id',
    {
      schema: {
        tags: ['Customers'],
        summary: 'Everything known about one account',
        params: z.object({ id: z.string() }),
        response: { 200: account360Schema },
      },
      config,
    },
    (request) => account360(ctxOf(request), request.params.id),
  );
};
