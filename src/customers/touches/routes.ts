import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { touchBody, touchPage, touchQuery, touchView } from './schema.ts';
import { listTouches, logTouch, removeTouch } from './service.ts';

const tags = ['Accounts'];
const params = z.object({ id: z.string().max(40) });

/** Calls, meetings and the like with an account. */
export const touchRoutes: Routes = (app) => {
  app.get(
    '/v1/accounts/:id/touches',
    {
      schema: {
        tags,
        summary: 'Touches logged for an account, the newest first',
        params,
        querystring: touchQuery,
        response: { 200: touchPage },
      },
      config: { access: 'customers:read' },
    },
    (request) => listTouches(ctxOf(request), request.params.id, request.query),
  );
  app.post(
    '/v1/accounts/:id/touches',
    {
      schema: {
        tags,
        summary: 'Log a call, a meeting or the like; its minutes count in what keeping the account costs',
        params,
        body: touchBody,
        response: { 201: touchView },
      },
      config: { access: 'customers:write' },
    },
    async (request, reply) => reply.code(201).send(await logTouch(ctxOf(request), request.params.id, request.body)),
  );
  app.delete(
    '/v1/touches/:id',
    {
      schema: {
        tags,
        summary: 'Take out a touch that was logged by mistake',
        params,
        response: { 204: z.null().describe('Done') },
      },
      config: { access: 'customers:write' },
    },
    async (request, reply) => {
      await removeTouch(ctxOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
};
