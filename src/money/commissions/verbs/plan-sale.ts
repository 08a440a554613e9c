import { dateIn } from '../../../kernel/time.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { AccrueInput, Row } from '../model.ts';
import type { Outcome } from '../rules/decide.ts';
import { planBounty, planRows, planSubPartner } from '../rules/parts.ts';
import type { Head } from '../store/commissions.ts';
import { findGone, findRecruiters } from '../store/standing.ts';

/** What a sale that earns is paid as: its shares and tranches, the bounty, and what recruiters earn. */
export async function planSale(ctx: Ctx, input: AccrueInput, outcome: Outcome): Promise<Row[]> {
  const whole = { rule: 'sale' as const, key: '', amountMinor: outcome.grossMinor, outcome };
  const sale = await refuseGone(ctx, input, planRows(input, whole));
  const bounty = planBounty(input, outcome);
  const own = bounty ? [...sale, bounty] : sale;
  return [...own, ...(await planRecruiters(ctx, input, outcome, own))];
}

/** Who shares in a sale but was suspended or had left when it was paid is refused its share, with the reason. */
export async function refuseGone(ctx: Ctx, input: AccrueInput, rows: Row[]): Promise<Row[]> {
  if (input.terms.split === undefined) return rows;
  const gone = await findGone(ctx, [...new Set(rows.map(({ partnerId }) => partnerId))], input.invoice.paidAt);
  const refusal = { reason: 'sharer_not_active', params: {} };
  return rows.map((row) => (gone.has(row.partnerId) && !row.refusal ? { ...row, refusal } : row));
}

/** What those earn who recruited the partners of these commissions. */
export async function planRecruiters(ctx: Ctx, input: AccrueInput, outcome: Outcome, rows: readonly Row[]) {
  if (input.terms.sub_partner_rate === undefined) return [];
  const earning = rows.filter(({ refusal }) => !refusal);
  const partnerIds = earning.map(({ partnerId }) => partnerId);
  const recruiters = await findRecruiters(ctx, input.programmeId, partnerIds);
  return earning.flatMap((row) => planSubPartner(input, outcome, row, recruiters.get(row.partnerId)) ?? []);
}

/** A refusal says what it would have been when only a gate was closed. */
export function refusedRow(input: AccrueInput, outcome: Outcome): Row {
  const { gate, params = {} } = input.closedGate ?? {};
  const isGate = outcome.reason === 'gate_closed';
  const would_be_minor = outcome.calculation.gross_minor;
  return {
    rule: 'sale',
    key: '',
    part: 0,
    partnerId: input.partnerId,
    baseMinor: outcome.calculation.base_minor,
    grossMinor: 0,
    availableAt: outcome.availableAt,
    vesting: null,
    refusal: { reason: outcome.reason, params: isGate ? { ...params, gate } : {} },
    calculation: { ...outcome.calculation, gross_minor: 0, ...(isGate ? { would_be_minor } : {}) },
  };
}

/** What the commissions of the sale have in common. */
export function headOf(input: AccrueInput, outcome: Pick<Outcome, 'currency' | 'earnedAt'>, pinned: boolean): Head {
  const hasBudget = input.terms.budget_per_month_minor !== undefined;
  return {
    programmeId: input.programmeId,
    creditedPartnerId: input.partnerId,
    accountId: input.accountId,
    invoiceId: input.invoice.id,
    decisionId: input.decisionId,
    referralId: null,
    currency: outcome.currency,
    earnedAt: outcome.earnedAt,
    termsId: input.terms.id,
    flags: input.flags,
    budgetMonth: hasBudget ? dateIn(input.invoice.paidAt, input.programme.zone).slice(0, 7) : null,
    pinned,
  };
}
