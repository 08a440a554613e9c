type Nominee = { held_back: boolean; open_ask: unknown };

/** Of those that are ready, the first who may be asked now: not kept back from asking, not asked already. */
export function askableNow<T extends Nominee>(ready: readonly T[], most: number): T[] {
  return ready.filter(({ held_back, open_ask }) => !held_back && !open_ask).slice(0, most);
}
