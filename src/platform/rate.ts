/** How much each of many may do: so much a second for long, and what was saved up in a few seconds at once. */
export type Rate = {
  /** Milliseconds until `name` may do `count` more; 0 or less: now. More than can be saved up waits for a full purse. */
  waitMs(name: string, count: number, nowMs: number): number;
  take(name: string, count: number, nowMs: number): void;
};

const NAMES = 10_000;

/** `share`: of `perSecond`, how much there is to give at present; above 0, at most 1. */
export function makeRate(perSecond: number, savedSeconds: number, share: (nowMs: number) => number = () => 1): Rate {
  const purses = new Map<string, { left: number; atMs: number }>();
  const purseOf = (name: string, nowMs: number) => {
    const each = perSecond * share(nowMs);
    const most = perSecond * savedSeconds;
    const purse = purses.get(name) ?? { left: most, atMs: nowMs };
    purse.left = Math.min(most, purse.left + ((nowMs - purse.atMs) / 1000) * each);
    purse.atMs = nowMs;
    if (purses.size >= NAMES) purses.clear();
    purses.set(name, purse);
    return { purse, each, most };
  };
  return {
    waitMs(name, count, nowMs) {
      const { purse, each, most } = purseOf(name, nowMs);
      return ((Math.min(count, most) - purse.left) / each) * 1000;
    },
    take(name, count, nowMs) {
      purseOf(name, nowMs).purse.left -= count;
    },
  };
}
