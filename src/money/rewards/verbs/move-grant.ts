import { AppError } from '../../../kernel/errors.ts';
import type { Topic } from '../../../kernel/topics.ts';
import { type Ctx, newId } from '../../../platform/ctx.ts';
import { emit } from '../../../platform/outbox.ts';
import { postTransfers } from '../../ledger/service.ts';
import type { Grant, GrantState } from '../model.ts';
import { bookings } from '../rules/books.ts';
import { mayBecome } from '../rules/moves.ts';
import { findAccountName } from '../store/facts.ts';
import { putBack } from '../store/gifts.ts';
import { countSteps, type GrantChange, insertSteps, updateGrant } from '../store/grants.ts';

export type Move = {
  to: GrantState;
  /** A key of `reasons-rewards`. */
  reason: string;
  params?: Record<string, unknown>;
  /** What else changes with it. */
  change?: Omit<GrantChange, 'state' | 'reason' | 'reason_params'>;
};

/**
 * Moves a locked grant: the row, its history, the books, the shelf and the outside, in the caller's transaction.
 * @throws conflict when the grant cannot go there from where it is
 */
export async function moveGrant(
  ctx: Ctx,
  grant: Grant,
  { to, reason, params = {}, change = {} }: Move,
): Promise<Grant> {
  if (!mayBecome(grant.state, to))
    throw new AppError('conflict', `The reward is ${grant.state}; it cannot become ${to}.`, { state: grant.state });
  const moved: Grant = { ...grant, ...change, state: to, reason, reason_params: params };
  await updateGrant(ctx, grant.id, { ...change, state: to, reason, reason_params: params });
  await insertSteps(ctx, [{ grant_id: grant.id, from_state: grant.state, state: to, reason, reason_params: params }]);
  await postTransfers(ctx, bookings(grant, moved, await countSteps(ctx, grant.id)));
  const isUnsent = grant.sent_at === null;
  if ((to === 'revoked' || to === 'expired') && grant.gift_id && isUnsent) await putBack(ctx, grant.gift_id);
  await tellOutside(ctx, moved);
  return moved;
}

const TOLD: Partial<Record<GrantState, Topic>> = {
  promised: 'grant.promised',
  earned: 'grant.promised',
  ready: 'grant.ready',
  sent: 'grant.sent',
  delivered: 'grant.delivered',
  revoked: 'grant.revoked',
};

/** What billing and the product need to do their part, without a person's data. */
export async function tellOutside(ctx: Ctx, grant: Grant): Promise<void> {
  const topic = TOLD[grant.state];
  if (!topic) return;
  const account = grant.receiver_account_id ? await findAccountName(ctx, grant.receiver_account_id) : undefined;
  await emit(ctx, topic, {
    grant_id: grant.id,
    state: grant.state,
    reason_code: grant.reason,
    programme_id: grant.programme_id,
    partner_id: grant.partner_id,
    receiver: grant.receiver,
    account_id: account?.external_id ?? null,
    give: grant.reward.give,
    amount_minor: grant.amount_minor,
    currency: grant.currency,
    quantity: grant.quantity,
  });
}

/** The first step of grants that were just written. */
export async function noteFirstSteps(ctx: Ctx, grants: readonly Grant[]): Promise<void> {
  await insertSteps(
    ctx,
    grants.map(({ id, state, reason, reason_params }) => ({
      grant_id: id,
      from_state: null,
      state,
      reason,
      reason_params,
    })),
  );
  for (const grant of grants) await tellOutside(ctx, grant);
}

export function grantId(ctx: Ctx): string {
  return newId(ctx, 'grant');
}
