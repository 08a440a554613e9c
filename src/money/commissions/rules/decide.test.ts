import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AccrueInput, type InvoiceLine, NOTHING_YET, type TermsInForce } from '../model.ts';
import { computeBase } from './base.ts';
import { decideCommission } from './decide.ts';
import { computeReversal, stateAfterReversal } from './reversal.ts';

const NEW_MONTH = NOTHING_YET;
const month = (tierSoFar: number, monthNetMinor: number) => ({ ...NOTHING_YET, tierSoFar, monthNetMinor });
const line = (amountMinor: number, more: Partial<InvoiceLine> = {}): InvoiceLine => ({
  amountMinor,
  discountMinor: 0,
  taxMinor: 0,
  ...more,
});

type Sale = {
  lines?: InvoiceLine[];
  credit?: number;
  paidAt?: string;
  anchorAt?: string;
  flags?: string[];
  currency?: string;
  zone?: string;
  terms?: Partial<TermsInForce>;
};

function sale({ lines = [line(4900)], ...more }: Sale = {}): AccrueInput {
  return {
    decisionId: 'dc_1',
    source: 'api',
    programmeId: 'pr_1',
    partnerId: 'pa_1',
    accountId: 'ac_1',
    rule: 'sale',
    invoice: {
      id: 'in_1',
      externalId: 'in1',
      currency: more.currency ?? 'EUR',
      lines,
      creditAppliedMinor: more.credit ?? 0,
      paidAt: new Date(more.paidAt ?? '2026-03-11T00:00:00Z'),
    },
    programme: { zone: more.zone ?? 'UTC', currency: 'EUR' },
    terms: {
      id: 'tm_1',
      version: 1,
      hold_days: 30,
      commission: { kind: 'percent', rate: '20%', months: 12 },
      ...more.terms,
    },
    anchorAt: more.anchorAt ? new Date(more.anchorAt) : undefined,
    flags: more.flags ?? [],
  };
}

const rate = (text: string) => ({ commission: { kind: 'percent' as const, rate: text, months: 12 } });

describe('the base of a commission', () => {
  it.each([
    ['what was paid', [line(4900)], 0, '4900/1'],
    ['without tax on top', [line(10000, { taxMinor: 2100 })], 0, '10000/1'],
    ['without tax inside the price', [line(12100, { taxInclusiveRate: '21%' })], 0, '10000/1'],
    ['after discounts', [line(10000, { discountMinor: 2500 })], 0, '7500/1'],
    ['after credit', [line(10000)], 4000, '6000/1'],
    [
      'with credit spread over lines that earn and lines that do not',
      [line(8000), line(2000, { product: 'setup' })],
      1000,
      '7200/1',
    ],
    ['with credit spread over price and tax', [line(12100, { taxInclusiveRate: '21%' })], 1210, '9000/1'],
    ['nothing for a negative invoice', [line(-500)], 0, '0/1'],
    ['nothing when all was paid by credit', [line(5000)], 5000, '0/1'],
  ])('is %s', (_name, lines, credit, exact) => {
    const { base } = computeBase(sale({ lines, credit }).invoice, ['setup']);
    expect(Number(base.num) / Number(base.den)).toBe(Number(exact.split('/')[0]) / Number(exact.split('/')[1]));
  });

  it('keeps a third of a cent until the one rounding at the end', () => {
    const lines = [line(100, { product: 'plan' }), line(200, { product: 'setup' })];
    const outcome = decideCommission(
      sale({ lines, credit: 100, terms: { ...rate('50%'), excluded_products: ['setup'] } }),
      NEW_MONTH,
    );
    expect(outcome.calculation.base_exact).toBe('200/3');
    expect(outcome.grossMinor).toBe(33);
  });
});

