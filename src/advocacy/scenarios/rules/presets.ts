import { minorDigits } from '../../../kernel/money.ts';
import { ASSUMPTIONS, type AssumptionKey, FAMILY, type Offer, type ScenarioInput } from '../model.ts';

export const PRESETS = ['marketing_led', 'product_led'] as const;
export type Preset = (typeof PRESETS)[number];

/** Expected value and standard deviation; money in whole units of the currency. */
type Prior = [value: number, sd: number];
type Start = {
  priors: Record<AssumptionKey, Prior>;
  customers: number;
  seats: number;
  fixed: number;
  usual: number;
  offers: { a: Offer; b: Offer | null };
};

/**
 * Referred customers leave 18 % less often: Schmitt, Skiera & Van den Bulte 2011, Journal of Marketing 75. Everything
 * else is a starting guess of ours, kept wide, to be replaced by one's own numbers.
 */
const CHURN: Prior = [-0.18, 0.1];

const STARTS: Record<Preset, Start> = {
  /** Campaigns and sales bring customers; each is worth much and costs much to win. */
  marketing_led: {
    priors: {
      ltv: [6000, 1500],
      acv: [2400, 500],
      margin: [0.75, 0.05],
      cac: [1200, 300],
      cac_share: [0.3, 0.1],
      care: [180, 50],
      ask_rate: [0.5, 0.1],
      share_rate: [0.12, 0.06],
      reach: [8, 3],
      lead_rate: [0.15, 0.05],
      convert_rate: [0.2, 0.07],
      elasticity: [0.3, 0.15],
      friend_elasticity: [0.5, 0.3],
      churn_change: CHURN,
      cannibalised: [0.15, 0.08],
      fraud: [0.03, 0.02],
    },
    customers: 1000,
    seats: 10,
    fixed: 2400,
    usual: 200,
    offers: {
      a: { reward: { kind: 'percent', rate: 0.2, months: 12 }, friend: { kind: 'none' } },
      b: { reward: { kind: 'flat', amount_minor: 25_000 }, friend: { kind: 'discount', rate: 0.1, months: 3 } },
    },
  },
  /** The product brings customers; each is worth less, and many can be asked inside it. */
  product_led: {
    priors: {
      ltv: [1500, 400],
      acv: [480, 100],
      margin: [0.8, 0.05],
      cac: [250, 80],
      cac_share: [0.1, 0.05],
      care: [20, 8],
      ask_rate: [0.8, 0.08],
      share_rate: [0.1, 0.05],
      reach: [4, 1.5],
      lead_rate: [0.2, 0.07],
      convert_rate: [0.1, 0.04],
      elasticity: [0.3, 0.15],
      friend_elasticity: [0.5, 0.3],
      churn_change: CHURN,
      cannibalised: [0.25, 0.1],
      fraud: [0.05, 0.03],
    },
    customers: 5000,
    seats: 5,
    fixed: 3000,
    usual: 40,
    offers: {
      a: { reward: { kind: 'free_months', months: 1 }, friend: { kind: 'free_months', months: 1 } },
      b: { reward: { kind: 'percent', rate: 0.2, months: 12 }, friend: { kind: 'none' } },
    },
  },
};

/** A scenario to start from, in the company's currency and with its guard. */
export function presetScenario(
  preset: Preset,
  { currency, guard }: { currency: string; guard: number },
): ScenarioInput {
  const { priors, customers, seats, fixed, usual, offers } = STARTS[preset];
  const minor = 10 ** minorDigits(currency);
  const assumptions = Object.fromEntries(
    ASSUMPTIONS.map((key) => {
      const unit = FAMILY[key] === 'money' ? minor : 1;
      const [value, sd] = priors[key];
      return [key, { value: value * unit, sd: sd * unit, source: 'prior', n: null }];
    }),
  ) as ScenarioInput['assumptions'];
  return {
    currency,
    assumptions,
    customers,
    seats,
    fixed_cost_minor: fixed * minor,
    usual_reward_minor: usual * minor,
    guard,
    confidence: 0.8,
    offers: { a: inMinor(offers.a, minor), b: offers.b && inMinor(offers.b, minor) },
    seed: 1,
  };
}

/** Amounts above are written for a currency of two digits. */
function inMinor(offer: Offer, minor: number): Offer {
  const { reward } = offer;
  return reward.kind === 'flat'
    ? { ...offer, reward: { ...reward, amount_minor: (reward.amount_minor * minor) / 100 } }
    : offer;
}
