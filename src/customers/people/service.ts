import type { UpsertCounts } from '../../platform/bulk.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { mapPersonIds, type PersonRow, upsertPeople } from './store.ts';

/** Adds or changes people in bulk. */
export async function savePeople(ctx: Ctx, rows: readonly PersonRow[]): Promise<UpsertCounts> {
  requireScope(ctx, 'imports:write');
  return upsertPeople(ctx.db, rows);
}

/** People by the ids a source gave them. */
export async function personIds(
  ctx: Ctx,
  source: string,
): Promise<Map<string, { id: string; account_id: string | null }>> {
  requireScope(ctx, 'imports:write');
  return mapPersonIds(ctx.db, source);
}
