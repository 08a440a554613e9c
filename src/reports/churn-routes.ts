import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { accountChurnRisk, churnCard, churnOutlook } from './churn-outlook.ts';
import { listRisks, risksCsv } from './churn-risks.ts';
import {
  accountRiskSchema,
  cardSchema,
  horizonQuery,
  outlookSchema,
  risksExportQuery,
  risksPage,
  risksQuery,
} from './churn-schema.ts';

const config = { access: 'success:read' } as const;
const tags = ['Churn'];

export const churnRoutes: Routes = (app) => {
  app.get(
    '/v1/churn/outlook',
    {
      schema: {
        tags,
        summary: 'Can leaving be predicted here, and how much is exposed?',
        querystring: horizonQuery,
        response: { 200: outlookSchema },
      },
      config,
    },
    (request) => churnOutlook(ctxOf(request), request.query.horizon_days),
  );
  app.get(
    '/v1/churn/risks',
    {
      schema: {
        tags,
        summary: 'Who may leave, and why; empty where nothing can be predicted',
        querystring: risksQuery,
        response: { 200: risksPage },
      },
      config,
    },
    (request) => listRisks(ctxOf(request), request.query),
  );
  app.get(
    '/v1/churn/risks.csv',
    {
      schema: {
        tags,
        summary: 'Who may leave, as CSV',
        querystring: risksExportQuery,
        response: { 200: z.string().describe('UTF-8, comma, one header line') },
      },
      config,
    },
    async (request, reply) => {
      const csv = await risksCsv(ctxOf(request), request.query);
      reply.header('content-disposition', 'attachment; filename="churn-risks.csv"');
      return reply.type('text/csv; charset=utf-8').serializer(String).send(csv);
    },
  );
  app.get(
    '/v1/churn/model',
    {
      schema: {
        tags,
        summary: 'The model card: data, period, quality with intervals, what was refused, limits',
        querystring: horizonQuery,
        response: { 200: cardSchema },
      },
      config,
    },
    (request) => churnCard(ctxOf(request), request.query.horizon_days),
  );
  app.get(
    '/v1/accounts/:id/churn-risk',
    {
      schema: {
        tags,
        summary: 'May this account leave, and why?',
        params: z.object({ id: z.string() }),
        querystring: horizonQuery,
        response: { 200: accountRiskSchema },
      },
      config,
    },
    (request) => accountChurnRisk(ctxOf(request), request.params.id, request.query.horizon_days),
  );
};
