/** The channels of one path in order, how often it ended in a conversion, and how often in none. */
export type ChannelPath = { channels: readonly string[]; conversions: number; nulls: number };
/** `effect`: the share of conversions that would be lost without the channel; `share` of all effects: its credit. */
export type ChannelEffect = { channel: string; effect: number; share: number };

const START = 0;
const SETTLED = 1e-13;
const MOST_ROUNDS = 100_000;

type Chain = { channels: string[]; next: Map<number, number>[]; toConversion: number[] };

/**
 * Markov attribution: a first-order chain of channels is estimated from the paths; what a channel is worth is the share
 * of conversions lost when whoever reaches it leaves (Anderl et al. 2016, Int. J. of Research in Marketing 33). Ordered
 * by first appearance; empty when nothing converted. @throws RangeError for a negative or infinite count.
 */
export function markovRemoval(paths: readonly ChannelPath[]): ChannelEffect[] {
  checkCounts(paths);
  const chain = makeChain(paths);
  const whole = conversionRate(chain);
  if (whole === 0) return [];
  const effects = chain.channels.map((channel, index) => ({
    channel,
    effect: Math.max(0, 1 - conversionRate(chain, index + 1) / whole),
  }));
  const all = effects.reduce((sum, { effect }) => sum + effect, 0);
  return effects.map((one) => ({ ...one, share: one.effect / all }));
}

function checkCounts(paths: readonly ChannelPath[]): void {
  for (const { conversions, nulls } of paths) {
    const counts = [conversions, nulls];
    if (!counts.every((count) => count >= 0 && Number.isFinite(count))) throw new RangeError('a count is 0 or more');
  }
}

/** State 0 is the start, the others the channels; what does not go on has left. */
function makeChain(paths: readonly ChannelPath[]): Chain {
  const states = new Map<string, number>();
  const counts: Map<number, number>[] = [new Map()];
  const converted: number[] = [0];
  const left: number[] = [0];
  for (const { channels, conversions, nulls } of paths) {
    let state = START;
    if (channels.length === 0) continue;
    for (const channel of channels) {
      if (!states.has(channel)) states.set(channel, counts.push(new Map()) - 1);
      const to = states.get(channel) as number;
      const from = counts[state] as Map<number, number>;
      from.set(to, (from.get(to) ?? 0) + conversions + nulls);
      state = to;
    }
    converted[state] = (converted[state] ?? 0) + conversions;
    left[state] = (left[state] ?? 0) + nulls;
  }
  const all = counts.map((to, state) => {
    const onward = [...to.values()].reduce((sum, count) => sum + count, 0);
    return onward + (converted[state] ?? 0) + (left[state] ?? 0);
  });
  const shareOf = (count: number, state: number) => (all[state] === 0 ? 0 : count / (all[state] as number));
  return {
    channels: [...states.keys()],
    next: counts.map((to, state) => new Map([...to].map(([at, count]) => [at, shareOf(count, state)]))),
    toConversion: counts.map((_, state) => shareOf(converted[state] ?? 0, state)),
  };
}

/** The chance to convert from the start, by substitution until nothing moves; nobody goes on from `removed`. */
function conversionRate({ next, toConversion }: Chain, removed = -1): number {
  const chance = toConversion.map((share, state) => (state === removed ? 0 : share));
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let moved = 0;
    for (let state = next.length - 1; state >= 0; state -= 1) {
      if (state === removed) continue;
      let sum = toConversion[state] as number;
      for (const [to, share] of next[state] as Map<number, number>) sum += share * (chance[to] as number);
      moved = Math.max(moved, Math.abs(sum - (chance[state] as number)));
      chance[state] = sum;
    }
    if (moved < SETTLED) break;
  }
  return chance[START] as number;
}

/** `too_many`: the exact values need every subset of the players. */
export type Shapley = { outcome: 'shared'; values: number[] } | { outcome: 'no_values'; reason: 'too_many' };

const MOST_PLAYERS = 20;

/**
 * Shapley values of a game of `players` players (Shapley 1953): what each adds on average over every order of arrival.
 * `worth` gives the worth of a coalition, a bit mask. They sum to worth of all − worth of none.
 */
export function shapleyValues(players: number, worth: (coalition: number) => number): Shapley {
  if (players > MOST_PLAYERS) return { outcome: 'no_values', reason: 'too_many' };
  const weights = orderWeights(players);
  const values = new Array<number>(players).fill(0);
  const worths = Float64Array.from({ length: 2 ** players }, (_, coalition) => worth(coalition));
  for (let coalition = 0; coalition < worths.length; coalition += 1) {
    const weight = weights[bits(coalition)] as number;
    for (let player = 0; player < players; player += 1) {
      if (coalition & (1 << player)) continue;
      const added = (worths[coalition | (1 << player)] as number) - (worths[coalition] as number);
      values[player] = (values[player] as number) + weight * added;
    }
  }
  return { outcome: 'shared', values };
}

/** size! (players − size − 1)! ÷ players! for each size of a coalition without the player. */
function orderWeights(players: number): number[] {
  const weights = [1 / Math.max(1, players)];
  for (let size = 1; size < players; size += 1) weights.push(((weights[size - 1] as number) * size) / (players - size));
  return weights;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest &= rest - 1) count += 1;
  return count;
}

/**
 * Shapley attribution of one conversion: a coalition of channels is worth the conversions of the paths that need no other
 * channel, so each distinct channel of the path has the same share (Zhao, Mahboobi & Bagheri 2018, "Shapley value methods
 * for attribution modeling", section 3). Weights by touch, in order: a channel's share lies on its first touch.
 */
export function shapleyWeights(channels: readonly string[]): number[] {
  const share = 1 / new Set(channels).size;
  return channels.map((channel, index) => (channels.indexOf(channel) === index ? share : 0));
}
