import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import type { Grant, Trigger } from '../model.ts';
import { decideTakeBack } from '../rules/moves.ts';
import {
  freeGrants,
  insertSteps,
  lockGrantsOfAccount,
  lockTriggers,
  markTakenBack,
  withdrawTrigger,
} from '../store/grants.ts';
import { moveGrant } from './move-grant.ts';

type About = { conversion_event_id: string };

/**
 * The payment that earned rewards was refunded in full: what can still be taken back is revoked and frees its place in
 * the year; what was used or posted stays, with a note. Again it changes nothing. Returns the grants revoked.
 */
export async function takeBackRewards(
  ctx: Ctx,
  input: About & { reason?: 'refunded' | 'dispute_lost' },
): Promise<Grant[]> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    const revoked: Grant[] = [];
    for (const trigger of await lockOpen(ctx, input)) {
      await markTakenBack(ctx, [trigger.id]);
      revoked.push(...(await takeBackAll(ctx, trigger, input.reason ?? 'refunded')));
    }
    return revoked;
  });
}

/** The sale was credited anew, to another or to nobody: its rewards go back as if it had never counted. */
export async function withdrawRewards(ctx: Ctx, input: About): Promise<void> {
  requireScope(ctx, 'track:write');
  await inTransaction(ctx, async (ctx) => {
    for (const trigger of await lockOpen(ctx, input)) await withdraw(ctx, trigger);
  });
}

/** Part of the verbs that let an event count in the place of another. */
export async function withdraw(ctx: Ctx, trigger: Trigger): Promise<void> {
  await withdrawTrigger(ctx, trigger);
  await freeGrants(ctx, await takeBackAll(ctx, trigger, 'decided_again'));
}

/**
 * The refund that took rewards back did not go through: what was taken makes room for what the payment earns again. What
 * was given and stayed with its receiver stays. Returns whether anything had been taken.
 */
export async function reopenRewards(ctx: Ctx, input: About): Promise<boolean> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    const taken = (await lockTriggers(ctx, input)).filter(
      ({ taken_back_at, subject, id }) => taken_back_at !== null && !subject.endsWith(id),
    );
    for (const trigger of taken) {
      await withdrawTrigger(ctx, trigger);
      const grants = trigger.account_id ? await lockGrantsOfAccount(ctx, trigger.account_id) : [];
      await freeGrants(
        ctx,
        grants.filter(({ trigger_id, state }) => trigger_id === trigger.id && state === 'revoked'),
      );
    }
    return taken.length > 0;
  });
}

async function lockOpen(ctx: Ctx, { conversion_event_id }: About): Promise<Trigger[]> {
  const triggers = await lockTriggers(ctx, { conversion_event_id });
  return triggers.filter(({ taken_back_at }) => taken_back_at === null);
}

async function takeBackAll(ctx: Ctx, { id, account_id }: Trigger, reason: string): Promise<Grant[]> {
  const grants = account_id ? await lockGrantsOfAccount(ctx, account_id) : [];
  const revoked: Grant[] = [];
  for (const grant of grants.filter(({ trigger_id }) => trigger_id === id))
    revoked.push(...(await takeBack(ctx, grant, reason)));
  return revoked;
}

async function takeBack(ctx: Ctx, grant: Grant, reason: string): Promise<Grant[]> {
  const verdict = decideTakeBack(grant);
  if (verdict === 'revoke') return [await moveGrant(ctx, grant, { to: 'revoked', reason })];
  if (verdict === 'keep') {
    const { id, state } = grant;
    const step = { grant_id: id, from_state: state, state, reason: `kept_${reason}`, reason_params: {} };
    await insertSteps(ctx, [step]);
  }
  return [];
}
