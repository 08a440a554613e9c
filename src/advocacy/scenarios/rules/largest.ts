import type { Largest, Offer, ScenarioInput } from '../model.ts';
import type { Drawn } from './draw.ts';
import { type Life, type Run, ratioFor, wonFor } from './economics.ts';

type Facts = { input: ScenarioInput; offer: Offer; drawn: Drawn; lives: readonly Life[] };

const GRID = 16;
const HALVINGS = 14;
const FEW = 1000;

/**
 * The largest reward with which LTV:CAC lies above the guard in at least `confidence` of the runs, everything else of
 * the offer as it is. A larger reward costs more for each customer and, where sharing answers it, spreads fixed costs
 * over more of them, so the guard may hold in the middle only: looks from the top of a grid down for the last size that
 * holds, then halves the gap above it.
 */
export function findLargest(facts: Facts): Largest {
  const { reward } = facts.offer;
  if (reward.kind === 'none') return { outcome: 'no_reward' };
  const holds = (size: number) => guardShare(facts, size) >= facts.input.confidence;
  const most = mostOf(facts);
  if (holds(most)) return { outcome: 'any', size: most };
  const step = most / GRID;
  const at = guessStep(facts, step, holds) ?? stepDown(GRID - 1, step, holds);
  if (at < 0) return { outcome: 'none' };
  return { outcome: 'found', size: whole(facts, halve(holds, at * step, (at + 1) * step)) };
}

type Holds = (size: number) => boolean;

/** The last step that holds; -1: none does. */
function stepDown(from: number, step: number, holds: Holds): number {
  let at = from;
  while (at >= 0 && !holds(at * step)) at -= 1;
  return at;
}

/** What a few of the runs say, where all of them agree: most of the way without looking at every run. */
function guessStep(facts: Facts, step: number, holds: Holds): number | undefined {
  if (facts.lives.length <= FEW) return undefined;
  const few = { ...facts, lives: facts.lives.slice(0, FEW) };
  const at = stepDown(GRID - 1, step, (size) => guardShare(few, size) >= facts.input.confidence);
  return at >= 0 && holds(at * step) && (at === GRID - 1 || !holds((at + 1) * step)) ? at : undefined;
}

function halve(holds: (size: number) => boolean, holding: number, failing: number): number {
  let [low, high] = [holding, failing];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** All of what is paid; three years of months; amounts up to the whole expected lifetime value. */
function mostOf({ input, offer: { reward } }: Facts): number {
  if (reward.kind === 'percent' || reward.kind === 'recurring') return 1;
  if (reward.kind === 'free_months') return 36;
  const worth = input.assumptions.ltv.value;
  return reward.kind === 'company_credit' ? Math.ceil(worth / Math.max(1, input.seats)) : Math.ceil(worth);
}

/** Down to what one can offer: a tenth of a percent, a minor unit, a month. */
function whole({ offer: { reward } }: Facts, size: number): number {
  const isRate = reward.kind === 'percent' || reward.kind === 'recurring';
  return isRate ? Math.floor(size * 1000) / 1000 : Math.floor(size);
}

/** In what share of the runs LTV:CAC lies above the guard with a reward of `size`. */
export function guardShare({ input, drawn, lives }: Facts, size: number): number {
  const { guard, fixed_cost_minor: fixed, usual_reward_minor: usual } = input;
  const run = { share_rate: 0, elasticity: 0 } as Run;
  let held = 0;
  for (let at = 0; at < lives.length; at += 1) {
    const life = lives[at] as Life;
    run.share_rate = drawn.share_rate.values[at] as number;
    run.elasticity = drawn.elasticity.values[at] as number;
    if (ratioFor(life, { won: wonOf(life, run, { usual, size, fixed }), size, fixed }) > guard) held += 1;
  }
  return held / lives.length;
}

/** Without fixed costs the ratio is the same for one customer as for all. */
function wonOf(life: Life, run: Run, { usual, size, fixed }: { usual: number; size: number; fixed: number }): number {
  if (fixed === 0) return life.perSharing * run.share_rate > 0 ? 1 : 0;
  return wonFor(life, run, usual, size);
}
