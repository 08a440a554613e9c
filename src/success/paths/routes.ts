import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { newSearchSchema, searchSchema } from './schema.ts';
import { cancelSearch, getSearch, showSearch, startSearch, stopFollowing } from './service.ts';

const params = z.object({ id: z.string().max(40) });
const tags = ['Success paths'];
const write = { access: 'success:write' } as const;

export const pathSearchRoutes: Routes = (app) => {
  app.post(
    '/v1/paths/searches',
    {
      schema: {
        tags,
        summary: 'Look for what successful customers did early; it goes on by itself',
        body: newSearchSchema,
        response: { 202: searchSchema },
      },
      config: write,
    },
    async (request, reply) => reply.code(202).send(showSearch(await startSearch(ctxOf(request), request.body))),
  );
  app.get(
    '/v1/paths/searches/:id',
    {
      schema: { tags, summary: 'How far a search is', params, response: { 200: searchSchema } },
      config: { access: 'success:read' },
    },
    async (request) => showSearch(await getSearch(ctxOf(request), request.params.id)),
  );
  app.post(
    '/v1/paths/searches/:id/cancel',
    {
      schema: {
        tags,
        summary: 'Stop a search; what the last one found stays',
        params,
        response: { 200: searchSchema },
      },
      config: write,
    },
    async (request) => showSearch(await cancelSearch(ctxOf(request), request.params.id)),
  );
  app.delete(
    '/v1/paths/followed',
    {
      schema: { tags, summary: 'Follow no path any more; its versions stay', response: { 204: z.null() } },
      config: write,
    },
    async (request, reply) => {
      await stopFollowing(ctxOf(request));
      return reply.code(204).send(null);
    },
  );
};
