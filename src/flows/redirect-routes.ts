import { z } from 'zod';
import { redirectDoor } from '../edge/redirect.ts';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import type { Click } from '../partners/clicks/model.ts';
import { recordClick } from '../partners/clicks/service.ts';
import { findForRedirect } from '../partners/links/service.ts';

/** Redirects inside the API's shell, without memory and log: each asks the database and writes to it. */
export const redirectRoutes: Routes = (app) => {
  app.get(
    '/r/*',
    { schema: { hide: true, params: z.object({ '*': z.string() }) }, config: { access: 'public' } },
    async (request, reply) => {
      const ctx = ctxOf(request);
      reply.hijack();
      const door = redirectDoor({
        links: { peek: () => undefined, find: async (code) => (await findForRedirect(ctx, code)) ?? null },
        append: (payload) => {
          const click = JSON.parse(Buffer.from(payload).toString()) as Click;
          return recordClick(ctx, { ...click, occurred_at: new Date(click.occurred_at) });
        },
        tokens: ctx.tokens,
        clock: ctx.clock,
        callerOf: () => request.ip,
        countryOf: () => undefined,
      });
      await door.handle(request.raw, reply.raw);
    },
  );
};
