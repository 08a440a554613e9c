import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { accountParams, modelSchema, newOverrideSchema, overrideSchema } from './schema.ts';
import { endHealthOverride, getHealthModel, overrideHealth } from './service.ts';

export const healthRoutes: Routes = (app) => {
  app.get(
    '/v1/health/model',
    {
      schema: { tags: ['Health'], summary: 'The health model in force', response: { 200: modelSchema } },
      config: { access: 'success:read' },
    },
    (request) => getHealthModel(ctxOf(request)),
  );
  app.post(
    '/v1/accounts/:id/health-override',
    {
      schema: {
        tags: ['Health'],
        summary: 'Set an account’s band by hand, with a reason and an end',
        params: accountParams,
        body: newOverrideSchema,
        response: { 201: overrideSchema },
      },
      config: { access: 'success:write' },
    },
    async (request, reply) => {
      const input = { ...request.body, accountId: request.params.id };
      return reply.code(201).send(await overrideHealth(ctxOf(request), input));
    },
  );
  app.delete(
    '/v1/accounts/:id/health-override',
    {
      schema: {
        tags: ['Health'],
        summary: 'Let the score speak for itself again',
        params: accountParams,
        response: { 204: z.null().describe('Done') },
      },
      config: { access: 'success:write' },
    },
    async (request, reply) => {
      await endHealthOverride(ctxOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
};
