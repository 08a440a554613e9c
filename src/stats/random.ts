/** Draws from [0, 1). */
export type Random = () => number;

/**
 * A seeded generator: the same seed gives the same draws on every machine.
 * Mulberry32 (T. Ettinger, public domain): 32 bits of state, period 2^32, good enough to resample and to simulate.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
