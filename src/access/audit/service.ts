import type { Page } from '../../kernel/page.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { say } from '../../platform/locale.ts';
import type { AuditFilter, AuditRow } from './model.ts';
import { listEntries } from './store.ts';

/** Who did what and when, the newest first. */
export async function listAudit(ctx: Ctx, filter: AuditFilter) {
  requireScope(ctx, 'settings:read');
  const page: Page<AuditRow> = await listEntries(ctx.db, filter);
  return { ...page, items: page.items.map(inWords) };
}

function inWords(row: AuditRow) {
  const kind = say(`audit:subjects.${row.subject_kind}`, { defaultValue: row.subject_kind });
  return {
    ...row,
    what: say(`audit:actions.${row.action}`, { defaultValue: row.action }),
    subject: row.subject_name ? `${kind} ${row.subject_name}` : kind,
  };
}
