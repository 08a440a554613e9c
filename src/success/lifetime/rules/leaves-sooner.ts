import { exactExcess, type Moment } from '../../../stats/exact-log-rank.ts';
import { benjaminiHochberg } from '../../../stats/false-discovery.ts';
import type { RenewalTable } from '../../../stats/sbg.ts';
import { LEAST_STAYS, type Stays } from '../model.ts';
import { renewalTable } from './renewals.ts';

export type GroupStays = Stays & { group: string };
/**
 * Whether the customers of a group (of one partner, say) leave sooner than those of the others. `expected`: how many would
 * have left by now if they left like everybody of the same contract term; `q`: p among all groups compared. p and q are
 * null, and `sooner` false, with fewer than ten customers or nobody to compare them with.
 */
export type LeavesSooner = {
  group: string;
  customers: number;
  left: number;
  expected: number;
  p: number | null;
  q: number | null;
  sooner: boolean;
};

/** `among`: everybody they are compared with, the groups among them; absent: the groups alone. */
export type Comparison = { q?: number; among?: readonly Stays[] };

/**
 * Each group's endings against everybody's by the exact one-sided log-rank test, month by month within a contract term;
 * reported where Benjamini & Hochberg's q is below `q`.
 */
export function leavesSooner(
  stays: readonly GroupStays[],
  { q = 0.05, among = stays }: Comparison = {},
): LeavesSooner[] {
  const byTerm = Map.groupBy(among, ({ term }) => term);
  const everybody = new Map([...byTerm].map(([term, all]) => [term, renewalTable(all, 1)]));
  const found = [...Map.groupBy(stays, ({ group }) => group)].map(([group, own]) => {
    const customers = own.reduce((sum, one) => sum + one.stays, 0);
    const moments = [...Map.groupBy(own, ({ term }) => term)].flatMap(([term, some]) =>
      momentsOf(renewalTable(some, 1), everybody.get(term) ?? []),
    );
    const { observed, expected, p } = exactExcess(moments);
    return { group, customers, left: observed, expected, p: customers < LEAST_STAYS ? null : p };
  });
  const compared = found.filter(({ p }) => p !== null);
  const qs = benjaminiHochberg(compared.map(({ p }) => p ?? 1));
  const qOf = new Map(compared.map(({ group }, at) => [group, qs[at] ?? 1]));
  return found.map((one) => {
    const own = qOf.get(one.group) ?? null;
    return { ...one, q: own, sooner: own !== null && own < q };
  });
}

function momentsOf(own: RenewalTable, all: RenewalTable): Moment[] {
  return own.map((counts, at) => {
    const { atRisk, lost } = all[at] ?? counts;
    return { atRisk, ended: lost, ownAtRisk: counts.atRisk, ownEnded: counts.lost };
  });
}
