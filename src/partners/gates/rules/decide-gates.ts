import {
  type ClosedGate,
  type EvidencedGate,
  GATE_KINDS,
  type Gate,
  type GateFacts,
  type GateVerdict,
} from '../model.ts';

type Verdict = Omit<GateVerdict, 'gate'>;

const open = (reason: string, since: Date | null, rest: Partial<Verdict> = {}): Verdict => ({
  open: true,
  reason,
  params: {},
  since,
  until: null,
  ...rest,
});
const closed = (reason: string, params: Record<string, unknown> = {}, since: Date | null = null): Verdict => ({
  open: false,
  reason,
  params,
  since,
  until: null,
});

/**
 * How each gate of the programme stands for the partner at `facts.at`, in the order of GATE_KINDS. Being enrolled and
 * having accepted the terms is always asked. Several gates of one kind: the first one that is closed speaks for them.
 */
export function decideGates(facts: GateFacts): GateVerdict[] {
  const asked: Gate['kind'][] = facts.gates.map(({ kind }) => kind);
  return GATE_KINDS.flatMap((gate): GateVerdict[] => {
    if (gate === 'enrolment') return [{ gate, ...decideEnrolment(facts) }];
    if (gate === 'terms') return [{ gate, ...decideTerms(facts) }];
    if (!asked.includes(gate)) return [];
    const verdicts = facts.gates.filter(({ kind }) => kind === gate).map((one) => decideGate(one, facts));
    const verdict = verdicts.find((one) => !one.open) ?? verdicts[0];
    return verdict ? [{ gate, ...verdict }] : [];
  });
}

/** The first gate that is closed; null when the partner may earn. */
export function firstClosed(verdicts: readonly GateVerdict[]): ClosedGate | null {
  const verdict = verdicts.find(({ open: isOpen }) => !isOpen);
  return verdict
    ? { gate: verdict.gate, params: { gate: verdict.gate, why: verdict.reason, ...verdict.params } }
    : null;
}

function decideEnrolment({ enrolment }: GateFacts): Verdict {
  if (!enrolment) return closed('enrolment.missing');
  if (enrolment.state !== 'active') return closed(`enrolment.${enrolment.state}`);
  return open(`enrolment.${enrolment.origin}`, enrolment.enrolled_at, { params: { by: enrolment.enrolled_by } });
}

function decideTerms({ terms }: GateFacts): Verdict {
  const { required, accepted } = terms;
  if (required !== null && (accepted === null || accepted < required))
    return closed('terms.outdated', { version: required, accepted: accepted ?? 0 }, terms.required_since);
  return open('terms.accepted', terms.accepted_at, { params: { version: accepted ?? 0 } });
}

function decideGate(gate: Gate, facts: GateFacts): Verdict {
  switch (gate.kind) {
    case 'country':
      return decideCountry(gate, facts.partner.country);
    case 'category':
      return decideCategory(gate, facts.partner.categories);
    case 'payout_details':
      return facts.payout_details_since
        ? open('payout_details.known', facts.payout_details_since)
        : closed('payout_details.missing');
    default:
      return decideEvidenced(gate.kind, facts);
  }
}

function decideCountry(gate: Gate & { kind: 'country' }, country: string | null): Verdict {
  if (country === null) return closed('country.unknown');
  if (gate.refused?.includes(country)) return closed('country.refused', { country });
  if (gate.allowed && !gate.allowed.includes(country)) return closed('country.not_allowed', { country });
  return open('country.allowed', null, { params: { country } });
}

function decideCategory(gate: Gate & { kind: 'category' }, categories: readonly string[]): Verdict {
  const fits = categories.find((category) => gate.allowed.includes(category));
  const allowed = gate.allowed.join(', ');
  return fits
    ? open('category.allowed', null, { params: { category: fits } })
    : closed('category.missing', { allowed });
}

/** The newest evidence that has begun decides. Who was brought in by hand needs neither invitation nor application. */
function decideEvidenced(gate: EvidencedGate, { at, evidence, enrolment }: GateFacts): Verdict {
  const newest = evidence
    .filter((one) => one.gate === gate && one.valid_from <= at)
    .sort((a, b) => b.valid_from.getTime() - a.valid_from.getTime() || (a.id < b.id ? 1 : -1))[0];
  if (!newest) {
    const byHand = (gate === 'invitation' || gate === 'application') && enrolment?.origin === 'invited';
    return byHand
      ? open(`${gate}.by_hand`, enrolment.enrolled_at, { params: { by: enrolment.enrolled_by } })
      : closed(`${gate}.missing`);
  }
  const { how, ...params } = newest.evidence;
  if (!newest.passed) return closed(`${gate}.${how}`, params, newest.valid_from);
  if (newest.valid_until && newest.valid_until <= at)
    return closed(`${gate}.over`, { ...params, ended_on: newest.valid_until.toISOString() }, newest.valid_until);
  return open(`${gate}.${how}`, newest.valid_from, { params, until: newest.valid_until });
}
