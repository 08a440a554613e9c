import { say } from '../../../platform/locale.ts';
import type { Evidence, Fee, GateVerdict } from '../model.ts';

const LONG_DATE = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });

function spoken(params: Record<string, unknown>): Record<string, unknown> {
  const { ended_on, valid_until } = params;
  const date = (value: unknown) => (typeof value === 'string' ? LONG_DATE.format(new Date(value)) : '');
  return { ...params, ended_on: date(ended_on), valid_until: date(valid_until) };
}

/** A gate as it stands, with its sentence. */
export function describeVerdict(verdict: GateVerdict) {
  return {
    gate: verdict.gate,
    title: say(`gates:titles.${verdict.gate}`),
    open: verdict.open,
    reason_code: verdict.reason,
    reason: say(`gates:${verdict.reason}`, spoken(verdict.params)),
    since: verdict.since?.toISOString() ?? null,
    until: verdict.until?.toISOString() ?? null,
  };
}

/** One thing that was recorded about a gate, as its history shows it. */
export function describeEvidence(one: Evidence) {
  const { how, ...params } = one.evidence;
  return {
    id: one.id,
    gate: one.gate,
    title: say(`gates:titles.${one.gate}`),
    passed: one.passed,
    says: say(`gates:${one.gate}.${how}`, spoken(params)),
    valid_from: one.valid_from.toISOString(),
    valid_until: one.valid_until?.toISOString() ?? null,
    actor_id: one.actor_id,
    recorded_at: one.recorded_at.toISOString(),
  };
}

/** A fee as the API answers it. */
export function describeFee(fee: Fee & { partner_name: string; programme_name: string }) {
  const { starts_at: _from, ends_at: _to, ...rest } = fee;
  return {
    ...rest,
    reference: fee.id,
    settled_at: fee.settled_at?.toISOString() ?? null,
    created_at: fee.created_at.toISOString(),
  };
}
