import type { UpsertCounts } from '../../platform/bulk.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { type TicketRow, upsertTickets } from './store.ts';

/** Adds or changes tickets in bulk. */
export async function saveTickets(ctx: Ctx, rows: readonly TicketRow[]): Promise<UpsertCounts> {
  requireScope(ctx, 'imports:write');
  return upsertTickets(ctx.db, rows);
}
