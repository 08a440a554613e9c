import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { listPartners, partnersCsv } from './partner-list.ts';
import { partnerPage } from './partner-page.ts';
import { partnerPageSchema, partnersExportQuery, partnersPageSchema, partnersQuery } from './partner-schema.ts';

const tags = ['Partners'];
const config = { access: 'partners:read' } as const;

export const partnerReportRoutes: Routes = (app) => {
  app.get(
    '/v1/partners',
    {
      schema: {
        tags,
        summary: 'Partners with what they brought and earned',
        querystring: partnersQuery,
        response: { 200: partnersPageSchema },
      },
      config,
    },
    (request) => listPartners(ctxOf(request), request.query),
  );
  app.get(
    '/v1/partners.csv',
    {
      schema: {
        tags,
        summary: 'The partners that match as CSV',
        querystring: partnersExportQuery,
        response: { 200: z.string().describe('UTF-8, comma, one header line, a line per partner and currency') },
      },
      config,
    },
    async (request, reply) => {
      const csv = await partnersCsv(ctxOf(request), request.query);
      reply.header('content-disposition', 'attachment; filename="partners.csv"');
      return reply.type('text/csv; charset=utf-8').serializer(String).send(csv);
    },
  );
  app.get(
    '/v1/partners/:id',
    {
      schema: {
        tags,
        summary: 'Everything about one partner',
        params: z.object({ id: z.string() }),
        response: { 200: partnerPageSchema },
      },
      config,
    },
    (request) => partnerPage(ctxOf(request), request.params.id),
  );
};
