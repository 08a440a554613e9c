import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GATE_KINDS, type Gate, type GateFacts } from '../model.ts';
import { decideGates, firstClosed } from './decide-gates.ts';
import { feePeriod } from './fee-period.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const AT = day('2026-05-10');

const facts = (change: Partial<GateFacts> = {}): GateFacts => ({
  at: AT,
  gates: [],
  enrolment: { state: 'active', origin: 'applied', enrolled_by: 'us_1', enrolled_at: day('2026-01-15') },
  terms: { required: 1, required_since: day('2026-01-01'), accepted: 1, accepted_at: day('2026-01-15') },
  partner: { country: 'HU', categories: ['agency'] },
  payout_details_since: null,
  evidence: [],
  ...change,
});
const evidence = (change: Partial<GateFacts['evidence'][number]> = {}): GateFacts['evidence'][number] => ({
  id: 'ge_1',
  gate: 'entry_fee',
  passed: true,
  valid_from: day('2026-05-01'),
  valid_until: day('2026-06-01'),
  evidence: { how: 'paid' },
  actor_id: 'us_1',
  recorded_at: day('2026-05-01'),
  ...change,
});
const FEE: Gate = { kind: 'entry_fee', amount_minor: 10_000, period: 'month' };
const closedBy = (given: GateFacts) => firstClosed(decideGates(given))?.params.why ?? 'open';

describe('the gates of a partner', () => {
  it.each<[string, Partial<GateFacts>, string]>([
    ['enrolled and agreed', {}, 'open'],
    ['not enrolled', { enrolment: null }, 'enrolment.missing'],
    ['paused', { enrolment: { ...facts().enrolment, state: 'paused' } as never }, 'enrolment.paused'],
    ['older terms', { terms: { ...facts().terms, required: 2 } }, 'terms.outdated'],
    ['newer terms than asked', { terms: { ...facts().terms, accepted: 3 } }, 'open'],
    [
      'no terms asked yet',
      { terms: { required: null, required_since: null, accepted: null, accepted_at: null } },
      'open',
    ],
    ['not invited', { gates: [{ kind: 'invitation' }] }, 'invitation.missing'],
    ['country allowed', { gates: [{ kind: 'country', allowed: ['HU', 'DE'] }] }, 'open'],
    ['country not allowed', { gates: [{ kind: 'country', allowed: ['DE'] }] }, 'country.not_allowed'],
    ['country refused', { gates: [{ kind: 'country', refused: ['HU'] }] }, 'country.refused'],
    [
      'country not known',
      { gates: [{ kind: 'country', refused: ['RU'] }], partner: { country: null, categories: [] } },
      'country.unknown',
    ],
    ['category fits', { gates: [{ kind: 'category', allowed: ['agency'] }] }, 'open'],
    ['category does not', { gates: [{ kind: 'category', allowed: ['creator'] }] }, 'category.missing'],
    ['no payout details', { gates: [{ kind: 'payout_details' }] }, 'payout_details.missing'],
    ['payout details', { gates: [{ kind: 'payout_details' }], payout_details_since: AT }, 'open'],
    ['fee never paid', { gates: [FEE] }, 'entry_fee.missing'],
    ['fee paid', { gates: [FEE], evidence: [evidence()] }, 'open'],
    [
      'fee paid for the next month',
      { gates: [FEE], evidence: [evidence({ valid_from: day('2026-06-01') })] },
      'entry_fee.missing',
    ],
    ['fee ran out now', { gates: [FEE], evidence: [evidence({ valid_until: AT })] }, 'entry_fee.over'],
    [
      'fee given back',
      { gates: [FEE], evidence: [evidence(), evidence({ id: 'ge_2', passed: false, evidence: { how: 'refunded' } })] },
      'entry_fee.refunded',
    ],
    [
      'closed by hand, paid again',
      {
        gates: [FEE],
        evidence: [
          evidence({ id: 'ge_3', valid_from: day('2026-05-09') }),
          evidence({ id: 'ge_2', passed: false, valid_from: day('2026-05-05') }),
        ],
      },
      'open',
    ],
    [
      'certificate of another gate',
      { gates: [{ kind: 'certification' }], evidence: [evidence()] },
      'certification.missing',
    ],
  ])('%s', (_, change, expected) => {
    expect(closedBy(facts(change))).toBe(expected);
  });

  it('takes the hand that enrolled a partner for its invitation and its application', () => {
    const byHand = { ...facts().enrolment, origin: 'invited' } as never;
    expect(closedBy(facts({ enrolment: byHand, gates: [{ kind: 'invitation' }, { kind: 'application' }] }))).toBe(
      'open',
    );
    expect(closedBy(facts({ enrolment: byHand, gates: [{ kind: 'certification' }] }))).toBe('certification.missing');
  });

  it('says since when and until when a gate is open', () => {
    const verdict = decideGates(facts({ gates: [FEE], evidence: [evidence()] })).find(
      ({ gate }) => gate === 'entry_fee',
    );
    expect(verdict).toMatchObject({ open: true, since: day('2026-05-01'), until: day('2026-06-01') });
  });
});

