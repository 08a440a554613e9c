import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../kernel/time.ts';
import { DEFAULT_ATTRIBUTION } from '../../programmes/model.ts';
import type { BindingFacts, CouponFacts, Facts, PartnerFacts, SelfReport, Touch } from '../model.ts';
import { decideAttribution } from './decide.ts';

const T0 = Date.parse('2026-03-01T00:00:00Z');
const day = (n: number, ms = 0) => new Date(T0 + n * DAY_MS + ms);

const partner = (id: string, more: Partial<PartnerFacts> = {}): PartnerFacts => ({
  id,
  email_normalised: `${id}@partner-${id}.example`,
  email_domain: `partner-${id.toLowerCase()}.example`,
  account_id: null,
  account_domain: null,
  person_id: null,
  fingerprints: [],
  states: [{ state: 'approved', at: day(-100) }],
  programme_ids: ['P'],
  ...more,
});
const touch = (partner_id: string, at: Date, more: Partial<Touch> = {}): Touch => ({
  click_id: `ck_${partner_id}_${at.getTime()}`,
  link_id: `ln_${partner_id}`,
  partner_id,
  programme_id: 'P',
  at,
  kind: 'human',
  consent: true,
  network_key: null,
  known_account_id: null,
  ...more,
});
const named = (partner_id: string | null, at: Date, more: Partial<SelfReport> = {}): SelfReport => ({
  id: `cv_${partner_id}_${at.getTime()}`,
  partner_id,
  programme_id: 'P',
  at,
  words: 'a podcast, ANN',
  ...more,
});
const binding = (partner_id: string, at: Date, more: Partial<BindingFacts> = {}): BindingFacts => ({
  id: `bd_${partner_id}`,
  rule: 'R6',
  partner_id,
  programme_id: 'P',
  link_id: null,
  click_id: null,
  coupon_code: null,
  bound_at: at,
  effective_at: at,
  ...more,
});

type Change = Omit<Partial<Facts>, 'conversion' | 'account' | 'coupons' | 'partners' | 'programmes'> & {
  conversion?: Partial<Facts['conversion']>;
  account?: Partial<Facts['account']>;
  coupons?: Record<string, string>;
  coupon?: Partial<CouponFacts>;
  partners?: PartnerFacts[];
  policy?: Partial<typeof DEFAULT_ATTRIBUTION>;
  state?: 'live' | 'paused';
};

/** An invoice paid on day 10 by an account that signed up on day 5, unless something else is said. */
function decide({ conversion, account, coupons = {}, coupon, partners, policy, state = 'live', ...rest }: Change) {
  const all = partners ?? [partner('A'), partner('B')];
  const attribution = { ...DEFAULT_ATTRIBUTION, ...policy };
  return decideAttribution({
    conversion: { kind: 'invoice', at: day(10), coupons: Object.keys(coupons), is_paid: true, ...conversion },
    account: { id: 'ac', emails: [], domain: null, person_ids: [], fingerprints: [], known_since: day(5), ...account },
    is_merged: false,
    signed_up_at: day(5),
    touches: [],
    self_reports: [],
    binding: null,
    overrides: [],
    accrued: [],
    payments: [],
    neighbours: [],
    coupons: new Map(
      Object.entries(coupons).map(([code, partner_id]) => [
        code,
        { code, partner_id, programme_id: 'P', state: 'active', expires_at: null, used_up: false, ...coupon },
      ]),
    ),
    partners: new Map(all.map((one) => [one.id, one])),
    programmes: new Map([
      ['P', { id: 'P', state, attribution }],
      ['Q', { id: 'Q', state, attribution }],
    ]),
    ...rest,
  });
}
const signup = { conversion: { kind: 'signup', at: day(5) } } as const;
const fell = (change: Change) => decide({ ...signup, ...change }).considered.map(({ fell_away }) => fell_away);

