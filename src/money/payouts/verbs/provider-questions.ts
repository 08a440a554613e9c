import { notFound } from '../../../kernel/errors.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import type { Payout } from '../model.ts';
import {
  findNewsCursor,
  findPayout,
  findPayoutByReference,
  listUnasked,
  saveNewsCursor,
  touchAsked,
} from '../store/provider.ts';

/** A question asked less than this ago is not asked again by itself. */
const PATIENCE_MS = 60_000;
const AT_ONCE = 500;

/** The payouts to ask the provider about now: of unknown outcome, or accepted and not known to have arrived. */
export async function listDueQuestions(ctx: Ctx): Promise<string[]> {
  requireScope(ctx, 'payouts:write');
  const before = new Date(ctx.clock.now().getTime() - PATIENCE_MS);
  return (await listUnasked(ctx, before, AT_ONCE)).map(({ id }) => id);
}

/** The payout to ask about; from now on the question counts as asked. Undefined when its outcome is known. @throws 404 */
export async function findAskable(ctx: Ctx, id: string): Promise<Payout | undefined> {
  requireScope(ctx, 'payouts:write');
  const payout = await findPayout(ctx, id);
  if (!payout) throw notFound('payout', id);
  const isOpen = payout.destination.rail === 'provider' && (payout.state === 'unknown' || payout.state === 'sent');
  if (!isOpen) return undefined;
  await inTransaction(ctx, (ctx) => touchAsked(ctx, id));
  return payout;
}

/** The payout that was ordered under a key; undefined for a key that is not ours. */
export async function findOrdered(ctx: Ctx, key: string): Promise<Payout | undefined> {
  requireScope(ctx, 'payouts:write');
  return findPayoutByReference(ctx, key);
}

/** How far the provider's news were read. */
export async function readNewsCursor(ctx: Ctx, provider: string): Promise<string | undefined> {
  requireScope(ctx, 'payouts:write');
  return findNewsCursor(ctx, provider);
}

export async function writeNewsCursor(ctx: Ctx, input: { provider: string; cursor: string }): Promise<void> {
  requireScope(ctx, 'payouts:write');
  await inTransaction(ctx, (ctx) => saveNewsCursor(ctx, input.provider, input.cursor));
}
