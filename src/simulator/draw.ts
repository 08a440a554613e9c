import { type Random, seededRandom } from '../stats/random.ts';

/** Draws of one seeded generator, in the words the simulator needs. */
export type Draw = {
  random: Random;
  chance(probability: number): boolean;
  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number;
  normal(mean: number, deviation: number): number;
  pick<T>(options: readonly T[]): T;
  /** One of the keys, by weight. */
  weighted<K extends string>(weights: Record<K, number>): K;
};

export function makeDraw(random: Random): Draw {
  const pick = <T>(options: readonly T[]): T => options[Math.floor(random() * options.length)] as T;
  return {
    random,
    pick,
    chance: (probability) => random() < probability,
    whole: (low, high) => low + Math.floor(random() * (high - low + 1)),
    normal: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
    weighted: (weights) => weightedKey(weights, random()),
  };
}

/** A generator of its own, whose length of use leaves the common one where it is. */
export function drawApart(common: Draw): Draw {
  return makeDraw(seededRandom(common.whole(1, 2 ** 31)));
}

function weightedKey<K extends string>(weights: Record<K, number>, at: number): K {
  const entries = Object.entries(weights) as [K, number][];
  let left = at * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  return (entries.at(-1) as [K, number])[0];
}

export function clamp(value: number, low = 0, high = 1): number {
  return Math.min(high, Math.max(low, value));
}