describe('the decision table', () => {
  it('R2: what an administrator set counts from its instant on, the latest such', () => {
    const overrides = [
      binding('A', day(1), { id: 'one', rule: 'R2', effective_at: day(8) }),
      binding('B', day(2), { id: 'two', rule: 'R2', effective_at: day(10) }),
    ];
    const both = { overrides, binding: binding('A', day(5)) };
    expect(decide({ ...both, conversion: { at: day(7, 86_399_999) } })).toMatchObject({ rule: 'R5', partner_id: 'A' });
    expect(decide({ ...both, conversion: { at: day(8) } })).toMatchObject({ rule: 'R2', partner_id: 'A' });
    expect(decide({ ...both, conversion: { at: day(10) } })).toMatchObject({ rule: 'R2', partner_id: 'B' });
  });

  it('R3: who earned before keeps the account, until 180 days after what was paid for', () => {
    const earned = { accrued: [{ rule: 'R5', partner_id: 'A', programme_id: 'P', at: day(10) }] } as const;
    const paid = { payments: [{ at: day(10), until: day(40) }] };
    const at = (n: number, ms = 0) => decide({ ...earned, ...paid, conversion: { at: day(n, ms) } });
    expect(at(220)).toMatchObject({ rule: 'R3', partner_id: 'A' });
    expect(at(220, 1)).toMatchObject({ rule: 'R7', reason: 'lapsed' });
  });

  it('after a lapse whoever brings the account back counts before whoever brought it first', () => {
    const lapsed: Change = {
      accrued: [{ rule: 'R5', partner_id: 'A', programme_id: 'P', at: day(10) }],
      payments: [{ at: day(10), until: day(10) }],
      binding: binding('A', day(5)),
      conversion: { at: day(300) },
    };
    expect(decide(lapsed)).toMatchObject({ rule: 'R5', partner_id: 'A' });
    expect(decide({ ...lapsed, touches: [touch('B', day(290))] })).toMatchObject({ rule: 'R6', partner_id: 'B' });
  });

  it('R4: the last coupon of the first paid invoice, over the click unless the programme says otherwise', () => {
    const bound = { binding: binding('A', day(5)), coupons: { ONE: 'A', TWO: 'B' } };
    expect(decide(bound)).toMatchObject({ rule: 'R4', partner_id: 'B', coupon_code: 'TWO' });
    expect(decide({ ...bound, policy: { coupon_over_click: false } })).toMatchObject({ rule: 'R5', partner_id: 'A' });
    const later = { ...bound, payments: [{ at: day(9), until: day(9) }] };
    expect(decide(later)).toMatchObject({ rule: 'R5', partner_id: 'A' });
    expect(decide({ coupons: { TWO: 'B' }, policy: { coupon_over_click: false } })).toMatchObject({ rule: 'R4' });
  });

  it.each([
    ['ended', { state: 'ended' }, 'coupon_ended'],
    ['expired at that instant', { expires_at: day(10) }, 'coupon_ended'],
    ['was used by all it may bring', { used_up: true }, 'coupon_used_up'],
    ['expires later', { expires_at: day(11) }, undefined],
  ] as const)('R4: a coupon that %s', (_what, coupon, reason) => {
    const decision = decide({ coupons: { ONE: 'A' }, coupon });
    expect(decision).toMatchObject(reason ? { rule: 'R7', reason } : { rule: 'R4', partner_id: 'A' });
  });

  it('R5: bound at sign-up, however old the click, until a year passes without a payment', () => {
    const bound = { binding: binding('A', day(5)) };
    expect(decide({ ...bound, conversion: { at: day(370, -1) } })).toMatchObject({ rule: 'R5', partner_id: 'A' });
    expect(decide({ ...bound, conversion: { at: day(370) } })).toMatchObject({ rule: 'R7', reason: 'binding_expired' });
    expect(decide({ ...bound, conversion: { at: day(4) } })).toMatchObject({ reason: 'bound_after_conversion' });
  });

  it('R6: the last click, or the first, and the click id when two fall in one instant', () => {
    const touches = [touch('A', day(1)), touch('B', day(3), { click_id: 'x' }), touch('A', day(3), { click_id: 'y' })];
    expect(decide({ ...signup, touches })).toMatchObject({ rule: 'R6', click_id: 'y' });
    const first = decide({ ...signup, touches, policy: { model: 'first_click' } });
    expect(first).toMatchObject({ rule: 'R6', partner_id: 'A', click_id: touches[0]?.click_id });
  });

  it('R6: a referral that named the prospect counts before any click, until its protection ends', () => {
    const named = touch('A', day(-60), { click_id: 'rl_1', link_id: null, protected_until: day(6) });
    const both = { ...signup, touches: [named, touch('B', day(3))] };
    expect(decide(both)).toMatchObject({ rule: 'R6', partner_id: 'A', reason: 'referral', click_id: 'rl_1' });
    expect(decide(both).considered[0]).toMatchObject({ fell_away: 'a_referral_counts' });
    const over = { ...both, signed_up_at: day(6), conversion: { kind: 'signup', at: day(6) } } as const;
    expect(decide(over)).toMatchObject({ partner_id: 'B', reason: 'last_click' });
    expect(decide({ ...signup, touches: [{ ...named, at: day(6) }] }).considered[0]).toMatchObject({
      fell_away: 'after_conversion',
    });
  });

  it('R6: whom the customer names counts when nothing tracked does, and waits until somebody has looked', () => {
    const self_reports = [named('A', day(5))];
    const held = [{ code: 'self_reported', holds: true, evidence: { words: 'a podcast, ANN' } }];
    const id = self_reports[0]?.id ?? null;
    const decision = decide({ ...signup, self_reports });
    expect(decision).toMatchObject({ rule: 'R6', partner_id: 'A', reason: 'self_reported', click_id: id, flags: held });
    expect(decision.considered).toMatchObject([{ kind: 'self_reported', id, fell_away: null }]);
    const bound = { self_reports, binding: binding('A', day(5), { click_id: id }) };
    expect(decide(bound)).toMatchObject({ rule: 'R5', partner_id: 'A', flags: held });
    const accrued = [{ rule: 'R5', partner_id: 'A', programme_id: 'P', at: day(6) }] as const;
    expect(decide({ ...bound, accrued })).toMatchObject({ rule: 'R3', partner_id: 'A', flags: held });
  });

  it('R6: whom the customer names is below every click and coupon, and below what an administrator set', () => {
    const self_reports = [named('A', day(5))];
    expect(decide({ ...signup, self_reports, touches: [touch('B', day(1))] })).toMatchObject({
      partner_id: 'B',
      reason: 'last_click',
      flags: [],
    });
    const bound = { self_reports, binding: binding('A', day(5), { click_id: self_reports[0]?.id ?? null }) };
    for (const coupon_over_click of [true, false])
      expect(decide({ ...bound, coupons: { SAVE: 'B' }, policy: { coupon_over_click } })).toMatchObject({ rule: 'R4' });
    const overrides = [binding('B', day(1), { rule: 'R2' })];
    expect(decide({ ...bound, overrides })).toMatchObject({ rule: 'R2', partner_id: 'B', flags: [] });
    expect(decide({ ...signup, self_reports, touches: [touch('B', day(-40))] })).toMatchObject({
      partner_id: 'A',
      considered: [{ fell_away: 'outside_window' }, { fell_away: null }],
    });
  });

  it('R6: the first answer counts, and an answer after a payment only for that payment', () => {
    const two = [named('B', day(6)), named('A', day(5))];
    expect(decide({ self_reports: two })).toMatchObject({
      partner_id: 'A',
      considered: [{ partner_id: 'B', fell_away: 'an_earlier_answer_counts' }, { partner_id: 'A' }],
    });
    const late = { self_reports: [named('A', day(12))], signed_up_at: day(12) };
    expect(decide(late)).toMatchObject({ rule: 'R6', partner_id: 'A' });
    const paid = [{ at: day(9), until: day(9) }];
    expect(decide({ ...late, payments: paid })).toMatchObject({ rule: 'R7', reason: 'already_paying' });
  });

  it.each([
    ['nobody we know', 'unknown_name', { self_reports: [named(null, day(5), { programme_id: null })] }],
    ['a partner in no programme', 'named_not_enrolled', { self_reports: [named('A', day(5), { programme_id: null })] }],
    ['where it does not count', 'self_reports_do_not_count', { policy: { self_reported: false } }],
    [
      'a partner not yet approved',
      'partner_not_approved_when_named',
      { partners: [partner('A', { states: [{ state: 'approved', at: day(5, 1) }] })] },
    ],
    [
      'a suspended partner',
      'partner_suspended',
      {
        partners: [
          partner('A', {
            states: [
              { state: 'approved', at: day(0) },
              { state: 'suspended', at: day(7) },
            ],
          }),
        ],
      },
    ],
    ['itself', 'self_referral', { account: { emails: ['A@partner-A.example'] } }],
    ['somebody too long ago', 'binding_expired', { conversion: { at: day(370) } }],
    [
      'somebody before it lapsed',
      'lapsed',
      {
        accrued: [{ rule: 'R6', partner_id: 'A', programme_id: 'P', at: day(10) }],
        conversion: { at: day(200) },
      },
    ],
  ] as [string, string, Change][])('R7: who names %s came by nobody', (_what, reason, change) => {
    expect(decide({ self_reports: [named('A', day(5))], ...change })).toMatchObject({ rule: 'R7', reason });
  });

  it('R7: nobody, and says what came closest', () => {
    expect(decide(signup)).toMatchObject({ rule: 'R7', outcome: 'unattributed', reason: 'no_touch' });
    expect(decide({ ...signup, touches: [touch('A', day(-40))] })).toMatchObject({ reason: 'outside_window' });
  });
});

