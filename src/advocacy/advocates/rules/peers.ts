/** One measured peer: its plan, and the measure (null: not measured). */
export type Peer = { account_id: string; plan: string | null; value: number | null };

/** Fewer than this many are no comparison. */
const ENOUGH = 5;

/**
 * Where each measured peer stands, 0 (lowest) to 1: the share of the others below it, among the accounts of the same plan
 * when those are at least five, else among all. Unknown below five.
 */
export function percentilesByPlan(peers: readonly Peer[]): Map<string, number> {
  const measured = peers.filter((peer) => peer.value !== null);
  const ranks = percentiles(measured);
  for (const group of Map.groupBy(measured, (peer) => peer.plan).values()) {
    if (group.length >= ENOUGH && group[0]?.plan !== null)
      for (const [id, rank] of percentiles(group)) ranks.set(id, rank);
  }
  return ranks;
}

/** The same among all peers, whatever their plan. Peers with equal measures share the lowest rank. */
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
