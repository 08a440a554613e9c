import { offsetOf } from '../../../kernel/page.ts';
import { shortName } from '../../../kernel/short-name.ts';
import { type Ctx, requireScope, signedInPartner } from '../../../platform/ctx.ts';
import type { EarningsPage, EarningsQuery } from '../schema.ts';
import { type EarningTotals, listEarnings, sumEarnings } from '../store/list.ts';
import { toView } from './read-commissions.ts';

/** What the signed-in partner earned, why, and when it is paid. Nobody else's. */
export async function readEarnings(ctx: Ctx, query: EarningsQuery): Promise<EarningsPage> {
  requireScope(ctx, 'portal:read');
  const partnerId = signedInPartner(ctx);
  const page = { limit: query.per_page, offset: offsetOf(query), ...(query.state ? { state: query.state } : {}) };
  const { items, total } = await listEarnings(ctx, partnerId, page);
  const totals = await sumEarnings(ctx, partnerId);
  return {
    totals: totals.map(toTotals),
    items: items.map((item) => ({ ...toView(item), customer: shortName(item.accountName ?? '') })),
    total,
    page: query.page,
    per_page: query.per_page,
  };
}

function toTotals(row: EarningTotals): EarningsPage['totals'][number] {
  return {
    ...row,
    earned_minor: row.pending_minor + row.held_minor + row.available_minor + row.in_transit_minor + row.paid_minor,
    next_available_at: row.next_available_at?.toISOString() ?? null,
  };
}
