import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { holdShare } from './schema.ts';
import { setHoldShare } from './service.ts';

const tags = ['Asks'];

export const exposureRoutes: Routes = (app) => {
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
