import { setImmediate as turn } from 'node:timers/promises';
import type { Arrival, EventRules, Settled, Told } from '../customers/events/model.ts';
import { decideUse, type Use, waitOf } from '../customers/events/rules/decide-use.ts';
import type { UsageRow } from '../customers/usage/model.ts';
import { HOUR_MS } from '../kernel/time.ts';
import type { Directory } from './learn-from-events.ts';

export type Taken = { arrival: Arrival; settled: Settled };
/** Uses of accounts that are known, by account, between which instants (epoch milliseconds). */
export type Uses = { first: number; last: number; byAccount: Map<string, { counted: Settled; those: Taken[] }> };
type Counted = Extract<Use, { decision: 'count' }>;

/** Visitors have their turn after so many. */
const A_TURN = 2_000;

/** What becomes of each arrival, as far as it can be told before the rows are made; with the uses of known accounts. */
export async function settleUses(
  arrivals: readonly Arrival[],
  rules: EventRules,
  directory: Directory,
): Promise<{ taken: Taken[]; uses: Uses }> {
  const uses: Uses = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY, byAccount: new Map() };
  const taken: Taken[] = [];
  for (const arrival of arrivals) {
    taken.push(settle(arrival, rules, directory, uses));
    // Whoever follows a link meanwhile does not wait for all of them.
    if (taken.length % A_TURN === 0) await turn();
  }
  return { taken, uses };
}

const no = (outcome: Settled['outcome'], reason: Settled['reason']): Settled => ({ outcome, reason, account_id: null });
const LEARNED = no('learned', null);
const IGNORED = no('ignored', null);

/** What becomes of an arrival. What an account that is known used counts, unless it is found otherwise when its row is made. */
function settle(arrival: Arrival, rules: EventRules, directory: Directory, uses: Uses): Taken {
  const { told } = arrival;
  if (typeof told === 'string') return { arrival, settled: no('refused', told) };
  if (told.kind !== 'use') return { arrival, settled: LEARNED };
  const { account_id } = whoseUse(told, directory);
  if (account_id === undefined)
    return { arrival, settled: unused(decideUse(told, rules)) ?? no('waiting', waitOf(told)) };
  if (told.at < uses.first) uses.first = told.at;
  if (told.at > uses.last) uses.last = told.at;
  const own = uses.byAccount.get(account_id) ?? {
    counted: { outcome: 'counted', reason: null, account_id },
    those: [],
  };
  if (own.those.length === 0) uses.byAccount.set(account_id, own);
  const taken = { arrival, settled: own.counted };
  own.those.push(taken);
  return taken;
}

function unused(use: Use): Settled | undefined {
  if (use.decision === 'ignore') return IGNORED;
  if (use.decision === 'count') return undefined;
  return no(use.reason === 'not_listed' ? 'waiting' : 'refused', use.reason);
}

/**
 * The rows of each account, made when they are asked for: while the database stores others, and few live at a time. Sets
 * what became of those that turn out not to count; `active` gets who was active when, where that is news (epoch milliseconds).
 */
export function* rowsByAccount(
  { byAccount }: Uses,
  rules: EventRules,
  directory: Directory,
  active: Map<string, number>,
): Generator<UsageRow[]> {
  for (const account_id of [...byAccount.keys()].sort()) {
    const rows: UsageRow[] = [];
    for (const taken of byAccount.get(account_id)?.those ?? []) {
      const { told, source, index } = taken.arrival;
      if (typeof told === 'string') continue;
      const use = decideUse(told, rules);
      if (use.decision !== 'count') {
        taken.settled = unused(use) ?? taken.settled;
        continue;
      }
      rows.push(rowOf(account_id, told, use, told.id ?? source.idOf(index)));
      noteActive(told, directory, active);
    }
    yield rows;
  }
}

function rowOf(account_id: string, told: Told, use: Counted, id: string): UsageRow {
  return {
    account_id,
    id,
    occurred_at: told.at,
    person_external_id: told.user,
    feature: use.feature,
    quantity: use.quantity,
    duration_s: use.duration_s,
    error_count: use.error_count,
  };
}

function noteActive(told: Told, directory: Directory, active: Map<string, number>): void {
  const { person } = whoseUse(told, directory);
  if (person && told.at > Math.max(person.active_ms + HOUR_MS, active.get(person.person_id) ?? 0))
    active.set(person.person_id, told.at);
}

function whoseUse({ user, anonymous, account }: Told, { people, accounts }: Directory) {
  const known =
    (user === null ? undefined : people.get(user)) ?? (anonymous === null ? undefined : people.get(anonymous));
  const account_id = account === null ? (known?.account_id ?? undefined) : accounts.get(account);
  return { person: known, account_id };
}