const anyGate = fc.constantFrom<Gate>(
  { kind: 'invitation' },
  { kind: 'application' },
  FEE,
  { kind: 'certification' },
  { kind: 'country', allowed: ['HU'] },
  { kind: 'country', refused: ['HU'] },
  { kind: 'category', allowed: ['creator'] },
  { kind: 'payout_details' },
  { kind: 'company_readiness', nps_least: 30 },
);
const anyEvidence = fc.record({
  id: fc.stringMatching(/^ge_[a-z]{4}$/),
  gate: fc.constantFrom('invitation', 'application', 'entry_fee', 'certification', 'company_readiness'),
  passed: fc.boolean(),
  valid_from: fc.date({ min: day('2026-01-01'), max: day('2026-12-01'), noInvalidDate: true }),
  valid_until: fc.option(fc.date({ min: day('2026-03-01'), max: day('2026-12-31'), noInvalidDate: true })),
  evidence: fc.constant({ how: 'given' }),
  actor_id: fc.constant('us_1'),
  recorded_at: fc.constant(AT),
});
const anyFacts = fc.record({
  gates: fc.array(anyGate, { maxLength: 6 }),
  evidence: fc.array(anyEvidence, { maxLength: 8 }) as fc.Arbitrary<GateFacts['evidence'][number][]>,
  payout_details_since: fc.option(fc.constant(AT)),
  state: fc.constantFrom('active', 'paused', 'ended'),
  origin: fc.constantFrom('invited', 'applied', 'joined'),
});

describe('whatever gates a programme has', () => {
  it('opens nothing by adding one, and changes nothing by asking for one twice', () => {
    fc.assert(
      fc.property(anyFacts, anyGate, ({ state, origin, ...rest }, gate) => {
        const before = facts({ ...rest, enrolment: { ...facts().enrolment, state, origin } as never });
        const after = { ...before, gates: [...before.gates, gate] };
        const closed = decideGates(before).filter(({ open }) => !open);
        const still = decideGates(after);
        for (const { gate: kind } of closed) expect(still.find((one) => one.gate === kind)?.open).toBe(false);
        expect(decideGates({ ...after, gates: [...after.gates, gate] })).toEqual(still);
      }),
      { numRuns: 2000 },
    );
  });

  it('tells each gate once, in one order, with a reason', () => {
    fc.assert(
      fc.property(anyFacts, ({ state: _, origin: __, ...rest }) => {
        const kinds = decideGates(facts(rest)).map(({ gate }) => gate);
        expect(kinds).toEqual(GATE_KINDS.filter((kind) => kinds.includes(kind)));
      }),
    );
  });
});

describe('a fee period', () => {
  it.each<[string, 'month' | 'quarter' | 'year' | 'once', string, string, string | null]>([
    ['the month of the first day', 'month', '2026-01-31', '2026-01-31', '2026-02-28'],
    ['the last day of a month', 'month', '2026-02-27', '2026-01-31', '2026-02-28'],
    ['a day after a short month', 'month', '2026-03-01', '2026-02-28', '2026-03-31'],
    ['a quarter', 'quarter', '2026-06-01', '2026-04-30', '2026-07-31'],
    ['a year', 'year', '2027-01-31', '2027-01-31', '2028-01-31'],
    ['once and for all', 'once', '2029-01-01', '2026-01-31', null],
  ])('is %s', (_, period, at, starts_on, ends_on) => {
    const found = feePeriod(period, new Date('2026-01-31T09:00:00Z'), new Date(`${at}T12:00:00Z`), 'Europe/Budapest');
    expect(found).toMatchObject({ starts_on, ends_on });
  });

  it('covers every instant from the first day on without gap or overlap', () => {
    const enrolled = new Date('2024-01-31T23:30:00Z');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 * 24 }),
        fc.constantFrom('month', 'quarter', 'year'),
        fc.constantFrom('UTC', 'Europe/Budapest', 'America/Santiago', 'Pacific/Kiritimati'),
        (hours, period, zone) => {
          const at = new Date(enrolled.getTime() + hours * 3_600_000);
          const { starts_at, ends_at } = feePeriod(period, enrolled, at, zone);
          expect(starts_at <= at && ends_at !== null && at < ends_at).toBe(true);
          const next = feePeriod(period, enrolled, ends_at as Date, zone);
          expect(next.starts_at).toEqual(ends_at);
        },
      ),
      { numRuns: 500 },
    );
  });
});
