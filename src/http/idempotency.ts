import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../kernel/errors.ts';
import { type Ctx, inTransaction } from '../platform/ctx.ts';
import { claimKey, type FirstAnswer, keepAnswer } from '../platform/idempotency.ts';
import { sha256 } from '../platform/token.ts';
import { ctxOf } from './authenticate.ts';

/**
 * Answers a POST once for each `Idempotency-Key`: a repetition gets the first answer and changes nothing. The key is
 * kept in the transaction of the effect, so a refused request leaves it free. Without the header `work` just runs.
 * @throws 400 for a key that is no key; 409 when it was used with another body
 */
export async function answerOnce<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  work: (ctx: Ctx) => Promise<{ status: 200 | 201; body: T }>,
): Promise<T> {
  const ctx = ctxOf(request);
  const key = readKey(request);
  const answer = key === undefined ? await work(ctx) : await once(ctx, request, key, work);
  if ('replayed' in answer && answer.replayed) reply.header('idempotency-replayed', 'true');
  reply.code(answer.status);
  return answer.body as T;
}

function readKey(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new AppError('bad_request', 'The Idempotency-Key must be 1 to 200 visible characters.', {
    field: 'Idempotency-Key',
  });
}

async function once<T>(
  outer: Ctx,
  request: FastifyRequest,
  key: string,
  work: (ctx: Ctx) => Promise<{ status: 200 | 201; body: T }>,
): Promise<FirstAnswer & { replayed: boolean }> {
  const scope = `${request.method} ${request.routeOptions.url} ${outer.actor.kind}:${outer.actor.id}`;
  const hash = sha256(JSON.stringify([request.params, request.body ?? null]));
  return inTransaction(outer, async (ctx) => {
    const first = await claimKey(ctx, scope, key, hash);
    if (first) return { ...first, replayed: true };
    const answer = await work(ctx);
    await keepAnswer(ctx, scope, key, answer);
    return { ...answer, replayed: false };
  });
}
