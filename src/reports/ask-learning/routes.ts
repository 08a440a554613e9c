import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { askLearning } from './report.ts';
import { askLearningView } from './schema.ts';

const tags = ['Asks'];

export const askLearningRoutes: Routes = (app) => {
  app.get(
    '/v1/asks/learning',
    {
      schema: {
        tags,
        summary: 'Does asking bring referrals, and can it be told who refers when asked?',
        response: { 200: askLearningView },
      },
      config: { access: 'advocates:read' },
    },
    (request) => askLearning(ctxOf(request)),
  );
};
