import { addDays } from '../../../kernel/time.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import { say } from '../../../platform/locale.ts';
import { queueMail } from '../../../platform/mail.ts';
import type { Grant } from '../model.ts';
import { findCompanyName } from '../store/facts.ts';
import { findGift } from '../store/gifts.ts';
import { listUnderWay, lockDue, lockGrants, lockLapsed, updateGrant } from '../store/grants.ts';
import { findReceiver, makeReady } from './make-ready.ts';
import { moveGrant } from './move-grant.ts';

const AT_ONCE = 100;
/** How long a slip of "sent" can be undone before its receiver reads of it. */
const UNDO_MS = 15 * 60_000;

/** Makes ready the oldest rewards whose waiting time is over, and ends promises nobody earned in time. Returns how many. */
export async function matureRewards(ctx: Ctx): Promise<number> {
  requireScope(ctx, 'rewards:write');
  return inTransaction(ctx, async (ctx) => {
    const due = await lockDue(ctx, ctx.clock.now(), AT_ONCE);
    for (const grant of due) await makeReady(ctx, grant);
    const lapsed = await lockLapsed(ctx, ctx.clock.now(), AT_ONCE);
    for (const grant of lapsed)
      await moveGrant(ctx, grant, {
        to: 'expired',
        reason: grant.state === 'promised' ? 'never_earned' : 'no_address',
        change: { waits_for: null },
      });
    return due.length + lapsed.length;
  });
}

/** Writes to receivers about what was sent to them, once a slip could have been undone. Returns how many. */
export async function tellReceivers(ctx: Ctx): Promise<number> {
  requireScope(ctx, 'rewards:write');
  return inTransaction(ctx, async (ctx) => {
    const ids = await listUnderWay(ctx, new Date(ctx.clock.now().getTime() - UNDO_MS), AT_ONCE);
    for (const grant of await lockGrants(ctx, ids)) await tell(ctx, grant);
    return ids.length;
  });
}

async function tell(ctx: Ctx, grant: Grant): Promise<void> {
  await updateGrant(ctx, grant.id, { told_at: ctx.clock.now() });
  const receiver = await findReceiver(ctx, grant);
  if (!receiver) return;
  const gift = grant.gift_id ? await findGift(ctx, grant.gift_id) : undefined;
  const params = {
    name: receiver.name,
    company: await findCompanyName(ctx),
    gift: gift?.name ?? say(`rewards:kinds.${grant.kind}`),
    tracking: grant.tracking ? say('rewards:mail.sent_tracking', { tracking: grant.tracking }) : '',
    url: `${ctx.publicUrl}/portal/rewards`,
  };
  const form = grant.kind === 'gift' ? 'sent' : `sent_${grant.kind}`;
  await queueMail(ctx, {
    to: receiver.email,
    to_name: receiver.name,
    subject: say(`rewards:mail.${form}_subject`, params),
    text: say(`rewards:mail.${form}_text`, params),
    kind: 'reward-sent',
    subject_kind: 'grant',
    subject_id: grant.id,
  });
}

/** Days after which what was sent counts as arrived when nobody says otherwise. */
const ARRIVES_DAYS = 21;

/** What was sent three weeks ago and did not come back has arrived. Returns how many. */
export async function assumeDelivered(ctx: Ctx): Promise<number> {
  requireScope(ctx, 'rewards:write');
  return inTransaction(ctx, async (ctx) => {
    const ids = await listUnderWay(ctx, addDays(ctx.clock.now(), -ARRIVES_DAYS), AT_ONCE, true);
    for (const grant of await lockGrants(ctx, ids))
      await moveGrant(ctx, grant, {
        to: 'delivered',
        reason: 'assumed_delivered',
        change: { delivered_at: ctx.clock.now() },
      });
    return ids.length;
  });
}
