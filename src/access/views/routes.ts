import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { SavedView } from './model.ts';
import { saveViewBody, viewQuery, viewSchema } from './schema.ts';
import { listViews, removeView, saveView } from './service.ts';

const tags = ['Views'];
const config = { access: 'signed-in' } as const;

/** Lists as people keep them. */
export const viewRoutes: Routes = (app) => {
  app.get(
    '/v1/views',
    {
      schema: {
        tags,
        summary: 'Saved views of a list: your own and those shared with all',
        querystring: viewQuery,
        response: { 200: z.object({ items: z.array(viewSchema) }) },
      },
      config,
    },
    async (request) => {
      const ctx = ctxOf(request);
      return { items: (await listViews(ctx, request.query.screen)).map((view) => toAnswer(ctx, view)) };
    },
  );
  app.post(
    '/v1/views',
    {
      schema: { tags, summary: 'Save a view of a list', body: saveViewBody, response: { 201: viewSchema } },
      config,
    },
    async (request, reply) => {
      const ctx = ctxOf(request);
      return reply.code(201).send(toAnswer(ctx, await saveView(ctx, request.body)));
    },
  );
  app.delete(
    '/v1/views/:id',
    {
      schema: {
        tags,
        summary: 'Remove a saved view of yours',
        params: z.object({ id: z.string().max(40) }),
        response: { 204: z.null() },
      },
      config,
    },
    async (request, reply) => {
      await removeView(ctxOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
};

function toAnswer(ctx: Ctx, { id, screen, name, search, shared, user_id }: SavedView) {
  return { id, screen, name, search, shared, own: user_id === ctx.actor.id };
}
