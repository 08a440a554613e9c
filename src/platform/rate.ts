/** How much each of many may do: so much a second for long, and what was saved up in a few seconds at once. */
export type Rate = {
  /** Milliseconds until `name` may do `count` more; 0 or less: now. More than can be saved up waits for a full purse. */
  waitMs(name: string, count: number, nowMs: number): number;
  take(name: string, count: number, nowMs: number): void;
};

const NAMES = 10_000;

export function makeRate(perSecond: number, savedSeconds: number): Rate {
  const most = perSecond * savedSeconds;
  const purses = new Map<string, { left: number; atMs: number }>();
  const purseOf = (name: string, nowMs: number) => {
    const purse = purses.get(name) ?? { left: most, atMs: nowMs };
    purse.left = Math.min(most, purse.left + ((nowMs - purse.atMs) / 1000) * perSecond);
    purse.atMs = nowMs;
    if (purses.size >= NAMES) purses.clear();
    purses.set(name, purse);
    return purse;
  };
  return {
    waitMs: (name, count, nowMs) => ((Math.min(count, most) - purseOf(name, nowMs).left) / perSecond) * 1000,
    take(name, count, nowMs) {
      purseOf(name, nowMs).left -= count;
    },
  };
}
