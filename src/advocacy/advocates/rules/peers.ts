/** One measured peer; `value` null: not measured. */
export type Peer = { account_id: string; value: number | null };

/** Fewer than this many are no comparison. */
const ENOUGH = 5;

/**
 * Where each measured peer stands, 0 (lowest) to 1: the share of the others below it; peers with equal measures share the
 * lowest place. Unknown below five.
 */
export function percentiles(peers: readonly Peer[]): Map<string, number> {
  const sorted = peers
    .flatMap(({ account_id, value }) => (value === null ? [] : [{ account_id, value }]))
    .sort((a, b) => a.value - b.value);
  if (sorted.length < ENOUGH) return new Map();
  let below = 0;
  return new Map(
    sorted.map((peer, index) => {
      if (peer.value !== sorted[below]?.value) below = index;
      return [peer.account_id, below / (sorted.length - 1)];
    }),
  );
}
