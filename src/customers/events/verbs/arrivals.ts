import { DAY_MS } from '../../../kernel/time.ts';
import { type Ctx, newId, requireScope } from '../../../platform/ctx.ts';
import type { Arrival, Outcome, Settled, Source } from '../model.ts';
import * as store from '../store/arrivals.ts';

/** How many of one batch are kept to look at: the newest. */
const SHOWN_OF_A_BATCH = 50;
const SINCE_DAYS = 7;

/** Counts what each key sent, and keeps the newest to look at. */
export async function noteArrivals(ctx: Ctx, taken: readonly { arrival: Arrival; settled: Settled }[]): Promise<void> {
  requireScope(ctx, 'events:write');
  await store.addSourceDays(ctx, countDays(taken));
  const newest = taken.slice(-SHOWN_OF_A_BATCH);
  await store.insertArrivals(
    ctx,
    newest.map(({ arrival, settled }) => toRow(ctx, arrival, settled)),
  );
}

/** Events of one request mostly share what became of them: they are counted one after the other. */
function countDays(taken: readonly { arrival: Arrival; settled: Settled }[]): store.SourceDay[] {
  const days = new Map<string, store.SourceDay>();
  let last: { source: Source; day: store.SourceDay } | undefined;
  for (const { arrival, settled } of taken) {
    if (last?.source !== arrival.source || last.day.outcome !== settled.outcome)
      last = { source: arrival.source, day: dayOf(days, arrival.source, settled.outcome) };
    last.day.events += 1;
  }
  return [...days.keys()].sort().flatMap((key) => days.get(key) ?? []);
}

function dayOf(days: Map<string, store.SourceDay>, { key_id, received_at }: Source, outcome: Outcome): store.SourceDay {
  const last_at = received_at.toISOString();
  const on_date = last_at.slice(0, 10);
  const key = `${key_id} ${on_date} ${outcome}`;
  const day = days.get(key) ?? { key_id, on_date, outcome, events: 0, last_at };
  if (day.last_at < last_at) day.last_at = last_at;
  days.set(key, day);
  return day;
}

function toRow(ctx: Ctx, { told, source: { key_id, door, received_at } }: Arrival, settled: Settled): store.ArrivalRow {
  const facts = typeof told === 'string' ? undefined : told;
  return {
    id: newId(ctx, 'arrival'),
    received_at: received_at.toISOString(),
    key_id,
    door,
    kind: facts?.kind ?? 'unread',
    event_name: facts?.name ?? null,
    user_name: facts?.user ?? facts?.anonymous ?? null,
    account_id: settled.account_id,
    outcome: settled.outcome,
    reason: settled.reason,
  };
}

/** The newest arrivals, newest first. */
export async function listArrivals(ctx: Ctx) {
  requireScope(ctx, 'customers:read');
  return store.listArrivals(ctx);
}

export type SourceSum = { key_id: string; outcome: Outcome; events: number; last_at: Date };

/** What each key sent in the last seven days, by what became of it. */
export async function sumSources(ctx: Ctx): Promise<SourceSum[]> {
  requireScope(ctx, 'customers:read');
  const since = new Date(ctx.clock.now().getTime() - (SINCE_DAYS - 1) * DAY_MS).toISOString().slice(0, 10);
  const rows = await store.sumSourceDays(ctx, since);
  return rows.map(({ key_id, outcome, events, last_at }) => ({
    key_id,
    outcome: outcome as Outcome,
    events: Number(events),
    last_at: last_at as Date,
  }));
}
