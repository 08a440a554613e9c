import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateCredits, type WaitingCredit } from './credit.ts';

const credit = (id: string, amountMinor: number, most = '100%'): WaitingCredit => ({ id, amountMinor, most });
const used = (uses: { usedMinor: number }[]) => uses.map(({ usedMinor }) => usedMinor);

describe('what an annual invoice takes of the credits that wait for it', () => {
  it('is all of them while they are less than the invoice', () => {
    expect(used(allocateCredits(100_000, [credit('a', 30_000), credit('b', 20_000)]))).toEqual([30_000, 20_000]);
  });

  it('is the invoice and no more, the oldest credit first', () => {
    expect(used(allocateCredits(40_000, [credit('a', 30_000), credit('b', 20_000), credit('c', 9)]))).toEqual([
      30_000, 10_000, 0,
    ]);
  });

  it('is at most the share of the invoice the terms name, rounded down', () => {
    expect(used(allocateCredits(101, [credit('a', 500, '50%'), credit('b', 500)]))).toEqual([50, 51]);
  });

  it.each([0, -500])('is nothing of an invoice over %i', (invoice) => {
    expect(used(allocateCredits(invoice, [credit('a', 500)]))).toEqual([0]);
  });

  it('never takes more than the invoice, than a credit holds, or than its share', () => {
    const amount = fc.integer({ min: 0, max: 2 ** 40 });
    const anyCredit = fc.record({ amountMinor: amount, part: fc.integer({ min: 1, max: 10_000 }) });
    fc.assert(
      fc.property(amount, fc.array(anyCredit, { maxLength: 12 }), (invoice, given) => {
        const credits = given.map(({ amountMinor, part }, index) => ({
          id: `${index}`,
          amountMinor,
          most: `${(part / 100).toFixed(2)}%`,
        }));
        const uses = allocateCredits(invoice, credits);
        const total = used(uses).reduce((sum, one) => sum + one, 0);
        expect(total).toBeLessThanOrEqual(invoice);
        uses.forEach(({ usedMinor }, index) => {
          const { amountMinor = 0, part = 0 } = given[index] ?? {};
          expect(usedMinor).toBeGreaterThanOrEqual(0);
          expect(usedMinor).toBeLessThanOrEqual(amountMinor);
          expect(BigInt(usedMinor) * 10_000n).toBeLessThanOrEqual(BigInt(invoice) * BigInt(part));
        });
      }),
    );
  });

  it('takes the same together whatever the order, when every credit may take the whole invoice', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.array(fc.nat(500_000), { maxLength: 8 }), (invoice, amounts) => {
        const credits = amounts.map((amount, index) => credit(`${index}`, amount));
        const sum = (list: WaitingCredit[]) =>
          used(allocateCredits(invoice, list)).reduce((total, one) => total + one, 0);
        expect(sum(credits.toReversed())).toBe(sum(credits));
        expect(sum(credits)).toBe(
          Math.min(
            invoice,
            amounts.reduce((total, one) => total + one, 0),
          ),
        );
      }),
    );
  });
});
