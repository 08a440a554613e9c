import type { Page } from '../../kernel/page.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import type { AuditFilter, AuditRow } from './model.ts';
import { listEntries } from './store.ts';

/** Who did what and when, the newest first. */
export async function listAudit(ctx: Ctx, filter: AuditFilter): Promise<Page<AuditRow>> {
  requireScope(ctx, 'settings:read');
  return listEntries(ctx.db, filter);
}