describe('a commission', () => {
  it.each([
    ['20%', 4900, 980],
    ['15%', 4999, 750],
    ['20%', 3, 1],
    ['2.9%', 500, 15],
    ['0.5%', 100, 1],
    ['33.333%', 300, 100],
    ['100%', 9007199254740991, 9007199254740991],
  ])('of %s on %i is %i, rounded once half away from zero', (text, amount, gross) => {
    expect(decideCommission(sale({ lines: [line(amount)], terms: rate(text) }), NEW_MONTH).grossMinor).toBe(gross);
  });

  it('waits for its hold to be over', () => {
    const outcome = decideCommission(sale(), NEW_MONTH);
    expect(outcome.state).toBe('pending');
    expect(outcome.availableAt.toISOString()).toBe('2026-04-10T00:00:00.000Z');
  });

  it('is held when the attribution found something suspicious', () => {
    expect(decideCommission(sale({ flags: ['same_domain'] }), NEW_MONTH)).toMatchObject({
      state: 'held',
      reason: 'flagged',
      grossMinor: 980,
    });
  });

  it.each<[string, Sale, string]>([
    [
      'after the twelfth month',
      { anchorAt: '2025-03-11T00:00:00Z', paidAt: '2026-03-11T00:00:00Z' },
      'after_last_month',
    ],
    ['when nothing was paid in cash', { lines: [line(0)] }, 'base_zero'],
    ['when it rounds to nothing', { lines: [line(2)] }, 'rounds_to_nothing'],
    ['in a currency the programme does not pay', { currency: 'USD' }, 'currency_without_rate'],
  ])('is refused %s', (_name, input, reason) => {
    expect(decideCommission(sale(input), NEW_MONTH)).toMatchObject({ state: 'refused', reason, grossMinor: 0 });
  });

  it('is paid one second before the twelfth month ends', () => {
    const input = { anchorAt: '2025-03-11T00:00:00Z', paidAt: '2026-03-10T23:59:59Z' };
    expect(decideCommission(sale(input), NEW_MONTH).state).toBe('pending');
  });

  it('ends with the last day of a shorter month, in the zone of the programme', () => {
    const anchored = {
      anchorAt: '2023-08-30T22:30:00Z',
      zone: 'Europe/Budapest',
      terms: { commission: { kind: 'percent' as const, rate: '20%', months: 6 } },
    };
    // 2023-08-31 00:30 in Budapest + 6 months = 2024-02-29 00:30 there = 2024-02-28T23:30Z.
    expect(decideCommission(sale({ ...anchored, paidAt: '2024-02-28T23:29:59Z' }), NEW_MONTH).state).toBe('pending');
    expect(decideCommission(sale({ ...anchored, paidAt: '2024-02-28T23:30:00Z' }), NEW_MONTH).reason).toBe(
      'after_last_month',
    );
  });

  it('without a number of months earns for ever', () => {
    const terms = { commission: { kind: 'percent' as const, rate: '20%', months: null } };
    const outcome = decideCommission(sale({ anchorAt: '2010-01-01T00:00:00Z', terms }), NEW_MONTH);
    expect([outcome.state, outcome.calculation.ends_at]).toEqual(['pending', null]);
  });

  it('pays each tier on its own part of the month', () => {
    const terms = {
      tiers: monthly([
        { from: 0, rate: '20%' },
        { from: 100_000, rate: '25%' },
      ]),
    };
    const outcome = decideCommission(sale({ lines: [line(20_000)], terms }), month(95_000, 19_000));
    expect(outcome.grossMinor).toBe(4750);
    expect(outcome.calculation.parts).toEqual([
      { rate: '20%', of_minor: 5000 },
      { rate: '25%', of_minor: 15_000 },
    ]);
  });

  it('pays what is left of a monthly cap, then nothing and says so', () => {
    const terms = { ...rate('10%'), cap_per_month_minor: 10_000 };
    const input = sale({ lines: [line(30_000)], terms });
    expect(decideCommission(input, month(85_000, 8500))).toMatchObject({
      grossMinor: 1500,
      calculation: { cap: 'month' },
    });
    expect(decideCommission(input, month(100_000, 10_000))).toMatchObject({
      state: 'refused',
      reason: 'month_cap_reached',
    });
  });

  it('never exceeds the base, and tiers of one rate are that rate', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000_000),
        fc.nat(10_000_000),
        fc.nat(10_000),
        fc.nat(5_000_000),
        (amount, before, bps, edge) => {
          const text = `${bps / 100}%`;
          const plain = decideCommission(sale({ lines: [line(amount)], terms: rate(text) }), NEW_MONTH);
          const tiers = monthly([
            { from: 0, rate: text },
            { from: edge + 1, rate: text },
          ]);
          const tiered = decideCommission(
            sale({ lines: [line(amount)], terms: { ...rate(text), tiers } }),
            month(before, 0),
          );
          expect(plain.grossMinor).toBeLessThanOrEqual(amount);
          expect(tiered.grossMinor).toBe(plain.grossMinor);
        },
      ),
    );
  });
});

