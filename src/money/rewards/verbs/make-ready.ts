import { addDays } from '../../../kernel/time.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { say } from '../../../platform/locale.ts';
import { queueMail } from '../../../platform/mail.ts';
import { makeSecretToken } from '../../../platform/token.ts';
import { ADDRESS_OPEN_DAYS, type Gift, type Grant } from '../model.ts';
import { matchGift } from '../rules/match-gift.ts';
import { dueOn } from '../rules/moves.ts';
import { askAddress } from '../store/addresses.ts';
import { findCompanyName, findContact, findReferrer, findZone } from '../store/facts.ts';
import { findGift, listGifts, takeFromStock } from '../store/gifts.ts';
import { type GrantChange, updateGrant } from '../store/grants.ts';
import { moveGrant } from './move-grant.ts';

/**
 * The waiting time is over: from now on the reward is owed. Billing and the product are told; a gift is picked and its
 * receiver asked where it goes. The service target starts here, and with the address for what is sent to one.
 */
export async function makeReady(ctx: Ctx, grant: Grant, reason = 'ready'): Promise<Grant> {
  const due_on = dueOn(grant.reward, ctx.clock.now(), await findZone(ctx, grant.programme_id));
  const gift = grant.kind === 'gift' ? await reserveGift(ctx, grant) : undefined;
  const picked =
    grant.kind === 'gift' ? { ...waitingFor(gift), due_on: gift?.needs_address ? null : due_on } : { due_on };
  const ready = await moveGrant(ctx, grant, { to: 'ready', reason, change: { ready_at: ctx.clock.now(), ...picked } });
  if (ready.waits_for === 'address') await askForAddress(ctx, ready, gift);
  return ready;
}

function waitingFor(gift: Gift | undefined): Pick<GrantChange, 'gift_id' | 'waits_for' | 'expires_at'> {
  if (!gift) return { gift_id: null, waits_for: 'gift' };
  return { gift_id: gift.id, waits_for: gift.needs_address ? 'address' : null };
}

/** The gift that fits best and is still there; another one when the last was taken a moment ago. */
async function reserveGift(ctx: Ctx, grant: Grant): Promise<Gift | undefined> {
  const referrer = await findReferrer(ctx, grant.partner_id);
  const isOwn = grant.receiver !== 'friend';
  const wish = {
    interests: isOwn ? (referrer?.interests ?? []) : [],
    worthMinor: grant.amount_minor,
    currency: grant.currency,
    country: isOwn ? (referrer?.country ?? null) : null,
  };
  const kept = grant.gift_id ? await findGift(ctx, grant.gift_id) : undefined;
  if (kept) return kept;
  const gifts = await listGifts(ctx);
  for (let left = gifts; ; ) {
    const gift = matchGift(left, wish);
    if (!gift || (await takeFromStock(ctx, gift.id))) return gift;
    left = left.filter(({ id }) => id !== gift.id);
  }
}

/** A gift came into stock: reserves it for a grant that waited for one. */
export async function pickLateGift(ctx: Ctx, grant: Grant): Promise<void> {
  const gift = await reserveGift(ctx, grant);
  if (gift) await giveGift(ctx, grant, gift);
}

/** Gives the grant this gift, already taken from the shelf, and goes on from there. */
export async function giveGift(ctx: Ctx, grant: Grant, gift: Gift): Promise<void> {
  const due = dueOn(grant.reward, ctx.clock.now(), await findZone(ctx, grant.programme_id));
  const change = { ...waitingFor(gift), due_on: gift.needs_address ? null : due };
  await updateGrant(ctx, grant.id, change);
  if (gift.needs_address) await askForAddress(ctx, { ...grant, ...change } as Grant, gift);
}

/** Writes to the receiver with a link to the page that takes the address; an earlier link stops working. */
export async function askForAddress(ctx: Ctx, grant: Grant, gift: Gift | undefined, form = 'ask'): Promise<void> {
  const receiver = await findReceiver(ctx, grant);
  const { token, hash } = makeSecretToken();
  const expires_at = addDays(ctx.clock.now(), ADDRESS_OPEN_DAYS);
  await askAddress(ctx, grant.id, { token_hash: hash, expires_at });
  await updateGrant(ctx, grant.id, { expires_at });
  if (!receiver) return;
  const params = {
    name: receiver.name,
    company: await findCompanyName(ctx),
    gift: gift?.name ?? '',
    url: `${ctx.publicUrl}/gift/${token}`,
    until: expires_at.toISOString().slice(0, 10),
  };
  await queueMail(ctx, {
    to: receiver.email,
    to_name: receiver.name,
    subject: say(`rewards:mail.${form}_subject`, params),
    text: say(`rewards:mail.${form}_text`, params),
    kind: 'gift-address',
    subject_kind: 'grant',
    subject_id: grant.id,
  });
}

/** Who is written to about a reward: the one who referred, or somebody at the friend's company. */
export async function findReceiver(ctx: Ctx, grant: Grant): Promise<{ name: string; email: string } | undefined> {
  if (grant.receiver !== 'friend') return findReferrer(ctx, grant.partner_id);
  const contact = grant.receiver_account_id ? await findContact(ctx, grant.receiver_account_id) : undefined;
  return contact && { name: contact.name ?? '', email: contact.email };
}
