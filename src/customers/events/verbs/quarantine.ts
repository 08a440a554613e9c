import type { Page } from '../../../kernel/page.ts';
import { DAY_MS } from '../../../kernel/time.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../../platform/ctx.ts';
import {
  type Arrival,
  type Door,
  PREVIEW_CHARACTERS,
  QUARANTINE_DAYS,
  type Quarantined,
  type Refusal,
  type Settled,
} from '../model.ts';
import { readEvent } from '../rules/read-event.ts';
import { writeRaw } from '../rules/split-record.ts';
import { isStorable } from '../rules/texts.ts';
import * as store from '../store/quarantine.ts';

/** An arrival that was kept before and is tried again. */
export type Again = { id: string; attempts: number; arrival: Arrival };

/** Keeps what could not be used, each with its reason. */
export async function quarantine(ctx: Ctx, bad: readonly { arrival: Arrival; settled: Settled }[]): Promise<void> {
  requireScope(ctx, 'events:write');
  await store.insertQuarantined(
    ctx,
    bad.map(({ arrival, settled }) => toRow(ctx, arrival, settled)),
  );
}

const TOO_MUCH: readonly (string | null)[] = ['too_large', 'too_deep'] satisfies Refusal[];

function toRow(ctx: Ctx, arrival: Arrival, { outcome, reason }: Settled): store.NewQuarantined {
  const { told, source, index } = arrival;
  const { key_id, door, received_at } = source;
  const raw = source.rawOf(index);
  const facts = typeof told === 'string' ? undefined : told;
  const text = writeRaw(raw) ?? '';
  const is_whole = !TOO_MUCH.includes(reason);
  return {
    id: newId(ctx, 'quarantined'),
    dedupe_key: `${key_id}:${facts?.id ?? source.idOf(index)}`,
    key_id,
    door,
    state: outcome === 'waiting' ? 'waiting' : 'refused',
    reason: reason ?? 'not_storable',
    event_name: facts?.name ?? nameOfRaw(raw),
    user_name: facts?.user ?? null,
    anonymous_name: facts?.anonymous ?? null,
    account_name: facts?.account ?? null,
    received_at: received_at.toISOString(),
    payload: is_whole ? text : text.slice(0, PREVIEW_CHARACTERS).toWellFormed(),
    is_whole,
  };
}

/** The name of an event that cannot be used, to recognise it by. */
function nameOfRaw(raw: unknown): string | null {
  const fields = raw as { event?: unknown; type?: unknown } | null;
  const name = fields?.event ?? fields?.type;
  return typeof name === 'string' && isStorable(name) ? name.slice(0, 200).toWellFormed() : null;
}

/** What waits for one of the names, to be tried again; `after` is the last one tried. */
export async function lockWaiting(
  ctx: Ctx,
  names: { users: readonly string[]; accounts: readonly string[] },
  { after, limit }: { after: string; limit: number },
): Promise<Again[]> {
  requireScope(ctx, 'events:write');
  return (await store.lockWaitingFor(ctx, names, after, limit)).map(toAgain);
}

/** What somebody chose to try again. */
export async function lockChosen(
  ctx: Ctx,
  choice: store.Choice,
  { after, limit }: { after: string; limit: number },
): Promise<Again[]> {
  requireScope(ctx, 'customers:write');
  return (await store.lockChosen(ctx, choice, after, limit)).map(toAgain);
}

/** A key is called public here: what waited long must not overwrite what is newer. */
function toAgain(kept: store.Kept): Again {
  const { id, attempts, key_id, received_at, payload, dedupe_key } = kept;
  const door = kept.door as Door;
  const raw: unknown = JSON.parse(payload);
  const told = readEvent(raw, { door, receivedMs: received_at.getTime(), skewMs: undefined });
  const fallback_id = dedupe_key.slice(key_id.length + 1);
  const source = { key_id, is_public: true, door, received_at, rawOf: () => raw, idOf: () => fallback_id };
  return { id, attempts, arrival: { source, index: 0, told } };
}

/** Takes out of the quarantine what could be used, and keeps the reason of what could not. */
export async function settleAgain(ctx: Ctx, tried: readonly { id: string; settled: Settled }[]): Promise<void> {
  requireScope(ctx, 'events:write');
  const isStuck = ({ settled }: { settled: Settled }) => settled.outcome === 'waiting' || settled.outcome === 'refused';
  await store.deleteQuarantined(
    ctx,
    tried.filter((one) => !isStuck(one)).map(({ id }) => id),
  );
  const stuck = tried.filter(isStuck).map(({ id, settled }) => ({
    id,
    state: settled.outcome,
    reason: settled.reason ?? 'not_storable',
  }));
  await store.updateReasons(ctx, stuck);
}

/** What waits or was refused, newest first; `q` is an event, user, visitor or account. */
export async function listQuarantined(ctx: Ctx, query: store.QuarantineQuery): Promise<Page<Quarantined>> {
  requireScope(ctx, 'customers:read');
  return store.listQuarantined(ctx, query);
}

export async function countQuarantined(ctx: Ctx): Promise<{ reason: string; events: number }[]> {
  requireScope(ctx, 'customers:read');
  return store.countByReason(ctx);
}

/** Throws away events of the quarantine. Returns how many. */
export function dropQuarantined(ctx: Ctx, ids: readonly string[]): Promise<number> {
  requireScope(ctx, 'customers:write');
  return inTransaction(ctx, async (ctx) => {
    const dropped = await store.deleteQuarantined(ctx, ids);
    const detail = { events: dropped };
    await writeAudit(ctx, { action: 'events.dropped', subjectKind: 'events', subjectId: 'quarantine', detail });
    return dropped;
  });
}

/** Forgets what nobody could use for a month. */
export async function forgetQuarantined(ctx: Ctx): Promise<void> {
  requireScope(ctx, 'events:write');
  await store.deleteBefore(ctx, new Date(ctx.clock.now().getTime() - QUARANTINE_DAYS * DAY_MS));
}
