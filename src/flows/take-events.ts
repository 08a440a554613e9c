import type pg from 'pg';
import { noteKeysUsed } from '../access/keys/service.ts';
import type { Arrival } from '../customers/events/model.ts';
import { splitRecord } from '../customers/events/rules/split-record.ts';
import { noteArrivals } from '../customers/events/verbs/arrivals.ts';
import { eventRules } from '../customers/events/verbs/mappings.ts';
import { type Again, lockWaiting, quarantine, settleAgain } from '../customers/events/verbs/quarantine.ts';
import { notePeopleActive } from '../customers/people/verbs/tell-people.ts';
import { loadLiveUsage } from '../customers/usage/service.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { metrics } from '../platform/metrics.ts';
import { databaseError } from '../platform/postgres.ts';
import { inSavepoint } from '../platform/savepoint.ts';
import { urgently } from '../platform/urgent.ts';
import { type Learned, learnFromEvents } from './learn-from-events.ts';
import { rowsByAccount, settleUses, type Taken } from './settle-uses.ts';

export type SinkRecord = { position: string; at: Date; payload: Uint8Array };

const AGAIN_AT_ONCE = 2_000;

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
  const { taken, uses } = await urgently(() => settleUses(arrivals, rules, directory));
  const active = new Map<string, number>();
  await loadLiveUsage(ctx, client, { ...uses, own: rowsByAccount(uses, rules, directory, active) });
  await notePeopleActive(ctx, active);
  return { taken, learned };
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
