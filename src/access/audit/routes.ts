import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { say } from '../../platform/locale.ts';
import type { AuditRow } from './model.ts';
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
      return auditPage.parse({ ...found, items: found.items.map(toView) });
    },
  );
};

function toView(row: AuditRow) {
  const kind = say(`audit:subjects.${row.subject_kind}`, { defaultValue: row.subject_kind });
  return {
    ...row,
    at: row.at.toISOString(),
    what: say(`audit:actions.${row.action}`, { defaultValue: row.action }),
    subject: row.subject_name ? `${kind} ${row.subject_name}` : kind,
  };
}
