import { setImmediate as turn } from 'node:timers/promises';
import type pg from 'pg';
import { noteKeysUsed } from '../access/keys/service.ts';
import type { Arrival, EventRules, Settled, Told } from '../customers/events/model.ts';
import { decideUse, waitOf } from '../customers/events/rules/decide-use.ts';
import { splitRecord } from '../customers/events/rules/split-record.ts';
import { noteArrivals } from '../customers/events/verbs/arrivals.ts';
import { eventRules } from '../customers/events/verbs/mappings.ts';
import { type Again, lockWaiting, quarantine, settleAgain } from '../customers/events/verbs/quarantine.ts';
import { notePeopleActive } from '../customers/people/verbs/tell-people.ts';
import { loadLiveUsage } from '../customers/usage/service.ts';
import { HOUR_MS } from '../kernel/time.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { metrics } from '../platform/metrics.ts';
import { databaseError } from '../platform/postgres.ts';
import { inSavepoint } from '../platform/savepoint.ts';
import { type Directory, type Learned, learnFromEvents } from './learn-from-events.ts';

type UsageRows = Parameters<typeof loadLiveUsage>[2];
type Taken = { arrival: Arrival; settled: Settled };
export type SinkRecord = { position: string; at: Date; payload: Uint8Array };

const AGAIN_AT_ONCE = 2_000;
const A_TURN = 1_000;

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
  const rows: UsageRows[number][] = [];
  const active = new Map<string, number>();
  const taken: Taken[] = [];
  for (const arrival of arrivals) {
    taken.push({ arrival, settled: settle(arrival, rules, directory, rows, active) });
    // Whoever follows a link meanwhile does not wait for all of them.
    if (taken.length % A_TURN === 0) await turn();
  }
  await loadLiveUsage(ctx, client, rows);
  await notePeopleActive(ctx, active);
  return { taken, learned };
}

const no = (outcome: Settled['outcome'], reason: Settled['reason']): Settled => ({ outcome, reason, account_id: null });
const LEARNED = no('learned', null);
const IGNORED = no('ignored', null);

function settle(
  { told, source, index }: Arrival,
  rules: EventRules,
  directory: Directory,
  rows: UsageRows[number][],
  active: Map<string, number>,
): Settled {
  if (typeof told === 'string') return no('refused', told);
  if (told.kind !== 'use') return LEARNED;
  const use = decideUse(told, rules);
  if (use.decision === 'ignore') return IGNORED;
  if (use.decision === 'no') return no(use.reason === 'not_listed' ? 'waiting' : 'refused', use.reason);
  const { person, account_id } = whoseUse(told, directory);
  if (account_id === undefined) return no('waiting', waitOf(told));
  if (person && told.at > Math.max(person.active_ms + HOUR_MS, active.get(person.person_id) ?? 0))
    active.set(person.person_id, told.at);
  rows.push({
    account_id,
    id: told.id ?? source.idOf(index),
    occurred_at: told.at,
    person_external_id: told.user,
    feature: use.feature,
    quantity: use.quantity,
    duration_s: use.duration_s,
    error_count: use.error_count,
  });
  return { outcome: 'counted', reason: null, account_id };
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
