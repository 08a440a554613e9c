import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { partnerQualityCsv } from './csv.ts';
import { partnerQuality, qualityOfPartner } from './quality.ts';
import { oneQualitySchema, partnerQualitySchema, qualityQuery } from './schema.ts';

const tags = ['Partners'];
const config = { access: 'partners:read' } as const;

export const partnerQualityRoutes: Routes = (app) => {
  app.get(
    '/v1/reports/partner-quality',
    {
      schema: {
        tags,
        summary: 'Which partners bring customers who stay and pay back what they cost? With intervals, and what to do',
        querystring: qualityQuery,
        response: { 200: partnerQualitySchema },
      },
      config,
    },
    (request) => partnerQuality(ctxOf(request), request.query),
  );
  app.get(
    '/v1/reports/partner-quality.csv',
    {
      schema: {
        tags,
        summary: 'The quality of partners as CSV',
        querystring: qualityQuery,
        response: { 200: z.string().describe('UTF-8, comma, one header line, a line per partner') },
      },
      config,
    },
    async (request, reply) => {
      const csv = await partnerQualityCsv(ctxOf(request), request.query);
      reply.header('content-disposition', 'attachment; filename="partner-quality.csv"');
      return reply.type('text/csv; charset=utf-8').serializer(String).send(csv);
    },
  );
  app.get(
    '/v1/partners/:id/quality',
    {
      schema: {
        tags,
        summary: 'How good the customers of one partner are',
        params: z.object({ id: z.string() }),
        response: { 200: oneQualitySchema },
      },
      config,
    },
    (request) => qualityOfPartner(ctxOf(request), request.params.id),
  );
};
