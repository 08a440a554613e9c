import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { survivalBy } from './curves.ts';
import { survivalQuery, survivalSchema } from './schema.ts';

export const survivalRoutes: Routes = (app) => {
  app.get(
    '/v1/reports/survival',
    {
      schema: {
        tags: ['Reports'],
        summary: 'Do some customers stay longer than others? Survival curves by an attribute, and whether they differ',
        querystring: survivalQuery,
        response: { 200: survivalSchema },
      },
      config: { access: 'customers:read' },
    },
    (request) => survivalBy(ctxOf(request), request.query),
  );
};
