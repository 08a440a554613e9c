import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { debtList, writeOffBody, writeOffParams, writeOffView } from './schema.ts';
import { readDebts, writeOffDebt } from './service.ts';

const tags = ['Payouts'];

export const debtRoutes: Routes = (app) => {
  app.get(
    '/v1/partner-debts',
    {
      schema: { tags, summary: 'Partners who owe after clawbacks, and since when', response: { 200: debtList } },
      config: { access: 'money:read' },
    },
    (request) => readDebts(ctxOf(request)),
  );
  app.post(
    '/v1/partners/:id/write-off',
    {
      schema: {
        tags,
        summary: 'Give up what a partner has owed for twelve months',
        params: writeOffParams,
        body: writeOffBody,
        response: { 201: writeOffView },
      },
      config: { access: 'money:write' },
    },
    async (request, reply) => {
      const written = await writeOffDebt(ctxOf(request), { partnerId: request.params.id, ...request.body });
      return reply.code(201).send(written);
    },
  );
};
