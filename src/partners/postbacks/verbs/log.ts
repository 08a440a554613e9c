import { AppError } from '../../../kernel/errors.ts';
import type { Page } from '../../../kernel/page.ts';
import { type Ctx, newId, requireScope } from '../../../platform/ctx.ts';
import type { Door, Due, LogEntry } from '../model.ts';
import { missingOf, renderUrl } from '../rules/render.ts';
import * as store from '../store/log.ts';

const NOTHING = {
  door_id: null,
  template_id: null,
  commission_id: null,
  event_state: null,
  url: null,
  parameters: {},
  reason_params: {},
  conversion_id: null,
  status_code: null,
  answer: null,
  attempts: 0,
  next_attempt_at: null,
  finished_at: null,
} satisfies Partial<LogEntry>;

/** Longer than the longest request, so that a postback is taken over only from a sender that died. */
const CLAIM_MS = 60_000;
const AT_ONCE = 20;

export type Incoming = Pick<LogEntry, 'state' | 'reason' | 'reason_params' | 'conversion_id' | 'parameters'>;

/** Writes down what came through a door and what became of it. Returns the line's id. */
export async function logIncoming(ctx: Ctx, door: Door, incoming: Incoming): Promise<string> {
  requireScope(ctx, 'track:write');
  const at = ctx.clock.now();
  const id = newId(ctx, 'postback');
  await store.insertEntries(ctx, [
    { ...NOTHING, ...incoming, id, direction: 'in', door_id: door.id, at, finished_at: at },
  ]);
  return id;
}

/** Queues what is due to be told, once for each template, commission and state. Returns how many are new. */
export async function queuePostbacks(ctx: Ctx, due: readonly Due[]): Promise<number> {
  requireScope(ctx, 'programmes:write');
  return store.insertEntries(
    ctx,
    due.map((one) => entryOf(ctx, one)),
  );
}

function entryOf(ctx: Ctx, { url, values, template_id, commission_id, event_state }: Due): LogEntry {
  const at = ctx.clock.now();
  const about = { template_id, commission_id, event_state, id: newId(ctx, 'postback'), direction: 'out' as const, at };
  const missing = missingOf(url, values);
  if (missing) return { ...NOTHING, ...about, state: 'failed', reason: 'no_click_id', finished_at: at };
  return { ...NOTHING, ...about, url: renderUrl(url, values), state: 'queued', reason: 'queued', next_attempt_at: at };
}

/** Takes what is due to be sent, for a while and for this sender alone. */
export function claimPostbacks(ctx: Ctx): Promise<store.Errand[]> {
  requireScope(ctx, 'programmes:write');
  return store.claimDue(ctx, new Date(ctx.clock.now().getTime() + CLAIM_MS), AT_ONCE);
}

export type Settled = Pick<
  LogEntry,
  'state' | 'reason' | 'reason_params' | 'status_code' | 'answer' | 'next_attempt_at'
>;

/** Writes down what became of an attempt. */
export function settlePostback(ctx: Ctx, id: string, settled: Settled): Promise<void> {
  requireScope(ctx, 'programmes:write');
  return store.updateEntry(ctx, id, settled);
}

/** Sends a postback again that failed. @throws 409 when it did not, or could never be sent */
export async function sendAgain(ctx: Ctx, id: string): Promise<void> {
  requireScope(ctx, 'programmes:write');
  if (await store.requeue(ctx, id)) return;
  throw new AppError('conflict', 'Only a postback that was tried and failed can be sent again.');
}

export async function listPostbacks(ctx: Ctx, query: store.LogQuery): Promise<Page<LogEntry & { name: string }>> {
  requireScope(ctx, 'programmes:read');
  const { page, per_page } = query;
  return { ...(await store.listEntries(ctx, query)), page, per_page };
}
