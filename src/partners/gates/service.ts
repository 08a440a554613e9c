import { invalidField, notFound } from '../../kernel/errors.ts';
import { writeAudit } from '../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../platform/ctx.ts';
import type { ClosedGate, Evidence, EvidencedGate } from './model.ts';
import { decideGates, firstClosed } from './rules/decide-gates.ts';
import * as store from './store/facts.ts';
import { describeEvidence, describeVerdict } from './verbs/describe-gates.ts';

/** The first gate that keeps the partner from earning in the programme at an instant; null when none does. */
export async function findClosedGate(ctx: Ctx, key: store.GateKey): Promise<ClosedGate | null> {
  const facts = await store.findGateFacts(ctx, key);
  return facts ? firstClosed(decideGates(facts)) : { gate: 'enrolment', params: { gate: 'enrolment' } };
}

/** How the partner stands at each gate of each programme it is in, with what was ever recorded. */
export async function listPartnerGates(ctx: Ctx, partnerId: string) {
  const programmes = await store.listEnrolled(ctx, partnerId);
  const at = ctx.clock.now();
  return Promise.all(
    programmes.map(async ({ id, name }) => {
      const key = { programme_id: id, partner_id: partnerId };
      const facts = await store.findGateFacts(ctx, { ...key, at });
      const verdicts = facts ? decideGates(facts) : [];
      return {
        programme_id: id,
        programme_name: name,
        may_earn: verdicts.every(({ open }) => open),
        gates: verdicts.map(describeVerdict),
        history: (await store.listHistory(ctx, key)).map(describeEvidence),
      };
    }),
  );
}

/** The partner's gates as the console shows them. */
export async function readPartnerGates(ctx: Ctx, partnerId: string) {
  requireScope(ctx, 'partners:read');
  return listPartnerGates(ctx, partnerId);
}

export type NewEvidence = {
  programme_id: string;
  partner_id: string | null;
  gate: EvidencedGate;
  passed: boolean;
  valid_from?: Date;
  valid_until?: Date | null;
  evidence: Evidence['evidence'];
};

/** Keeps what was found about a gate, with its audit; what was found before stays readable. @throws 422 for a time that is over before it starts */
export async function recordEvidence(ctx: Ctx, input: NewEvidence): Promise<Evidence> {
  const now = ctx.clock.now();
  const row: Evidence = {
    id: newId(ctx, 'gateEvidence'),
    programme_id: input.programme_id,
    partner_id: input.partner_id,
    gate: input.gate,
    passed: input.passed,
    valid_from: input.valid_from ?? now,
    valid_until: input.valid_until ?? null,
    evidence: input.evidence,
    actor_id: ctx.actor.id,
    recorded_at: now,
  };
  if (row.valid_until && row.valid_until <= row.valid_from)
    throw invalidField('valid_until', 'This ends before it starts.', 'Leave it out, or name a later day.');
  await store.insertEvidence(ctx, row);
  await writeAudit(ctx, {
    action: `gate.${input.passed ? 'open' : 'close'}`,
    subjectKind: input.partner_id ? 'partner' : 'programme',
    subjectId: input.partner_id ?? input.programme_id,
    detail: { programme_id: input.programme_id, gate: input.gate, evidence: input.evidence },
  });
  return row;
}

export type HandEvidence = {
  partner_id: string;
  gate: EvidencedGate;
  passed: boolean;
  reason: string;
  valid_until?: string | undefined;
};

/** Opens or closes a gate by hand, with a reason that stays. @throws 404; 422 when the programme does not ask for the gate */
export async function openByHand(ctx: Ctx, programmeId: string, input: HandEvidence): Promise<void> {
  requireScope(ctx, 'partners:write');
  await inTransaction(ctx, async (ctx) => {
    const programme = await store.findProgramme(ctx, programmeId);
    if (!programme) throw notFound('programme', programmeId);
    if (!programme.gates.some(({ kind }) => kind === input.gate))
      throw invalidField('gate', `${programme.name} does not ask for this.`, 'Name one of the gates of the programme.');
    const at = ctx.clock.now();
    const { partner_id } = input;
    if (!(await store.findGateFacts(ctx, { programme_id: programmeId, partner_id, at })))
      throw notFound('partner', partner_id);
    await recordEvidence(ctx, {
      programme_id: programmeId,
      partner_id,
      gate: input.gate,
      passed: input.passed,
      valid_until: input.valid_until ? new Date(input.valid_until) : null,
      evidence: { how: input.passed ? 'opened_by_hand' : 'closed_by_hand', reason: input.reason },
    });
  });
}
