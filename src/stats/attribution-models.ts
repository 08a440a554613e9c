/** How credit for a sale is spread over the touches before it, the paid one aside. */
export const PATH_MODELS = ['first', 'last', 'linear', 'position', 'time_decay'] as const;
export type PathModel = (typeof PATH_MODELS)[number];
/** `markov` and `shapley` learn from all paths what each channel adds. */
export const CREDIT_MODELS = [...PATH_MODELS, 'markov', 'shapley'] as const;
export type CreditModel = (typeof CREDIT_MODELS)[number];

const DAY_MS = 86_400_000;
/** A touch this long before the sale counts half of one at the sale. */
const HALF_LIFE_DAYS = 7;
/** Position: so much to the first and to the last touch, the rest shared by those between. */
const OUTER = 0.4;

/**
 * The weights of touches in the order they happened; they sum to 1 (nothing for no touch). Position-based (U-shaped):
 * 40 % first, 40 % last, 20 % between; time decay: 2^(−age ÷ 7 days).
 * @param at epoch milliseconds of each touch, ascending; `soldAt` of the sale
 */
export function creditWeights(model: PathModel, at: readonly number[], soldAt: number): number[] {
  const count = at.length;
  if (count === 0) return [];
  if (model === 'time_decay')
    return normalise(at.map((time) => 2 ** (-Math.max(0, soldAt - time) / (HALF_LIFE_DAYS * DAY_MS))));
  return at.map((_, index) => plainWeight(model, index, count));
}

function plainWeight(model: Exclude<PathModel, 'time_decay'>, index: number, count: number): number {
  const isFirst = index === 0;
  const isLast = index === count - 1;
  if (model === 'first') return isFirst ? 1 : 0;
  if (model === 'last') return isLast ? 1 : 0;
  if (model === 'linear' || count <= 2) return 1 / count;
  return isFirst || isLast ? OUTER : (1 - 2 * OUTER) / (count - 2);
}

/** Very old touches may all round to 0: then the last one has it. */
function normalise(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights.map((_, index) => (index === weights.length - 1 ? 1 : 0));
  return weights.map((weight) => weight / total);
}
