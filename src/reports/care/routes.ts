import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { careHistory } from './history.ts';
import { careSchema } from './schema.ts';

const tags = ['Playbooks'];
const params = z.object({ id: z.string().max(40) });
const config = { access: 'success:read' } as const;

export const careRoutes: Routes = (app) => {
  app.get(
    '/v1/accounts/:id/care',
    {
      schema: {
        tags,
        summary: 'What was done for an account, the newest first: touches, tasks, playbooks',
        params,
        response: { 200: careSchema },
      },
      config,
    },
    (request) => careHistory(ctxOf(request), request.params.id),
  );
};
