import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import { type StoredFinding, upsertFindings } from '../store/findings.ts';

/** Keeps what the reconciliation found. Returns what is new, once: whoever calls tells the owners in this transaction. */
export async function noteFindings(ctx: Ctx, found: readonly StoredFinding[]): Promise<StoredFinding[]> {
  requireScope(ctx, 'rewards:write');
  return inTransaction(ctx, (ctx) => upsertFindings(ctx, found));
}
