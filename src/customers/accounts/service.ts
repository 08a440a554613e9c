import type { UpsertCounts } from '../../platform/bulk.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { type AccountRow, type ChurnClaimRow, mapAccountIds, upsertAccounts, upsertChurnClaims } from './store.ts';

/** Adds or changes accounts in bulk. */
export async function saveAccounts(ctx: Ctx, rows: readonly AccountRow[]): Promise<UpsertCounts> {
  requireScope(ctx, 'imports:write');
  return upsertAccounts(ctx.db, rows);
}

/** Adds or changes what files say about churn, in bulk. */
export async function saveChurnClaims(ctx: Ctx, rows: readonly ChurnClaimRow[]): Promise<UpsertCounts> {
  requireScope(ctx, 'imports:write');
  return upsertChurnClaims(ctx.db, rows);
}

/** Account ids by the ids a source gave them. */
export async function accountIds(ctx: Ctx, source: string): Promise<Map<string, string>> {
  requireScope(ctx, 'imports:write');
  return mapAccountIds(ctx.db, source);
}
