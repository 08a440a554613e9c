import type { Considered, Flag } from '../partners/attribution/model.ts';
import { PARKED_DAYS } from '../partners/attribution/model.ts';
import { say } from '../platform/locale.ts';

export type ConversionRow = {
  id: string;
  kind: 'signup' | 'invoice' | 'refund' | 'dispute';
  source: string;
  event_id: string;
  state: 'parked' | 'decided' | 'unattributed';
  parked_reason: string | null;
  result: {
    outcome?: string;
    reversals?: { commissionId: string; amountMinor: number; wasPaid: boolean }[];
  } | null;
  account_external_id: string | null;
  invoice_external_id: string | null;
  occurred_at: Date;
  received_at: Date;
  rule: string | null;
  outcome: 'credited' | 'unattributed' | 'refused' | null;
  reason: string | null;
  reason_params: Record<string, string | number> | null;
  considered: { candidates: Considered[]; flags: Flag[] } | null;
  flags: string[] | null;
  earlier: { decided_at: string; rule: string; outcome: string; reason: string; partner_id: string | null }[] | null;
  partner_id: string | null;
  programme_id: string | null;
  partner_name: string | null;
  account_id: string | null;
  account_name: string | null;
  commission_id: string | null;
  commission_state: string | null;
};

const SPACE = 'reasons-attribution';

/** A conversion as the API answers it, with its decision in one sentence. */
export function describeConversion(row: ConversionRow) {
  return {
    id: row.id,
    kind: row.kind,
    source: row.source,
    event_id: row.event_id,
    state: row.state,
    outcome: row.outcome,
    rule: row.rule,
    ...reasonOf(row),
    account_id: row.account_id,
    account_external_id: row.account_external_id,
    account_name: row.account_name,
    invoice_external_id: row.invoice_external_id,
    partner_id: row.partner_id,
    partner_name: row.partner_name,
    programme_id: row.programme_id,
    flags: row.flags ?? [],
    commission_id: row.commission_id,
    commission_state: row.commission_state,
    occurred_at: row.occurred_at.toISOString(),
    received_at: row.received_at.toISOString(),
  };
}

/** With everything that spoke for somebody, the suspicions, and what was decided before. */
export function describeWhole(row: ConversionRow) {
  return {
    ...describeConversion(row),
    considered: (row.considered?.candidates ?? []).map(describeCandidate),
    suspicions: (row.considered?.flags ?? []).map((flag) => ({
      ...flag,
      reason: say(`${SPACE}:flag.${flag.code}`, flag.evidence),
    })),
    reversals: (row.result?.reversals ?? []).map(({ commissionId, amountMinor, wasPaid }) => ({
      commission_id: commissionId,
      amount_minor: amountMinor,
      was_paid: wasPaid,
    })),
    earlier: (row.earlier ?? []).map(({ reason, ...decision }) => ({
      ...decision,
      decided_at: new Date(decision.decided_at).toISOString(),
      reason_code: reason,
      reason: sentence(decision.outcome, row.kind, reason, { partner: '…' }),
    })),
  };
}

function describeCandidate({ fell_away, ...candidate }: Considered) {
  const reason = fell_away === null ? null : say(`${SPACE}:fell_away.${fell_away}`);
  return { ...candidate, counts: fell_away === null, reason_code: fell_away, reason };
}

function reasonOf(row: ConversionRow): { reason_code: string; reason: string } {
  const params = {
    ...row.reason_params,
    partner: row.partner_name ?? '',
    account: row.account_external_id ?? '',
    invoice: row.invoice_external_id ?? '',
    coupon: row.considered?.candidates.find(({ kind, fell_away }) => kind === 'coupon' && fell_away === null)?.id ?? '',
    days: PARKED_DAYS,
  };
  if (row.state === 'parked') return waiting(row.parked_reason ?? 'unknown_account', params);
  if (row.kind === 'refund') return refunded(row, params);
  if (row.kind === 'dispute') return disputed(row, params);
  if (row.state === 'unattributed' && row.parked_reason) return waiting(`expired_${row.parked_reason}`, params);
  const code = row.reason ?? 'no_touch';
  return { reason_code: code, reason: sentence(row.outcome ?? 'unattributed', row.kind, code, params) };
}

function waiting(code: string, params: object): { reason_code: string; reason: string } {
  return { reason_code: code, reason: say(`${SPACE}:parked.${code}`, { ...params }) };
}

function refunded(row: ConversionRow, params: object): { reason_code: string; reason: string } {
  if (row.parked_reason === 'unknown_invoice') return waiting('expired_unknown_invoice', params);
  const took = row.result?.reversals?.some(({ amountMinor }) => amountMinor > 0);
  const code = row.parked_reason ?? (took ? 'taken_back' : 'nothing_earned');
  return { reason_code: code, reason: say(`${SPACE}:refund.${code}`, { ...params }) };
}

function disputed(row: ConversionRow, params: object): { reason_code: string; reason: string } {
  if (row.parked_reason?.startsWith('unknown')) return waiting(`expired_${row.parked_reason}`, params);
  const code = row.parked_reason ?? row.result?.outcome ?? 'opened';
  return { reason_code: code, reason: say(`${SPACE}:dispute.${code}`, { ...params }) };
}

function sentence(outcome: string, kind: string, code: string, params: object): string {
  const group =
    outcome === 'credited' ? (kind === 'signup' ? 'bound' : 'credited') : outcome === 'refused' ? 'refused' : 'nobody';
  return say(`${SPACE}:${group}.${code}`, { ...params });
}
