import { AppError, notFound } from '../../../kernel/errors.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import { postTransfers } from '../../ledger/service.ts';
import type { Commission, Hold } from '../model.ts';
import { decideStanding } from '../rules/standing.ts';
import * as store from '../store/commissions.ts';
import { audit, move } from './move-money.ts';

/**
 * Stops a commission from being paid until it is released; the partner reads the reason.
 * @throws 404; 409 when it is not pending or available, or a payout has claimed it
 */
export async function holdCommission(ctx: Ctx, input: { id: string; reason: string }): Promise<Commission> {
  requireScope(ctx, 'money:write');
  return inTransaction(ctx, async (ctx) => {
    const commission = await lockMovable(ctx, input.id);
    if (commission.state !== 'pending' && commission.state !== 'available')
      throw stateConflict(commission, 'Only a pending or available commission can be held.');
    return setHolds(ctx, commission, ['held_by_hand'], { note: input.reason });
  });
}

/**
 * Lets a held commission go on: available when its time has come, else pending as before. While the customer's dispute
 * is open it stays held. Released from a customer's word about how it heard of us, the question is settled: what the
 * same customer earned the partner meanwhile goes on too, and what it earns later is not held for it. @throws 404; 409
 */
export async function releaseCommission(ctx: Ctx, input: { id: string; reason: string }): Promise<Commission> {
  requireScope(ctx, 'money:write');
  return inTransaction(ctx, async (ctx) => {
    const commission = await lockMovable(ctx, input.id);
    if (commission.state !== 'held') throw stateConflict(commission, 'Only a held commission can be released.');
    if (commission.holds.includes('disputed'))
      throw stateConflict(commission, 'The customer disputes the payment; it goes on when the bank has decided.');
    const released = await setHolds(ctx, commission, [], { note: input.reason });
    if (commission.flags.includes(SELF_REPORTED)) await believe(ctx, commission, input.reason);
    return released;
  });
}

/** The flag of an account that was credited for words alone. */
const SELF_REPORTED = 'self_reported';

async function believe(ctx: Ctx, commission: Commission, note: string): Promise<void> {
  for (const other of await store.lockHeldFor(ctx, SELF_REPORTED, commission))
    if (!other.settled)
      await setHolds(
        ctx,
        other,
        other.holds.filter((hold) => hold !== 'flagged'),
        { note },
      );
}

/** The flags that still hold what a customer earns a partner: one about its word counts until somebody released one. */
export async function openFlags(
  ctx: Ctx,
  of: { accountId: string; partnerId: string; flags: readonly string[] },
): Promise<string[]> {
  requireScope(ctx, 'track:write');
  if (!of.flags.includes(SELF_REPORTED)) return [...of.flags];
  const about = { accountId: of.accountId, creditedPartnerId: of.partnerId };
  const isSettled = await store.wasReleased(ctx, SELF_REPORTED, about);
  return of.flags.filter((flag) => flag !== SELF_REPORTED || !isSettled);
}

async function lockMovable(ctx: Ctx, id: string): Promise<store.LockedCommission> {
  const commission = await store.lockCommission(ctx, id);
  if (!commission) throw notFound('commission', id);
  if (commission.settled) throw stateConflict(commission, 'A payout has already claimed it.');
  return commission;
}

function stateConflict(commission: Commission, message: string): AppError {
  return new AppError('conflict', `The commission ${commission.id} is ${commission.state}. ${message}`, {
    state: commission.state,
  });
}

/** Puts a commission where its holds leave it, and moves its money there. What is settled or gone stays where it is. */
export async function setHolds(
  ctx: Ctx,
  commission: store.LockedCommission,
  holds: Hold[],
  more: { note?: string; budgetMonth?: string } = {},
): Promise<Commission> {
  const to = decideStanding(commission, holds, ctx.clock.now());
  const reason_params = more.note === undefined ? {} : { note: more.note };
  const budget = more.budgetMonth === undefined ? {} : { budget_month: more.budgetMonth };
  await store.updateCommissions(ctx, [commission.id], { ...to, holds, reason_params, ...budget });
  if (to.state !== commission.state) await postTransfers(ctx, [move(commission, to.state)]);
  const action = to.state === 'held' ? 'hold' : 'release';
  await audit(ctx, `commission.${action}`, commission.id, { reason: more.note ?? to.reason });
  return { ...commission, ...to, holds, reasonParams: { ...commission.reasonParams, ...reason_params } };
}

/** A dispute was opened on the invoice: what it earned is held until the bank has decided. Returns how many. */
export async function holdForDispute(ctx: Ctx, invoiceId: string): Promise<number> {
  requireScope(ctx, 'track:write');
  return changeHolds(ctx, invoiceId, (holds) => (holds.includes('disputed') ? undefined : ['disputed', ...holds]));
}

/** No dispute is open on the invoice any more: what it earned goes on as if there had been none. Returns how many. */
export async function releaseFromDispute(ctx: Ctx, invoiceId: string): Promise<number> {
  requireScope(ctx, 'track:write');
  return changeHolds(ctx, invoiceId, (holds) =>
    holds.includes('disputed') ? holds.filter((hold) => hold !== 'disputed') : undefined,
  );
}

async function changeHolds(
  ctx: Ctx,
  invoiceId: string,
  change: (holds: Hold[]) => Hold[] | undefined,
): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const open = (await store.lockCommissionsOfInvoice(ctx, invoiceId)).filter(
      ({ state, settled }) => !settled && (state === 'pending' || state === 'available' || state === 'held'),
    );
    const changes = open.map((commission) => ({ commission, holds: change(commission.holds) }));
    const wanted = changes.filter(({ holds }) => holds !== undefined);
    for (const { commission, holds } of wanted) await setHolds(ctx, commission, holds ?? []);
    return wanted.length;
  });
}
