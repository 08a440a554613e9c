import { describe, expect, it } from 'vitest';
import type { Gate } from '../../gates/model.ts';
import { checkGates, missingReadiness } from './gates.ts';

const FEE: Gate = { kind: 'entry_fee', amount_minor: 10_000, period: 'month' };

describe('gates that cannot be', () => {
  it.each<[Gate[], string]>([
    [[FEE, FEE], 'gates[1].kind'],
    [[{ ...FEE, amount_minor: 0 } as Gate], 'gates[0].amount_minor'],
    [[{ kind: 'country' }], 'gates[0].allowed'],
    [[{ kind: 'country', allowed: [] }], 'gates[0].allowed'],
    [[{ kind: 'country', allowed: ['HU'], refused: ['HU'] }], 'gates[0].refused'],
    [[{ kind: 'category', allowed: [] }], 'gates[0].allowed'],
    [[{ kind: 'company_readiness' }], 'gates[0]'],
    [[{ kind: 'company_readiness', nps_least: 101 }], 'gates[0].nps_least'],
    [[{ kind: 'company_readiness', retention_least: 1.1 }], 'gates[0].retention_least'],
  ])('%# are refused by name', (gates, field) => {
    expect(() => checkGates(gates)).toThrow(expect.objectContaining({ detail: expect.objectContaining({ field }) }));
  });

  it('lists what a company has not reached, counting the unknown as not reached', () => {
    const asked = { nps_least: 30, answers_least: 20, retention_least: 0.9, stories_least: 2 };
    expect(missingReadiness(asked, { nps: 30, answers: 19, retention: null, stories: 2 })).toEqual([
      { what: 'answers', least: 20, now: 19 },
      { what: 'retention', least: 0.9, now: null },
    ]);
  });
});
