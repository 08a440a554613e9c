import { addDays, dateIn } from '../../../kernel/time.ts';
import { LEAD_STAGES, termsAt } from '../../../partners/programmes/model.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import type { Calculation, Commission, LeadInput, Row } from '../model.ts';
import { findLeadCommission, type Head, markSuperseded } from '../store/commissions.ts';
import { findProgrammeTerms } from '../store/terms.ts';
import { audit } from './move-money.ts';
import { writeRows } from './write-rows.ts';

/**
 * Pays a partner for a referral that reached the stage its programme pays for, or a later one: once a referral. Null
 * when the programme pays no leads or the stage is not reached. Behind a closed gate it is kept as refused.
 */
export async function accrueForLead(ctx: Ctx, input: LeadInput): Promise<Commission | null> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    const { programme, versions } = await findProgrammeTerms(ctx, input.programme_id);
    const version = termsAt(versions, input.at) ?? versions.at(-1);
    const lead = version?.terms.commission;
    if (!version || lead?.kind !== 'per_lead' || !reaches(input.stage, lead.stage)) return null;
    const known = await findLeadCommission(ctx, input.referral_id);
    if (known) return known;
    const row = leadRow(input, { amount: lead.amount_minor, stage: lead.stage, version: version.version });
    const availableAt = addDays(input.at, version.terms.hold_days);
    const month = dateIn(input.at, programme.zone).slice(0, 7);
    const head: Head = {
      programmeId: input.programme_id,
      creditedPartnerId: input.partner_id,
      accountId: input.account_id,
      invoiceId: null,
      decisionId: null,
      referralId: input.referral_id,
      currency: programme.currency,
      earnedAt: input.at,
      termsId: version.id,
      flags: [],
      budgetMonth: version.terms.budget_per_month_minor === undefined ? null : month,
      pinned: true,
    };
    const sale = { source: 'lead', invoice: { externalId: input.referral_id }, zone: programme.zone, holds: [] };
    const [written] = await writeRows(ctx, head, sale, [{ ...row, availableAt }]);
    return written ?? null;
  });
}

/** Pays after all for a lead that was refused because a gate was closed. */
export async function releaseLead(ctx: Ctx, refused: Commission, note: string): Promise<void> {
  requireScope(ctx, 'track:write');
  await inTransaction(ctx, async (ctx) => {
    await markSuperseded(ctx, refused.id);
    await accrueForLead(ctx, {
      referral_id: refused.referralId ?? '',
      programme_id: refused.programmeId,
      partner_id: refused.partnerId,
      account_id: refused.accountId,
      stage: refused.calculation.of?.stage ?? 'won',
      at: refused.earnedAt,
    });
    await audit(ctx, 'commission.gate_released', refused.id, { note });
  });
}

function reaches(stage: string, wanted: string): boolean {
  const stages: readonly string[] = LEAD_STAGES;
  const at = (name: string) => stages.indexOf(name);
  return at(stage) >= 0 && at(stage) >= at(wanted);
}

type Lead = { amount: number; stage: string; version: number };

function leadRow(input: LeadInput, lead: Lead): Row {
  const { gate, params = {} } = input.closedGate ?? {};
  const isNothing = lead.amount === 0;
  const refusal = input.closedGate
    ? { reason: 'gate_closed', params: { ...params, gate } }
    : isNothing
      ? { reason: 'rounds_to_nothing', params: {} }
      : undefined;
  return {
    rule: 'lead',
    key: '',
    part: 0,
    partnerId: input.partner_id,
    baseMinor: 0,
    grossMinor: lead.amount,
    availableAt: input.at,
    vesting: null,
    ...(refusal ? { refusal } : {}),
    calculation: leadCalculation(input, lead, refusal !== undefined),
  };
}

function leadCalculation(input: LeadInput, lead: Lead, isRefused: boolean): Calculation {
  return {
    terms_version: lead.version,
    rule: 'lead',
    source: 'lead',
    invoice: '',
    currency: '',
    lines: [],
    credit_applied_minor: 0,
    base_exact: '0/1',
    base_minor: 0,
    cash_minor: 0,
    parts: [{ amount_minor: lead.amount, of_minor: 0 }],
    cap: null,
    gross_minor: isRefused ? 0 : lead.amount,
    ...(isRefused && input.closedGate ? { would_be_minor: lead.amount } : {}),
    of: { stage: lead.stage },
    anchor_at: input.at.toISOString(),
    ends_at: null,
  };
}
