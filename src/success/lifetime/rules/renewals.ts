import { productLimit, type SurvivalStep } from '../../../stats/kaplan-meier.ts';
import type { RenewalTable } from '../../../stats/sbg.ts';
import type { Stays } from '../model.ts';

/** A contract term stands on its own when this many have left at its renewals; else all are counted by months. */
const LEAST_LOST = 5;

/** Renewals of the stays on a clock of `term` months. Only renewals whose day had come by the end of the watch count. */
export function renewalTable(stays: readonly Stays[], term: number): RenewalTable {
  const atRisk: number[] = [];
  const lost: number[] = [];
  for (const one of stays) {
    const passed = Math.floor(one.watched / term);
    const leftAt = one.lost === null ? Number.POSITIVE_INFINITY : Math.max(1, Math.ceil(one.lost / term));
    for (let t = 1; t <= Math.min(passed, leftAt); t += 1) atRisk[t - 1] = (atRisk[t - 1] ?? 0) + one.stays;
    if (leftAt <= passed) lost[leftAt - 1] = (lost[leftAt - 1] ?? 0) + one.stays;
  }
  return Array.from(atRisk, (count, index) => ({ atRisk: count ?? 0, lost: lost[index] ?? 0 }));
}

const shared = new WeakMap<readonly Stays[], Map<number, RenewalTable>>();

/** The same of a list that many ask about, made once. */
export function sharedTable(stays: readonly Stays[], term: number): RenewalTable {
  const own = shared.get(stays) ?? new Map<number, RenewalTable>();
  shared.set(stays, own);
  const table = own.get(term) ?? renewalTable(stays, term);
  own.set(term, table);
  return table;
}

export function lostIn(table: RenewalTable): number {
  return table.reduce((sum, one) => sum + one.lost, 0);
}

/** The clock of each contract term: its own where every term carries one, months for all where one does not. */
export function clocksOf(all: readonly Stays[]): Map<number, number> {
  const byTerm = Map.groupBy(all, ({ term }) => term);
  const carries = [...byTerm].every(([term, stays]) => lostIn(renewalTable(stays, term)) >= LEAST_LOST);
  return new Map([...byTerm.keys()].map((term) => [term, carries ? term : 1]));
}

/** Kaplan-Meier by months over all stays, whatever their contract. */
export function survivalCurve(stays: readonly Stays[]): SurvivalStep[] {
  const risks = renewalTable(stays, 1).map(({ atRisk, lost }, index) => ({ time: index + 1, atRisk, events: lost }));
  return productLimit(risks);
}
