import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  allocate,
  divide,
  formatMajor,
  formatMoney,
  minorDigits,
  multiply,
  parseDecimal,
  parseMajor,
  rational,
  roundToMinor,
  share,
} from './money.ts';
import { parsePercent } from './percent.ts';

const amounts = fc.maxSafeInteger();
const weights = fc
  .array(fc.nat(1_000_000), { minLength: 1, maxLength: 20 })
  .filter((list) => list.some((one) => one > 0));
const fractions = fc.tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }));

describe('splitting an amount', () => {
  it('gives parts that sum to the whole', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, list) => {
        expect(allocate(amount, list).reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(amount));
      }),
    );
  });

  it('gives each part its exact share, less or more than one minor unit off', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, list) => {
        const total = list.reduce((sum, weight) => sum + BigInt(weight), 0n);
        allocate(amount, list).forEach((part, index) => {
          const off = BigInt(part) * total - BigInt(amount) * BigInt(list[index] ?? 0);
          expect(off > -total && off < total).toBe(true);
        });
      }),
    );
  });

  it('gives the left-over cents to the largest remainders, ties to the lower index', () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(allocate(10, [1, 0, 2])).toEqual([3, 0, 7]);
  });

  it('splits the same however large the weights are', () => {
    const little = fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((amount) => Math.abs(amount) > 2_000);
    fc.assert(
      fc.property(little, weights, (amount, list) => {
        const large = list.map((weight) => weight * 2 ** 32);
        fc.pre(!Number.isSafeInteger(amount * large.reduce((sum, weight) => sum + weight, 0)));
        expect(allocate(amount, list)).toEqual(allocate(amount, large));
      }),
    );
  });

  it('refuses weights that are all 0 or negative', () => {
    expect(() => allocate(1, [0, 0])).toThrow(RangeError);
    expect(() => allocate(1, [2, -1])).toThrow(RangeError);
    expect(() => allocate(1, [0.5, 1])).toThrow(RangeError);
  });
});

describe('rounding money', () => {
  it.each([
    [1, 2, 1],
    [-1, 2, -1],
    [3, 2, 2],
    [-3, 2, -2],
    [29, 2, 15],
    [1, 3, 0],
    [-2, 3, -1],
  ])('takes %i/%i to %i: half away from zero', (num, den, rounded) => {
    expect(roundToMinor(rational(num, den))).toBe(rounded);
  });

  it('is never more than half a minor unit off, and the same for both signs', () => {
    fc.assert(
      fc.property(fractions, ([num, den]) => {
        const rounded = BigInt(roundToMinor(rational(num, den)));
        const off = 2n * (rounded * den - num);
        expect(off <= den && off >= -den).toBe(true);
        expect(BigInt(roundToMinor(rational(-num, den)))).toBe(-rounded);
      }),
    );
  });

  it('refuses what is beyond 2^53-1 and names the field', () => {
    const beyond = () => roundToMinor(rational(2n ** 53n), 'lines[0].amount_minor');
    expect(beyond).toThrow(
      expect.objectContaining({ code: 'unprocessable', detail: { field: 'lines[0].amount_minor' } }),
    );
  });
});

describe('exact fractions', () => {
  it('add, multiply and divide without losing anything', () => {
    fc.assert(
      fc.property(fractions, fractions, ([a, b], [c, d]) => {
        const same = (x: { num: bigint; den: bigint }, num: bigint, den: bigint) => x.num * den === num * x.den;
        const x = rational(a, b);
        const y = rational(c, d);
        expect(same(add(x, y), a * d + c * b, b * d)).toBe(true);
        expect(same(multiply(x, y), a * c, b * d)).toBe(true);
        if (c !== 0n) expect(same(multiply(divide(x, y), y), a, b)).toBe(true);
      }),
    );
  });

  it('keep a positive denominator and refuse 0', () => {
    expect(rational(1, -2)).toEqual({ num: -1n, den: 2n });
    expect(() => rational(1, 0)).toThrow(RangeError);
  });
});

describe('amounts as text', () => {
  it('come back as they were written, in currencies with 0, 2 and 3 digits', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom('EUR', 'JPY', 'KWD', 'USD', 'HUF'), (amount, currency) => {
        expect(parseMajor(formatMajor(amount, currency), currency)).toBe(amount === 0 ? 0 : amount);
      }),
    );
  });

  it.each([
    ['12.05', 'EUR', 1205],
    ['-0.07', 'EUR', -7],
    ['1234', 'JPY', 1234],
    ['1.2345', 'KWD', 1235],
    ['0.005', 'EUR', 1],
  ])('%s %s is %i minor units', (text, currency, minor) => {
    expect(parseMajor(text, currency)).toBe(minor);
  });

  it.each(['', '1,5', '1e3', '٣', ' 1', '1.', 'NaN'])('"%s" is not an amount', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
    expect(() => parseMajor(text, 'EUR', 'total')).toThrow(expect.objectContaining({ code: 'unprocessable' }));
  });

  it('are shown exact up to the largest amount', () => {
    expect(formatMoney(980, 'EUR')).toBe('€9.80');
    expect(formatMoney(-123_456, 'USD')).toBe('-$1,234.56');
    expect(formatMoney(Number.MAX_SAFE_INTEGER, 'EUR')).toBe('€90,071,992,547,409.91');
    expect(formatMoney(123_456, 'HUF')).toBe('HUF 1,234.56');
    expect(formatMoney(1234, 'JPY')).toBe('¥1,234');
    expect(['JPY', 'HUF', 'IDR', 'KWD', 'CLF'].map(minorDigits)).toEqual([0, 2, 2, 3, 4]);
  });
});

describe('a percentage', () => {
  it('is an exact fraction', () => {
    expect(share(500, parsePercent('2.9%'))).toBe(15);
    expect(parsePercent('12.5%')).toEqual({ num: 1n, den: 8n });
  });

  it.each(['20', '-1%', '100.01%', 'x%', '%'])('is not "%s"', (text) => {
    expect(() => parsePercent(text, 'rate')).toThrow(
      expect.objectContaining({ detail: expect.objectContaining({ field: 'rate' }) }),
    );
  });

  it('takes the same share as integer arithmetic in basis points', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 12), fc.nat(10_000), (amount, bps) => {
        const exact = BigInt(amount) * BigInt(bps);
        expect(BigInt(share(amount, parsePercent(`${bps / 100}%`)))).toBe((2n * exact + 10_000n) / 20_000n);
      }),
    );
  });
});
