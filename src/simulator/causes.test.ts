import { describe, expect, it } from 'vitest';
import { lookForCauses } from '../../bench/support/planted-causes.ts';

describe('what is planted in the simulated company', () => {
  it.each([1, 2])(
    'is found in company %s: both channels, the path and the bad partner, and nothing that is not there',
    (seed) => {
      const found = lookForCauses({ seed, accounts: 700 });
      expect(found.found).toEqual(expect.arrayContaining(['channel=paid ads', 'channel=word of mouth']));
      expect(found.others).toEqual([]);
      expect(found.path).toMatchObject({ found: true, others: [] });
      expect(found.partner).toEqual({ found: true, others: [] });
    },
  );

  it('is not seen where all causes are switched off', () => {
    const found = lookForCauses({ seed: 1, accounts: 700, nullWorld: true });
    expect(found).toMatchObject({ found: [], others: [], mirrors: [], path: { found: false, others: [] } });
    expect(found.partner).toEqual({ found: false, others: [] });
  });
});
