import { expect, test } from 'vitest';
import { say } from '../../../platform/locale.ts';
import type { AssumptionKey, Offer, ScenarioInput } from '../model.ts';
import { impossibility } from './check.ts';
import { certainScenario, TWENTY } from './scenario.fixture.ts';

const spreading = (key: AssumptionKey, sd: number, values: Partial<Record<AssumptionKey, number>> = {}) => {
  const input = certainScenario(values);
  input.assumptions[key].sd = sd;
  return input;
};
const offering = (a: object): ScenarioInput => certainScenario({}, { offers: { a: a as Offer, b: null } });

test.each<[string, ScenarioInput, string, string]>([
  ['a rate above all', certainScenario({ convert_rate: 1.2 }), 'assumptions.convert_rate.value', 'not_a_share'],
  ['a rate below none', certainScenario({ share_rate: -0.1 }), 'assumptions.share_rate.value', 'not_a_share'],
  ['a rate that is no number', certainScenario({ ask_rate: Number.NaN }), 'assumptions.ask_rate.value', 'not_a_share'],
  ['nearly all fraud', certainScenario({ fraud: 0.95 }), 'assumptions.fraud.value', 'not_a_share'],
  ['a wider spread than a rate has', spreading('convert_rate', 0.5), 'assumptions.convert_rate.sd', 'spread_too_wide'],
  ['a spread around none', spreading('fraud', 0.1, { fraud: 0 }), 'assumptions.fraud.sd', 'spread_at_edge'],
  ['a spread below zero', spreading('ltv', -1), 'assumptions.ltv.sd', 'spread_negative'],
  ['a spread of no money', spreading('cac', 5, { cac: 0 }), 'assumptions.cac.sd', 'spread_of_nothing'],
  ['no lifetime value', certainScenario({ ltv: 0 }), 'assumptions.ltv.value', 'not_above_zero'],
  ['negative revenue', certainScenario({ acv: -1 }), 'assumptions.acv.value', 'not_above_zero'],
  ['no margin', certainScenario({ margin: 0 }), 'assumptions.margin.value', 'no_margin'],
  ['less value than a month brings', certainScenario({ ltv: 1000 }), 'assumptions.ltv.value', 'ltv_below_a_month'],
  ['a lifetime beyond all others', certainScenario({ ltv: 20_000_000 }), 'assumptions.ltv.value', 'ltv_beyond'],
  ['churn that goes away', certainScenario({ churn_change: -1 }), 'assumptions.churn_change.value', 'not_a_change'],
  ['a power below none', certainScenario({ elasticity: -1 }), 'assumptions.elasticity.value', 'not_a_power'],
  ['negative cost', certainScenario({ care: -1 }), 'assumptions.care.value', 'not_a_money'],
  ['people below none', certainScenario({ reach: -1 }), 'assumptions.reach.value', 'not_a_count'],
  ['nobody to refer', certainScenario({}, { customers: 0 }), 'customers', 'customers'],
  ['seats below none', certainScenario({}, { seats: -1 }), 'seats', 'seats'],
  ['negative fixed costs', certainScenario({}, { fixed_cost_minor: -1 }), 'fixed_cost_minor', 'fixed_cost'],
  ['a negative usual reward', certainScenario({}, { usual_reward_minor: -1 }), 'usual_reward_minor', 'usual_reward'],
  [
    'an answer to nothing',
    certainScenario({ elasticity: 1 }, { usual_reward_minor: 0 }),
    'usual_reward_minor',
    'usual_reward_missing',
  ],
  ['no guard', certainScenario({}, { guard: 0 }), 'guard', 'guard'],
  ['certainty about a guess', certainScenario({}, { confidence: 1 }), 'confidence', 'confidence'],
  [
    'more than all of a sale',
    offering({ ...TWENTY, reward: { kind: 'recurring', rate: 1.5 } }),
    'offers.a.reward.rate',
    'offer_rate',
  ],
  [
    'half a month',
    offering({ ...TWENTY, friend: { kind: 'free_months', months: 0.5 } }),
    'offers.a.friend.months',
    'offer_months',
  ],
  [
    'a gift below nothing',
    offering({ ...TWENTY, reward: { kind: 'gift', worth_minor: -1 } }),
    'offers.a.reward.worth_minor',
    'offer_amount',
  ],
])('%s is refused at its field, in a sentence', (_, input, field, key) => {
  const found = impossibility(input);
  expect(found).toMatchObject({ outcome: 'impossible', field, said: { key: `impossible.${key}` } });
  const spoken = say(`screens-scenarios:impossible.${key}`, { name: 'The rate', least: 0, most: 1 });
  expect(spoken).not.toContain('impossible.');
  expect(spoken).not.toContain('{{');
});

test('what can be is not refused', () => {
  expect(impossibility(certainScenario())).toBeUndefined();
  expect(
    impossibility(certainScenario({ cac: 0, care: 0, fraud: 0, churn_change: -0.9, ask_rate: 1 })),
  ).toBeUndefined();
});
