import type { JudgedPartner } from './judge.ts';

export type Pareto = {
  outcome: 'counted' | 'nobody_judged' | 'nobody_brings';
  /** Of those whose customers bring more than they cost: how many of them, the best first, bring 80 % of it. */
  for_80: number | null;
  judged: number;
  losing: number;
  /** What the ones above 0 bring, and what the ones below 0 cost. */
  brought_minor: number;
  lost_minor: number;
  /** Best first; the share is of `brought_minor`, null from the first that brings nothing. */
  items: { partner_id: string; partner: string; net_minor: number; running_share: number | null }[];
};

const MOST = 0.8;

/** How few partners bring most of the net contribution? Exact sums of the rounded amounts. */
export function paretoOf(partners: readonly JudgedPartner[]): Pareto {
  const judged = partners
    .flatMap(({ standing, worth }) => (worth.netMinor ? [{ standing, net_minor: worth.netMinor.value }] : []))
    .sort((a, b) => b.net_minor - a.net_minor || a.standing.partner_id.localeCompare(b.standing.partner_id));
  const sum = (nets: number[]) => nets.reduce((total, one) => total + one, 0);
  const nets = judged.map(({ net_minor }) => net_minor);
  const brought = sum(nets.filter((net) => net > 0));
  let running = 0;
  const items = judged.map(({ standing, net_minor }) => {
    running += net_minor;
    const { partner_id, partner } = standing;
    return { partner_id, partner, net_minor, running_share: net_minor > 0 ? running / brought : null };
  });
  const reached = items.findIndex(({ running_share }) => running_share !== null && running_share >= MOST - 1e-12);
  return {
    outcome: judged.length === 0 ? 'nobody_judged' : brought > 0 ? 'counted' : 'nobody_brings',
    for_80: reached === -1 ? null : reached + 1,
    judged: judged.length,
    losing: nets.filter((net) => net < 0).length,
    brought_minor: brought,
    lost_minor: sum(nets.filter((net) => net < 0)),
    items,
  };
}
