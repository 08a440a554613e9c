import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { playbookResults } from '../reports/care/results.ts';
import { resultsSchema } from '../reports/care/schema.ts';
import { getPlaybook } from '../success/playbooks/verbs/playbooks.ts';

/** What came of a playbook, for those that there are. */
export const playbookResultRoutes: Routes = (app) => {
  app.get(
    '/v1/playbooks/:id/results',
    {
      schema: {
        tags: ['Playbooks'],
        summary: 'How many accounts stayed against what their churn scores expected; or that it is too early to say',
        params: z.object({ id: z.string().max(40) }),
        response: { 200: resultsSchema },
      },
      config: { access: 'success:read' },
    },
    async (request) => {
      const ctx = ctxOf(request);
      const { id } = await getPlaybook(ctx, request.params.id);
      return playbookResults(ctx, id);
    },
  );
};
