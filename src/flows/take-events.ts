import { setImmediate as turn } from 'node:timers/promises';
import type pg from 'pg';
import { noteKeysUsed } from '../access/keys/service.ts';
import type { Arrival, EventRules, Settled, Told } from '../customers/events/model.ts';
import { decideUse, type Use, waitOf } from '../customers/events/rules/decide-use.ts';
import { splitRecord } from '../customers/events/rules/split-record.ts';
import { noteArrivals } from '../customers/events/verbs/arrivals.ts';
import { eventRules } from '../customers/events/verbs/mappings.ts';
import { type Again, lockWaiting, quarantine, settleAgain } from '../customers/events/verbs/quarantine.ts';
import { notePeopleActive } from '../customers/people/verbs/tell-people.ts';
import type { UsageRow } from '../customers/usage/model.ts';
import { loadLiveUsage } from '../customers/usage/service.ts';
import { HOUR_MS } from '../kernel/time.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { metrics } from '../platform/metrics.ts';
import { databaseError } from '../platform/postgres.ts';
import { inSavepoint } from '../platform/savepoint.ts';
import { urgently } from '../platform/urgent.ts';
import { type Directory, type Learned, learnFromEvents } from './learn-from-events.ts';

type Taken = { arrival: Arrival; settled: Settled };
/** Uses of accounts that are known, by account, between which instants. */
type Uses = { first: number; last: number; byAccount: Map<string, { counted: Settled; those: Taken[] }> };
type Counted = Extract<Use, { decision: 'count' }>;
export type SinkRecord = { position: string; at: Date; payload: Uint8Array };

const AGAIN_AT_ONCE = 2_000;
const A_TURN = 2_000;

/** What was read ahead, for as long as its record is on its way. */
const READ = new WeakMap<SinkRecord, Arrival[]>();

/** Reads a record before its turn, while the database stores others. What cannot be read says so in its turn. */
export function readEventsAhead(record: SinkRecord): void {
  try {
    READ.set(record, arrivalsOf(record));
  } catch {}
}

/**
 * Takes what the doors kept into the database, in the caller's transaction: who is known by it, what was used, and what
 * waits. A record that the database cannot hold is set aside alone; the others go on.
 */
export async function takeEvents(ctx: Ctx, client: pg.PoolClient, records: readonly SinkRecord[]): Promise<void> {
  requireScope(ctx, 'events:write');
  const batches = records.map((record) => READ.get(record) ?? arrivalsOf(record));
  try {
    await inSavepoint(ctx, () => takeArrivals(ctx, client, batches.flat()));
  } catch (error) {
    if (!isAboutData(error)) throw error;
    for (const batch of batches) await takeAlone(ctx, client, batch);
  }
}

async function takeAlone(ctx: Ctx, client: pg.PoolClient, arrivals: readonly Arrival[]): Promise<void> {
  try {
    await inSavepoint(ctx, () => takeArrivals(ctx, client, arrivals));
  } catch (error) {
    if (!isAboutData(error)) throw error;
    ctx.log.error({ err: error }, 'events could not be stored; they are in the quarantine');
    await takeArrivals(
      ctx,
      client,
      arrivals.map((arrival) => ({ ...arrival, told: 'not_storable' })),
    );
  }
}

function isAboutData(error: unknown): boolean {
  return /^2[23]/.test(databaseError(error)?.code ?? '');
}

function arrivalsOf({ payload, position }: SinkRecord): Arrival[] {
  return splitRecord(payload, position);
}

async function takeArrivals(ctx: Ctx, client: pg.PoolClient, arrivals: readonly Arrival[]): Promise<void> {
  const { taken, learned } = await settleArrivals(ctx, client, arrivals);
  const bad = taken.filter(({ settled: { outcome } }) => outcome === 'waiting' || outcome === 'refused');
  metrics.quarantined.inc(bad.length);
  await quarantine(ctx, bad);
  await noteArrivals(ctx, taken);
  await noteKeysUsed(ctx, [...new Set(arrivals.map(({ source }) => source.key_id))]);
  await releaseWaiting(ctx, client, learned);
}

/** Learns from the arrivals, counts what was used, and says what became of each. */
async function settleArrivals(
  ctx: Ctx,
  client: pg.PoolClient,
  arrivals: readonly Arrival[],
): Promise<{ taken: Taken[]; learned: Learned }> {
  const rules = await eventRules(ctx);
  const { directory, learned } = await learnFromEvents(ctx, arrivals);
  const { taken, uses } = await urgently(() => settleAll(arrivals, rules, directory));
  const active = new Map<string, number>();
  await loadLiveUsage(ctx, client, { ...uses, own: rowsByAccount(uses, rules, directory, active) });
  await notePeopleActive(ctx, active);
  return { taken, learned };
}

async function settleAll(
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

/** The rows of each account, made when they are asked for: while the database stores others, and few live at a time. */
function* rowsByAccount(
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

/** Tries again what waited for names that are known now. */
async function releaseWaiting(ctx: Ctx, client: pg.PoolClient, learned: Learned): Promise<void> {
  if (learned.users.length === 0 && learned.accounts.length === 0) return;
  for (let after = ''; ; ) {
    const waiting = await lockWaiting(ctx, learned, { after, limit: AGAIN_AT_ONCE });
    await tryAgain(ctx, client, waiting);
    if (waiting.length < AGAIN_AT_ONCE) return;
    after = waiting.at(-1)?.id ?? '';
  }
}

/** Reads kept events again as the rules and names stand now. Returns how many could be used. */
export async function tryAgain(ctx: Ctx, client: pg.PoolClient, kept: readonly Again[]): Promise<number> {
  requireScope(ctx, 'events:write');
  if (kept.length === 0) return 0;
  const { taken, learned } = await settleArrivals(
    ctx,
    client,
    kept.map(({ arrival }) => arrival),
  );
  const tried = kept.flatMap(({ id }, index) => {
    const settled = taken[index]?.settled;
    return settled ? [{ id, settled }] : [];
  });
  await settleAgain(ctx, tried);
  const used = tried.filter(({ settled: { outcome } }) => outcome !== 'waiting' && outcome !== 'refused').length;
  // What was learned can free others; the kept ones themselves are gone or wait for something else.
  const isNew = kept.some(({ arrival }) => typeof arrival.told !== 'string' && arrival.told.kind !== 'use');
  if (used > 0 && isNew) await releaseWaiting(ctx, client, learned);
  return used;
}
