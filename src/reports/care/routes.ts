import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { careHistory } from './history.ts';
import { playbookResults } from './results.ts';
import { careSchema, resultsSchema } from './schema.ts';

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
  app.get(
    '/v1/playbooks/:id/results',
    {
      schema: {
        tags,
        summary: 'How many accounts stayed against what their churn scores expected; or that it is too early to say',
        params,
        response: { 200: resultsSchema },
      },
      config,
    },
    (request) => playbookResults(ctxOf(request), request.params.id),
  );
};
