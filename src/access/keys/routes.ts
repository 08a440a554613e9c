import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { keyBody, keyList, keyParams, newKey, toKeyView } from './schema.ts';
import { createKey, listKeys, revokeKey } from './service.ts';

const tags = ['API keys'];

export const keyRoutes: Routes = (app) => {
  app.get(
    '/v1/keys',
    {
      schema: { tags, summary: 'List the API keys', response: { 200: keyList } },
      config: { access: 'settings:read' },
    },
    async (request) => ({ items: (await listKeys(ctxOf(request))).map(toKeyView) }),
  );
  app.post(
    '/v1/keys',
    {
      schema: { tags, summary: 'Make an API key', body: keyBody, response: { 201: newKey } },
      config: { access: 'settings:write' },
    },
    async (request, reply) => {
      const { key, secret } = await createKey(ctxOf(request), request.body);
      return reply.code(201).send({ ...toKeyView(key), secret });
    },
  );
  app.delete(
    '/v1/keys/:id',
    {
      schema: { tags, summary: 'Revoke an API key', params: keyParams, response: { 204: z.null() } },
      config: { access: 'settings:write' },
    },
    async (request, reply) => {
      await revokeKey(ctxOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
};
