import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import {
  commissionExportQuery,
  commissionNote,
  commissionPage,
  commissionParams,
  commissionQuery,
  commissionWhy,
  earningsPage,
  earningsQuery,
} from './schema.ts';
import { holdCommission, releaseCommission } from './verbs/hold.ts';
import { exportCommissions, listCommissions, whyCommission } from './verbs/read-commissions.ts';
import { readEarnings } from './verbs/read-earnings.ts';

const tags = ['Commissions'];

export const commissionRoutes: Routes = (app) => {
  app.get(
    '/v1/commissions',
    {
      schema: {
        tags,
        summary: 'List commissions and refusals, each with its reason',
        querystring: commissionQuery,
        response: { 200: commissionPage },
      },
      config: { access: 'money:read' },
    },
    (request) => listCommissions(ctxOf(request), request.query),
  );
  app.get(
    '/v1/commissions.csv',
    {
      schema: {
        tags,
        summary: 'Download the list as CSV',
        querystring: commissionExportQuery,
        response: { 200: z.string().describe('CSV in major units') },
      },
      config: { access: 'money:read' },
    },
    async (request, reply) => {
      const text = await exportCommissions(ctxOf(request), request.query);
      reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="commissions.csv"');
      return text;
    },
  );
  app.get(
    '/v1/commissions/:id',
    {
      schema: {
        tags,
        summary: 'Why one commission is what it is: decision, calculation, transfers, payouts',
        params: commissionParams,
        response: { 200: commissionWhy },
      },
      config: { access: 'money:read' },
    },
    (request) => whyCommission(ctxOf(request), request.params.id),
  );
  app.post(
    '/v1/commissions/:id/hold',
    {
      schema: {
        tags,
        summary: 'Hold a commission with a reason the partner reads',
        params: commissionParams,
        body: commissionNote,
        response: { 200: commissionWhy },
      },
      config: { access: 'money:write' },
    },
    async (request) => {
      await holdCommission(ctxOf(request), { ...request.params, ...request.body });
      return whyCommission(ctxOf(request), request.params.id);
    },
  );
  app.post(
    '/v1/commissions/:id/release',
    {
      schema: {
        tags,
        summary: 'Release a held commission',
        params: commissionParams,
        body: commissionNote,
        response: { 200: commissionWhy },
      },
      config: { access: 'money:write' },
    },
    async (request) => {
      await releaseCommission(ctxOf(request), { ...request.params, ...request.body });
      return whyCommission(ctxOf(request), request.params.id);
    },
  );
  app.get(
    '/v1/portal/earnings',
    {
      schema: {
        tags: ['Portal'],
        summary: 'What the signed-in partner earned, why, and when it is paid',
        querystring: earningsQuery,
        response: { 200: earningsPage },
      },
      config: { access: 'portal:read' },
    },
    (request) => readEarnings(ctxOf(request), request.query),
  );
};
