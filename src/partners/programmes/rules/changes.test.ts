import { describe, expect, it } from 'vitest';
import { DEFAULT_TERMS, type Terms } from '../model.ts';
import { changesBetween } from './changes.ts';
import { termsInWords } from './in-words.ts';

const words = (change: Partial<Terms> = {}) => termsInWords({ ...DEFAULT_TERMS, ...change }, 'EUR');
const seen = (before: Partial<Terms>, after: Partial<Terms>) =>
  changesBetween(words(before), words(after)).map(({ kind, before: was, after: is }) => [kind, was?.key, is?.key]);

describe('what changed between two versions of the terms', () => {
  it.each<[string, Partial<Terms>, Partial<Terms>, unknown[]]>([
    ['nothing', {}, {}, []],
    ['a longer hold', {}, { hold_days: 45 }, [['changed', 'terms.hold_days', 'terms.hold_days']]],
    [
      'an amount for each sale instead of a share',
      {},
      { commission: { kind: 'flat', amount_minor: 500, months: null } },
      [['changed', 'terms.commission_months', 'terms.flat_always']],
    ],
    [
      'no minimum any more',
      {},
      { minimum_payout_minor: 0 },
      [['changed', 'terms.minimum_payout', 'terms.no_minimum_payout']],
    ],
    ['a new cap', {}, { cap_per_sale_minor: 100 }, [['added', undefined, 'terms.cap_per_sale']]],
    ['a cap that is gone', { cap_per_sale_minor: 100 }, {}, [['removed', 'terms.cap_per_sale', undefined]]],
  ])('%s', (_, before, after, expected) => {
    expect(seen(before, after)).toEqual(expected);
  });

  it('takes a step added above others for an addition', () => {
    const step = (from: number) => ({ from, rate: `${from + 1}%` });
    const tiers = (...steps: { from: number; rate: string }[]) => ({
      tiers: { basis: 'sales' as const, period: 'month' as const, mode: 'marginal' as const, steps },
    });
    expect(seen(tiers(step(0), step(5)), tiers(step(0), step(5), step(9)))).toEqual([
      ['added', undefined, 'terms.tier_sales_marginal'],
    ]);
  });
});
