import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import { type AccrueInput, type Commission, NOTHING_YET, type Standing } from '../model.ts';
import { decideCommission } from '../rules/decide.ts';
import { listSale, lockStanding } from '../store/commissions.ts';
import { findStanding } from '../store/standing.ts';
import { headOf, planSale, refusedRow } from './plan-sale.ts';
import { topUpEarlierSales } from './top-up.ts';
import { writeRows } from './write-rows.ts';

/** What crediting an invoice wrote: its own commissions first, and the invoices whose commissions were topped up. */
export type Accrued = { commissions: Commission[]; toppedUp: string[] };

/**
 * Credits a paid invoice to a partner: commissions that are pending, held (when suspicions were found or the budget is
 * spent) or refused with the reason, with their ledger transfers. The same invoice, programme and partner again: the
 * first answer. `pinned`: decided by hand, later facts do not change it.
 * @throws 422 when a rate of the terms is not a percentage
 */
export async function accrueSale(ctx: Ctx, input: AccrueInput, pinned = false): Promise<Accrued> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    const known = await listSale(ctx, { ...input, invoiceId: input.invoice.id, creditedPartnerId: input.partnerId });
    if (known.length > 0) return { commissions: known, toppedUp: [] };
    const outcome = decideCommission(input, await standingOf(ctx, input));
    const rows = outcome.state === 'refused' ? [refusedRow(input, outcome)] : await planSale(ctx, input, outcome);
    const head = headOf(input, outcome, pinned);
    const sale = { ...input, zone: input.programme.zone, holds: outcome.holds };
    const commissions = await writeRows(ctx, head, sale, rows);
    const toppedUp = outcome.calculation.tier ? await topUpEarlierSales(ctx, input) : [];
    return { commissions, toppedUp };
  });
}

/** The first commission of a sale, credited as `accrueSale` does. */
export async function accrueForInvoice(ctx: Ctx, input: AccrueInput): Promise<Commission> {
  requireScope(ctx, 'track:write');
  const [first] = (await accrueSale(ctx, input)).commissions;
  if (!first) throw new Error(`the invoice ${input.invoice.externalId} left no commission`);
  return first;
}

async function standingOf(ctx: Ctx, input: AccrueInput): Promise<Standing> {
  const { tiers, cap_per_month_minor, cap_per_year_minor, cap_sales, budget_per_month_minor } = input.terms;
  const asks = [tiers, cap_per_month_minor, cap_per_year_minor, cap_sales, budget_per_month_minor];
  if (asks.every((asked) => asked === undefined)) return NOTHING_YET;
  await lockStanding(ctx, input);
  return findStanding(ctx, { ...input, at: input.invoice.paidAt });
}