describe('what falls away before anybody is chosen', () => {
  it('counts a click from the instant of the sign-up back to just within the window', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40 * DAY_MS, max: 2 * DAY_MS }), (ms) => {
        const age = 5 * DAY_MS - ms;
        const counts = age >= 0 && age < 30 * DAY_MS;
        expect(decide({ ...signup, touches: [touch('A', day(0, ms))] }).outcome).toBe(
          counts ? 'credited' : 'unattributed',
        );
      }),
    );
    for (const [ms, reason] of [
      [0, null],
      [1, 'after_conversion'],
      [-30 * DAY_MS, 'outside_window'],
      [1 - 30 * DAY_MS, null],
    ] as const)
      expect(fell({ touches: [touch('A', day(5, ms))] })).toEqual([reason]);
  });

  it.each([
    ['a robot', { kind: 'bot' }, 'bot'],
    ['a page loaded ahead', { kind: 'prefetch' }, 'prefetch'],
    ['a mere check', { kind: 'head' }, 'head'],
    ['a visitor who said no', { consent: false }, 'no_consent'],
    ['a partner nobody knows', { partner_id: 'Z' }, 'unknown_partner'],
    ['a programme nobody knows', { programme_id: 'Z' }, 'unknown_partner'],
  ] as const)('%s', (_what, change, reason) => {
    expect(fell({ touches: [touch('A', day(1), change)] })).toEqual([reason]);
  });

  it('a click while the partner was not approved, and every click of one suspended by now', () => {
    const late = partner('A', {
      states: [
        { state: 'invited', at: day(-9) },
        { state: 'approved', at: day(2) },
      ],
    });
    expect(fell({ partners: [late], touches: [touch('A', day(1))] })).toEqual(['partner_not_approved_at_click']);
    expect(fell({ partners: [late], touches: [touch('A', day(2))] })).toEqual([null]);
    const out = partner('A', {
      states: [
        { state: 'approved', at: day(-9) },
        { state: 'suspended', at: day(5) },
      ],
    });
    expect(fell({ partners: [out], touches: [touch('A', day(1))] })).toEqual(['partner_suspended']);
  });

  it('a click of an account that was already paying', () => {
    const payments = [{ at: day(0), until: day(0) }];
    expect(fell({ payments, touches: [touch('A', day(1))] })).toEqual(['already_paying']);
    expect(fell({ payments, touches: [touch('A', day(-1))] })).toEqual([null]);
  });

  it('a click of another programme than the one that counts', () => {
    const touches = [touch('A', day(1), { programme_id: 'Q' }), touch('B', day(2))];
    expect(fell({ touches, partners: [partner('A', { programme_ids: ['Q'] }), partner('B')] })).toEqual([
      'another_programme',
      null,
    ]);
  });

  it.each([
    ['the same mailbox', { emails: ['a@partner-a.example'] }, { email_normalised: 'a@partner-a.example' }],
    ['the same person', { person_ids: ['pe_1'] }, { person_id: 'pe_1' }],
    ['the same company', { id: 'ac_1' }, { account_id: 'ac_1' }],
  ])('a partner who recommends itself: %s', (_what, account, who) => {
    const own = { ...signup, account, partners: [partner('A', who)], touches: [touch('A', day(1))] };
    expect(decide(own)).toMatchObject({
      outcome: 'unattributed',
      reason: 'self_referral',
      flags: [{ code: 'self_referral', holds: false }],
    });
  });
});

