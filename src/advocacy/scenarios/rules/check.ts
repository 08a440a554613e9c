import {
  ASSUMPTIONS,
  type Assumption,
  type AssumptionKey,
  FAMILY,
  type Impossible,
  type Offer,
  type Said,
  type ScenarioInput,
} from '../model.ts';
import { CHANGE_MOST } from './draw.ts';
import { CHURN_LEAST } from './economics.ts';

/** Churn cannot fall further than this: a customer who never leaves has no lifetime value one could compute. */
const CHANGE_FALL = -0.9;
const POWER_MOST = 5;
/** Rewards for nothing cannot be nearly all of them. */
const FRAUD_MOST = 0.9;
const AMOUNT_MOST = 1e13;
const MONTHS_MOST = 600;

type Finding = { field: string; said: Said };

/** Why a scenario cannot be played: the field and a sentence that says what it has to be. Undefined when it can. */
export function impossibility(input: ScenarioInput): Impossible | undefined {
  const found = findings(input).next().value;
  return found ? { outcome: 'impossible', ...found } : undefined;
}

function* findings(input: ScenarioInput): Generator<Finding, undefined> {
  for (const key of ASSUMPTIONS) yield* ofAssumption(key, input.assumptions[key]);
  yield* ofLifetime(input);
  yield* ofFrame(input);
  yield* ofOffer('offers.a', input.offers.a);
  if (input.offers.b) yield* ofOffer('offers.b', input.offers.b);
}

function finding(field: string, key: string, params: Said['params'] = {}): Finding {
  return { field, said: { key: `impossible.${key}`, params } };
}

const named = (key: string): Said => ({ key: `fields.${key}.name`, params: {} });

function* ofAssumption(key: AssumptionKey, { value, sd }: Assumption): Generator<Finding, undefined> {
  const name = named(key);
  const field = `assumptions.${key}.value`;
  const [least, most] = boundsOf(key);
  if (!(value >= least && value <= most)) yield finding(field, boundKey(key), { name, least, most: percentOf(most) });
  if (!(sd >= 0 && Number.isFinite(sd))) yield finding(`assumptions.${key}.sd`, 'spread_negative', { name });
  if (FAMILY[key] === 'share' && sd > 0) {
    if (value === 0 || value === 1) yield finding(`assumptions.${key}.sd`, 'spread_at_edge', { name });
    const room = Math.sqrt(value * (1 - value));
    if (sd >= room) yield finding(`assumptions.${key}.sd`, 'spread_too_wide', { name, most: percentOf(room) });
  }
  if (FAMILY[key] !== 'share' && value === 0 && sd > 0 && FAMILY[key] !== 'power' && FAMILY[key] !== 'change')
    yield finding(`assumptions.${key}.sd`, 'spread_of_nothing', { name });
}

const percentOf = (share: number) => Math.floor(share * 1000) / 10;

function boundsOf(key: AssumptionKey): [least: number, most: number] {
  if (key === 'ltv' || key === 'acv') return [1, AMOUNT_MOST];
  if (key === 'fraud') return [0, FRAUD_MOST];
  const bounds = { money: [0, AMOUNT_MOST], count: [0, 1e6], share: [0, 1], power: [0, POWER_MOST] } as const;
  const family = FAMILY[key];
  return family === 'change' ? [CHANGE_FALL, CHANGE_MOST] : [...bounds[family]];
}

function boundKey(key: AssumptionKey): string {
  if (key === 'ltv' || key === 'acv') return 'not_above_zero';
  return FAMILY[key] === 'share' ? 'not_a_share' : `not_a_${FAMILY[key]}`;
}

function* ofLifetime({ assumptions: { ltv, acv, margin } }: ScenarioInput): Generator<Finding, undefined> {
  if (margin.value === 0) yield finding('assumptions.margin.value', 'no_margin');
  if (ltv.value < (acv.value * margin.value) / 12) yield finding('assumptions.ltv.value', 'ltv_below_a_month');
  if (ltv.value * CHURN_LEAST > (acv.value * margin.value) / 12) yield finding('assumptions.ltv.value', 'ltv_beyond');
}

function* ofFrame(input: ScenarioInput): Generator<Finding, undefined> {
  const { elasticity } = input.assumptions;
  if (!(input.customers >= 1 && input.customers <= 1e9)) yield finding('customers', 'customers');
  if (!(input.seats >= 0 && input.seats <= 1e6)) yield finding('seats', 'seats');
  if (!isAmount(input.fixed_cost_minor)) yield finding('fixed_cost_minor', 'fixed_cost');
  if (!isAmount(input.usual_reward_minor)) yield finding('usual_reward_minor', 'usual_reward');
  if (input.usual_reward_minor === 0 && (elasticity.value > 0 || elasticity.sd > 0))
    yield finding('usual_reward_minor', 'usual_reward_missing');
  if (!(input.guard > 0 && input.guard <= 1000)) yield finding('guard', 'guard');
  if (!(input.confidence >= 0.5 && input.confidence <= 0.99)) yield finding('confidence', 'confidence');
}

const isAmount = (amount: number) => amount >= 0 && amount <= AMOUNT_MOST;

function* ofOffer(at: string, { reward, friend }: Offer): Generator<Finding, undefined> {
  for (const [part, value] of [
    [`${at}.reward`, reward],
    [`${at}.friend`, friend],
  ] as const) {
    if ('rate' in value && !(value.rate >= 0 && value.rate <= 1)) yield finding(`${part}.rate`, 'offer_rate');
    if ('months' in value && !(Number.isInteger(value.months) && value.months >= 0 && value.months <= MONTHS_MOST))
      yield finding(`${part}.months`, 'offer_months', { most: MONTHS_MOST });
    for (const name of ['amount_minor', 'per_seat_minor', 'worth_minor'] as const) {
      const amount = (value as Partial<Record<typeof name, number>>)[name];
      if (amount !== undefined && !isAmount(amount)) yield finding(`${part}.${name}`, 'offer_amount');
    }
  }
}
