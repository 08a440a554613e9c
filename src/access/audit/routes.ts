import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { auditPage, auditQuery } from './schema.ts';
import { listAudit } from './service.ts';

export const auditRoutes: Routes = (app) => {
  app.get(
    '/v1/audit',
    {
      schema: {
        tags: ['Audit'],
        summary: 'Who did what and when',
        querystring: auditQuery,
        response: { 200: auditPage },
      },
      config: { access: 'settings:read' },
    },
    async (request) => {
      const found = await listAudit(ctxOf(request), request.query);
      return auditPage.parse({ ...found, items: found.items.map((row) => ({ ...row, at: row.at.toISOString() })) });
    },
  );
};
