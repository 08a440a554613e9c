import { ASSUMPTIONS, type AssumptionKey, type Offer, type ScenarioInput } from '../model.ts';

const VALUES: Record<AssumptionKey, number> = {
  ltv: 720_000,
  acv: 240_000,
  margin: 0.6,
  cac: 100_000,
  cac_share: 0.3,
  care: 24_000,
  ask_rate: 0.5,
  share_rate: 0.4,
  reach: 5,
  lead_rate: 0.2,
  convert_rate: 0.25,
  elasticity: 0,
  friend_elasticity: 0,
  churn_change: 0,
  cannibalised: 0.2,
  fraud: 0.1,
};

export const TWENTY: Offer = { reward: { kind: 'percent', rate: 0.2, months: 12 }, friend: { kind: 'none' } };

/** Everything certain: 1,000 customers who could refer, 0 fixed costs, one offer of 20 % for 12 months. */
export function certainScenario(
  values: Partial<Record<AssumptionKey, number>> = {},
  rest: Partial<ScenarioInput> = {},
): ScenarioInput {
  const all = { ...VALUES, ...values };
  const assumptions = Object.fromEntries(
    ASSUMPTIONS.map((key) => [key, { value: all[key], sd: 0, source: 'typed' }]),
  ) as ScenarioInput['assumptions'];
  return {
    currency: 'EUR',
    assumptions,
    customers: 1000,
    seats: 10,
    fixed_cost_minor: 0,
    usual_reward_minor: 10_000,
    guard: 4,
    confidence: 0.8,
    offers: { a: TWENTY, b: null },
    seed: 7,
    ...rest,
  };
}

/** The same, with a spread of a fifth of each value. */
export function unsureScenario(
  values: Partial<Record<AssumptionKey, number>> = {},
  rest: Partial<ScenarioInput> = {},
): ScenarioInput {
  const input = certainScenario(values, rest);
  for (const key of ASSUMPTIONS) input.assumptions[key].sd = Math.abs(input.assumptions[key].value) / 5;
  return input;
}
