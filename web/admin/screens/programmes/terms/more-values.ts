import type { Earning, Period, Terms, Tiers } from '../../../../../src/partners/programmes/model.ts';
import { type EarningValues, toEarning, toEarningValues, toRate } from './earning-values.ts';
import { type RewardValues, toReward, toRewardValues } from './reward-values.ts';

/** What only some programmes promise, as a form holds it; fields are named as in the terms. */
export type MoreValues = {
  renewal: EarningValues<Earning['kind'] | 'same'>;
  products: { product: string; earning: EarningValues }[];
  tiers: Omit<Tiers, 'steps'> & { steps: { from: number | null; rate: string }[] };
  cap_sales: { most: number | null; per: Period };
  vesting: { tranches: { day: number | null; share: string }[]; needs_healthy: boolean };
  bounty: { day: number | null; amount_minor: number | null; needs_healthy: boolean };
  split: { partner_id: string; weight: number | null }[];
  payout: { every: 'by_hand' | 'month' | 'week' | 'demand'; day: number | null };
  rewards: RewardValues[];
};

type More = Pick<Terms, keyof MoreValues>;

export function toMoreValues(terms: More): MoreValues {
  const { renewal } = terms;
  return {
    renewal: renewal ? toEarningValues(renewal) : { kind: 'same', rate: '', amount_minor: null },
    products: (terms.products ?? []).map(({ product, earning }) => ({ product, earning: toEarningValues(earning) })),
    tiers: terms.tiers ?? { basis: 'revenue', period: 'year', mode: 'marginal', steps: [] },
    cap_sales: terms.cap_sales ?? { most: null, per: 'year' },
    vesting: terms.vesting ?? { tranches: [], needs_healthy: false },
    bounty: terms.bounty ?? { day: null, amount_minor: null, needs_healthy: false },
    split: terms.split ?? [],
    payout: terms.payout ?? { every: 'by_hand', day: 1 },
    rewards: (terms.rewards ?? []).map(toRewardValues),
  };
}

/** What was typed; an empty table or field is no such promise. */
export function toMore(values: MoreValues): More {
  const { tiers, cap_sales, vesting, split, products, rewards } = values;
  const steps = tiers.steps.map(({ from, rate }) => ({ from: from ?? 0, rate: toRate(rate) }));
  const tranches = vesting.tranches.map(({ day, share }) => ({ day: day ?? 0, share: toRate(share) }));
  return {
    renewal: toRenewal(values.renewal),
    products: filled(products.map(({ product, earning }) => ({ product, earning: toEarning(earning) }))),
    tiers: steps.length > 0 ? { ...tiers, steps } : undefined,
    cap_sales: cap_sales.most === null ? undefined : { ...cap_sales, most: cap_sales.most },
    vesting: tranches.length > 0 ? { ...vesting, tranches } : undefined,
    bounty: toBounty(values.bounty),
    split: filled(split.map(({ partner_id, weight }) => ({ partner_id, weight: weight ?? 0 }))),
    payout: toPayout(values.payout),
    rewards: filled(rewards.map(toReward)),
  };
}

const filled = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

function toRenewal({ kind, ...earning }: MoreValues['renewal']): More['renewal'] {
  return kind === 'same' ? undefined : toEarning({ kind, ...earning });
}

function toBounty({ day, amount_minor, needs_healthy }: MoreValues['bounty']): More['bounty'] {
  if (day === null && amount_minor === null) return undefined;
  return { day: day ?? 0, amount_minor: amount_minor ?? 0, needs_healthy };
}

/** On demand there is no day to choose. */
function toPayout({ every, day }: MoreValues['payout']): More['payout'] {
  return every === 'by_hand' ? undefined : { every, day: day ?? 1 };
}
