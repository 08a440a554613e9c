import { setHoldShare } from '../../advocacy/exposures/service.ts';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { askLearning } from './report.ts';
import { askLearningView, holdShare } from './schema.ts';

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
  app.put(
    '/v1/asks/learning/hold-share',
    {
      schema: {
        tags,
        summary: 'How many of those who become ready to be asked are kept back, to compare',
        body: holdShare,
        response: { 200: holdShare },
      },
      config: { access: 'advocates:write' },
    },
    (request) => setHoldShare(ctxOf(request), request.body),
  );
};
