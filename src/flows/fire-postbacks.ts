import { failureOf, isDelivered, nextAttempt } from '../access/webhooks/rules.ts';
import { claimPostbacks, queuePostbacks, type Settled, settlePostback } from '../partners/postbacks/verbs/log.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { type Posted, postOutside } from '../platform/post-outside.ts';
import { postbacksDue } from '../reports/postbacks-due.ts';

const DUE_A_ROUND = 200;
const TIMEOUT_MS = 15_000;

export type Reach = { toPrivate: boolean; timeoutMs?: number };

/**
 * One round: queues what networks have to be told, then sends what is due, every request outside any transaction. True
 * when there is more to do at once. Each goes out at least once; after a failure it waits longer and longer.
 */
export async function firePostbacks(ctx: Ctx, reach: Reach): Promise<boolean> {
  requireScope(ctx, 'programmes:write');
  const queued = await queuePostbacks(ctx, await postbacksDue(ctx, DUE_A_ROUND));
  const errands = await claimPostbacks(ctx);
  await Promise.all(errands.map((errand) => send(ctx, errand, reach)));
  return queued > 0 || errands.length > 0;
}

type Errand = Awaited<ReturnType<typeof claimPostbacks>>[number];

async function send(ctx: Ctx, { id, url, method, attempts }: Errand, reach: Reach): Promise<void> {
  const options = {
    headers: { 'user-agent': 'Goodword-Postbacks/1' },
    timeoutMs: reach.timeoutMs ?? TIMEOUT_MS,
    method,
  };
  const posted = await postOutside(url, '', { ...options, toPrivate: reach.toPrivate });
  await settlePostback(ctx, id, settle(posted, attempts, ctx.clock.now()));
}

function settle(posted: Posted, attempts: number, now: Date): Settled {
  const heard = { status_code: posted.status, answer: posted.answer.slice(0, 300) || null };
  if (isDelivered(posted)) return { ...heard, state: 'sent', reason: 'sent', reason_params: {}, next_attempt_at: null };
  const reason_params = { why: failureOf(posted) };
  const next = nextAttempt(attempts, now);
  if (next) return { ...heard, state: 'queued', reason: 'will_retry', reason_params, next_attempt_at: next };
  return { ...heard, state: 'failed', reason: 'given_up', reason_params, next_attempt_at: null };
}