describe('a refund', () => {
  const earned = { grossMinor: 2000, cashMinor: 10_000, reversedMinor: 0 };

  it('takes back its share, rounded once', () => {
    expect(computeReversal(earned, 3333)).toBe(667);
  });

  it('takes as much in parts as at once, and never more than the whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(5000), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 20_000 }),
        (refunds, cashMinor) => {
          let reversedMinor = 0;
          let refunded = 0;
          for (const refund of refunds) {
            refunded += refund;
            const taken = computeReversal({ grossMinor: 1999, cashMinor, reversedMinor }, refunded);
            expect(taken).toBeGreaterThanOrEqual(0);
            reversedMinor += taken;
            expect(reversedMinor).toBeLessThanOrEqual(1999);
          }
          expect(reversedMinor).toBe(computeReversal({ grossMinor: 1999, cashMinor, reversedMinor: 0 }, refunded));
        },
      ),
    );
  });

  it('of everything leaves a commission reversed, but one that was paid stays paid', () => {
    const whole = { state: 'pending' as const, grossMinor: 2000, reversedMinor: 0 };
    expect(stateAfterReversal(whole, { amountMinor: 2000, settled: false })).toBe('reversed');
    expect(stateAfterReversal({ ...whole, state: 'paid' }, { amountMinor: 2000, settled: true })).toBe('paid');
    expect(stateAfterReversal(whole, { amountMinor: 1999, settled: false })).toBe('pending');
  });
});

/** Marginal tiers on the month's base. */
function monthly(steps: { from: number; rate: string }[]) {
  return { basis: 'revenue' as const, period: 'month' as const, mode: 'marginal' as const, steps };
}

type Settings = {
  rate: string;
  months: number;
  hold_days: number;
  tiers?: { from_minor: number; rate: string }[];
  cap_per_sale_minor?: number;
  cap_per_month_minor?: number;
};

type Scenario = {
  id: string;
  title: string;
  settings?: Partial<Settings>;
  events: { type: string; at: string; invoice?: string; amount?: number; lines?: { amount: number }[] }[];
  expect: { commissions: { invoice: string; gross: number; net?: number }[] };
};

const CASES = join(
  process.env.GOODWORD_SHARED ?? join(import.meta.dirname, '../../../../../shared'),
  'cases/commissions.json',
);
const file: { defaults: { settings: Settings }; scenarios: Scenario[] } | undefined = existsSync(CASES)
  ? JSON.parse(readFileSync(CASES, 'utf8'))
  : undefined;

function run(scenario: Scenario): { invoice: string; gross: number; net: number }[] {
  const settings = { ...file?.defaults.settings, ...scenario.settings } as Settings;
  const found: { invoice: string; gross: number; net: number; cash: number; refunded: number }[] = [];
  let anchorAt: string | undefined;
  let soFar = NEW_MONTH;
  for (const event of scenario.events) {
    if (event.type === 'invoice_paid') {
      const terms = {
        hold_days: settings.hold_days,
        commission: { kind: 'percent' as const, rate: settings.rate, months: settings.months },
        ...(settings.tiers
          ? { tiers: monthly(settings.tiers.map(({ from_minor, rate }) => ({ from: from_minor, rate }))) }
          : {}),
        cap_per_sale_minor: settings.cap_per_sale_minor,
        cap_per_month_minor: settings.cap_per_month_minor,
      };
      const lines = (event.lines ?? []).map(({ amount }) => line(amount));
      const outcome = decideCommission(
        sale({ lines, paidAt: event.at, ...(anchorAt ? { anchorAt } : {}), terms }),
        soFar,
      );
      anchorAt ??= event.at;
      if (settings.tiers || settings.cap_per_month_minor)
        soFar = month(soFar.tierSoFar + outcome.calculation.base_minor, soFar.monthNetMinor + outcome.grossMinor);
      if (outcome.state !== 'refused')
        found.push({
          invoice: event.invoice ?? '',
          gross: outcome.grossMinor,
          net: outcome.grossMinor,
          cash: outcome.calculation.cash_minor,
          refunded: 0,
        });
    }
    const refunded = event.type === 'refund' ? found.find(({ invoice }) => invoice === event.invoice) : undefined;
    if (!refunded) continue;
    refunded.refunded += event.amount ?? 0;
    refunded.net -= computeReversal(
      { grossMinor: refunded.gross, reversedMinor: refunded.gross - refunded.net, cashMinor: refunded.cash },
      refunded.refunded,
    );
  }
  return found;
}

describe.skipIf(!file)('the worked examples of the shared folder (skipped when it is not there)', () => {
  it.each((file?.scenarios ?? []).map((scenario) => [scenario.id, scenario.title, scenario] as const))(
    '%s: %s',
    (_id, _title, scenario) => {
      const found = run(scenario);
      expect(found.length).toBe(scenario.expect.commissions.length);
      for (const wanted of scenario.expect.commissions) {
        const one = found.find(({ invoice }) => invoice === wanted.invoice);
        expect(one?.gross).toBe(wanted.gross);
        if (wanted.net !== undefined) expect(one?.net).toBe(wanted.net);
      }
    },
  );
});