describe('what is credited but refused or held', () => {
  it('names the gate that is closed', () => {
    const touches = [touch('A', day(1))];
    expect(decide({ ...signup, touches, state: 'paused' })).toMatchObject({
      outcome: 'refused',
      reason: 'programme_not_live',
      partner_id: 'A',
    });
    const left = [partner('A', { programme_ids: [] })];
    expect(decide({ ...signup, touches, partners: left })).toMatchObject({
      outcome: 'refused',
      reason: 'not_enrolled',
    });
  });

  it.each([
    ['a mailbox at the partner’s domain', 'same_domain', { account: { emails: ['bob@partner-a.example'] } }],
    ['the partner’s own domain', 'same_domain', { account: { domain: 'partner-a.example' } }],
    ['a throw-away mailbox', 'disposable_domain', { account: { emails: ['x@mailinator.com'] } }],
    ['somebody known before the click', 'already_in_funnel', { account: { known_since: day(-2) } }],
    [
      'one network',
      'same_network',
      { neighbours: [{ click_id: `ck_A_${day(1).getTime()}`, account_id: 'other', at: day(1) }] },
    ],
  ] as const)('holds %s as what it looks like, with the evidence', (_what, code, change) => {
    const decision = decide({ ...signup, touches: [touch('A', day(1))], ...change });
    expect(decision).toMatchObject({ outcome: 'credited', flags: [{ code, holds: true }] });
  });

  it('takes two mailboxes at a free host for strangers', () => {
    const free = partner('A', { email_normalised: 'ann@gmail.com', email_domain: 'gmail.com' });
    const change = { partners: [free], account: { emails: ['bob@gmail.com'] }, touches: [touch('A', day(1))] };
    expect(decide({ ...signup, ...change }).flags).toEqual([]);
  });
});

it('decides the same whatever the order in which the facts are listed', () => {
  const touches = [touch('A', day(1)), touch('B', day(2)), touch('A', day(-40)), touch('B', day(4), { kind: 'bot' })];
  const { considered: _all, ...decision } = decide({ ...signup, touches });
  fc.assert(
    fc.property(fc.shuffledSubarray(touches, { minLength: touches.length }), (shuffled) => {
      const { considered, ...again } = decide({ ...signup, touches: shuffled });
      expect(again).toEqual(decision);
      expect(considered).toHaveLength(touches.length);
    }),
  );
});
