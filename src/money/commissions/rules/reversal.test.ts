import { describe, expect, it } from 'vitest';
import { allocate } from '../../../kernel/money.ts';
import { seededRandom } from '../../../stats/random.ts';
import { computeReversal, computeReversals } from './reversal.ts';

const SEED = Number(process.env.GOODWORD_SEED ?? 1 + Math.floor(Math.random() * 2 ** 31));
const CASES = 200_000;

describe('a sale paid as several commissions', () => {
  it(`is shared and refunded so that the parts sum to the whole, ${CASES} times (GOODWORD_SEED=${SEED})`, () => {
    const draw = seededRandom(SEED);
    const whole = (most: number) => Math.floor(draw() * most);
    for (let n = 0; n < CASES; n += 1) {
      const cash = 1 + whole(draw() < 0.1 ? 1e12 : 50_000);
      const gross = whole(cash + 1);
      const weights = Array.from({ length: 1 + whole(5) }, () => 1 + whole(draw() < 0.2 ? 1_000_000 : 9));
      const parts = allocate(gross, weights).map((grossMinor) => ({ grossMinor, reversedMinor: 0 }));
      if (sum(parts.map((part) => part.grossMinor)) !== gross) throw new Error(`a split of ${gross} by ${weights}`);
      let refunded = 0;
      while (refunded < cash) {
        refunded = draw() < 0.4 ? cash : refunded + 1 + whole(cash - refunded);
        const taken = computeReversals(parts, cash, refunded);
        for (const [at, part] of parts.entries()) part.reversedMinor += taken[at] ?? 0;
        const target = computeReversal({ grossMinor: gross, reversedMinor: 0, cashMinor: cash }, refunded);
        const reversed = sum(parts.map((part) => part.reversedMinor));
        const isLegal = parts.every((part) => part.reversedMinor >= 0 && part.reversedMinor <= part.grossMinor);
        if (reversed !== target || !isLegal) throw new Error(JSON.stringify({ gross, cash, weights, refunded, parts }));
      }
      if (parts.some((part) => part.reversedMinor !== part.grossMinor)) throw new Error(`a whole refund of ${gross}`);
    }
    expect(CASES).toBe(200_000);
  });

  it('takes nothing twice, and nothing of a sale that was not paid in cash', () => {
    const parts = [
      { grossMinor: 34, reversedMinor: 17 },
      { grossMinor: 33, reversedMinor: 17 },
      { grossMinor: 33, reversedMinor: 16 },
    ];
    expect(computeReversals(parts, 10_000, 5000)).toEqual([0, 0, 0]);
    expect(computeReversals(parts, 10_000, 10_000)).toEqual([17, 16, 17]);
    expect(computeReversals(parts, 0, 10_000)).toEqual([0, 0, 0]);
  });
});

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
