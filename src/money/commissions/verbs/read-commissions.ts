import { csvText } from '../../../kernel/csv.ts';
import { notFound } from '../../../kernel/errors.ts';
import { formatMajor } from '../../../kernel/money.ts';
import { offsetOf, type Page } from '../../../kernel/page.ts';
import { type Ctx, requireScope } from '../../../platform/ctx.ts';
import type { CommissionExportQuery, CommissionQuery, CommissionView, CommissionWhy } from '../schema.ts';
import { countCommissions, findNamed, listCommissions as listRows, type NamedCommission } from '../store/list.ts';
import { findDecision, listCommissionPayouts, listCommissionTransfers, listReversals } from '../store/why.ts';
import { explainCommission, reasonOf, reversalReason } from './describe-commission.ts';

const EXPORT_AT_ONCE = 1000;

/** Every commission and every refusal, each with its reason. */
export async function listCommissions(ctx: Ctx, query: CommissionQuery): Promise<Page<CommissionView>> {
  requireScope(ctx, 'money:read');
  const items = await listRows(ctx, { ...query, limit: query.per_page, offset: offsetOf(query) });
  const total = await countCommissions(ctx, query);
  return { items: items.map(toView), total, page: query.page, per_page: query.per_page };
}

export function toView(commission: NamedCommission): CommissionView {
  return {
    id: commission.id,
    state: commission.state,
    reason_code: commission.reason,
    reason: reasonOf(commission),
    explanation: explainCommission(commission),
    programme: { id: commission.programmeId, name: commission.programmeName },
    partner: { id: commission.partnerId, name: commission.partnerName },
    rule: commission.rule,
    account: commission.accountId ? { id: commission.accountId, name: commission.accountName ?? '' } : null,
    invoice: commission.invoiceId
      ? { id: commission.invoiceId, external_id: commission.invoiceExternalId ?? '' }
      : null,
    referral_id: commission.referralId,
    conversion_id: commission.conversionId,
    currency: commission.currency,
    base_minor: commission.baseMinor,
    gross_minor: commission.grossMinor,
    reversed_minor: commission.reversedMinor,
    net_minor: commission.grossMinor - commission.reversedMinor,
    settled_minor: commission.settledMinor,
    flags: commission.flags,
    holds: commission.holds,
    would_be_minor: commission.calculation.would_be_minor ?? null,
    earned_at: commission.earnedAt.toISOString(),
    available_at: commission.availableAt.toISOString(),
    paid_at: commission.paidAt?.toISOString() ?? null,
  };
}

/** One commission and everything behind it: the decision, the numbers, the money's way. @throws 404 */
export async function whyCommission(ctx: Ctx, id: string): Promise<CommissionWhy> {
  requireScope(ctx, 'money:read');
  const commission = await findNamed(ctx, id);
  if (!commission) throw notFound('commission', id);
  const decision = commission.decisionId ? await findDecision(ctx, commission.decisionId) : undefined;
  const transfers = await listCommissionTransfers(ctx, id);
  const reversals = await listReversals(ctx, id);
  const payouts = await listCommissionPayouts(ctx, id);
  return {
    ...toView(commission),
    calculation: commission.calculation,
    decision: decision
      ? {
          id: decision.id,
          rule: decision.rule,
          outcome: decision.outcome,
          reason_code: decision.reason,
          considered: decision.considered,
          flags: decision.flags,
          decided_at: decision.decided_at.toISOString(),
        }
      : null,
    transfers: transfers.map((row) => ({ ...row, at: row.at.toISOString() })),
    reversals: reversals.map(({ reason, at, ...row }) => ({
      ...row,
      reason_code: reason,
      reason: reversalReason(reason, row.was_paid),
      at: at.toISOString(),
    })),
    payouts: payouts.map((row) => ({ ...row, paid_at: row.paid_at?.toISOString() ?? null })),
  };
}

const COLUMNS = [
  'commission',
  'state',
  'reason_code',
  'reason',
  'programme',
  'partner',
  'customer',
  'invoice',
  'currency',
  'base',
  'gross',
  'reversed',
  'net',
  'earned_at',
  'available_at',
  'paid_at',
] as const;

/** What the list shows, whole, as CSV in major units; formulas are neutralised. */
export async function exportCommissions(ctx: Ctx, query: CommissionExportQuery): Promise<string> {
  requireScope(ctx, 'money:read');
  const rows: (string | null)[][] = [];
  for (let offset = 0; ; offset += EXPORT_AT_ONCE) {
    const part = await listRows(ctx, { ...query, limit: EXPORT_AT_ONCE, offset });
    rows.push(...part.map((commission) => toRow(toView(commission))));
    if (part.length < EXPORT_AT_ONCE) return csvText(COLUMNS, rows);
  }
}

function toRow(view: CommissionView): (string | null)[] {
  const major = (amount: number) => formatMajor(amount, view.currency);
  return [
    view.id,
    view.state,
    view.reason_code,
    view.reason,
    view.programme.name,
    view.partner.name,
    view.account?.name ?? null,
    view.invoice?.external_id ?? null,
    view.currency,
    major(view.base_minor),
    major(view.gross_minor),
    major(view.reversed_minor),
    major(view.net_minor),
    view.earned_at,
    view.available_at,
    view.paid_at,
  ];
}
