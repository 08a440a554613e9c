import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { inviteToPortal } from './invite-to-portal.ts';

export const portalInviteRoutes: Routes = (app) => {
  app.post(
    '/v1/partners/:id/portal-link',
    {
      schema: {
        tags: ['Partners'],
        summary: 'Mail a partner a link that signs them in to their portal',
        params: z.object({ id: z.string().max(40).describe('The partner, pa_…') }),
        response: { 201: z.object({ mail_id: z.string(), sent_to: z.string() }) },
      },
      config: { access: 'partners:write' },
    },
    async (request, reply) => reply.code(201).send(await inviteToPortal(ctxOf(request), request.params.id)),
  );
};
