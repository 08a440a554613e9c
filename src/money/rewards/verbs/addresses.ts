import { AppError, notFound } from '../../../kernel/errors.ts';
import { addDays } from '../../../kernel/time.ts';
import { type Ctx, inTransaction, requireScope, signedInPartner } from '../../../platform/ctx.ts';
import { sha256 } from '../../../platform/token.ts';
import { ADDRESS_KEPT_DAYS, ADDRESS_OPEN_DAYS, type Address, type Gift, type Grant } from '../model.ts';
import { goesTo } from '../rules/match-gift.ts';
import { dueOn } from '../rules/moves.ts';
import {
  askAddress,
  eraseAddresses,
  findAddress,
  findByToken,
  keepAddress,
  listUnanswered,
  markReminded,
} from '../store/addresses.ts';
import { findCompanyName, findZone } from '../store/facts.ts';
import { findGift } from '../store/gifts.ts';
import { lockGrants, updateGrant } from '../store/grants.ts';
import { askForAddress } from './make-ready.ts';

/** What the page behind a gift's link shows. */
export type GiftLink = {
  means: 'unknown' | 'open' | 'answered' | 'closed';
  company: string;
  gift?: Pick<Gift, 'name' | 'description' | 'countries'>;
  keptDays: number;
};

/** Reads a gift's link. Opening it changes nothing: mail scanners open links too. */
export async function readGiftLink(ctx: Ctx, token: string): Promise<GiftLink> {
  const company = await findCompanyName(ctx);
  const base = { company, keptDays: ADDRESS_KEPT_DAYS };
  const asked = await findByToken(ctx, sha256(token));
  if (!asked) return { means: 'unknown', ...base };
  const [grant] = await lockGrants(ctx, [asked.grant_id]);
  const gift = grant?.gift_id ? await findGift(ctx, grant.gift_id) : undefined;
  return { means: grant ? meaning(ctx, grant, asked) : 'unknown', ...base, ...(gift ? { gift } : {}) };
}

function meaning(ctx: Ctx, grant: Grant, asked: { expires_at: Date; given_at: Date | null }): GiftLink['means'] {
  if (grant.state === 'sent' || grant.state === 'delivered' || asked.given_at) return 'answered';
  const isOpen = grant.state === 'ready' && grant.waits_for === 'address' && asked.expires_at > ctx.clock.now();
  return isOpen ? 'open' : 'closed';
}

export type Given = { address: Address; consent_text: string };

/**
 * Whoever holds the link says where the gift goes; the link is the right. Returns what came of it.
 * @throws 422 for a country the gift is not sent to
 */
export async function giveAddressByLink(
  outer: Ctx,
  token: string,
  given: Given,
): Promise<'given' | 'unknown' | 'answered' | 'closed'> {
  return inTransaction(outer, async (ctx) => {
    const asked = await findByToken(ctx, sha256(token));
    const [grant] = asked ? await lockGrants(ctx, [asked.grant_id]) : [];
    if (!asked || !grant) return 'unknown';
    const means = meaning(ctx, grant, asked);
    if (means !== 'open') return means;
    await keep(ctx, grant, given);
    return 'given';
  });
}

/** The signed-in partner says where their gift goes, or corrects it before it is sent. @throws 404; 409; 422 */
export async function giveOwnAddress(ctx: Ctx, id: string, given: Given): Promise<void> {
  requireScope(ctx, 'portal:write');
  await inTransaction(ctx, async (ctx) => {
    const [grant] = await lockGrants(ctx, [id]);
    if (!grant || grant.partner_id !== signedInPartner(ctx) || grant.receiver === 'friend')
      throw notFound('reward', id);
    if (grant.state !== 'ready' || !grant.gift_id)
      throw new AppError('conflict', 'This reward needs no address now.', { state: grant.state });
    const asking = { token_hash: sha256(`${id}:portal`), expires_at: addDays(ctx.clock.now(), ADDRESS_OPEN_DAYS) };
    if (!(await findAddress(ctx, id))) await askAddress(ctx, id, asking);
    await keep(ctx, grant, given);
  });
}

/** With the address known the service target begins. */
async function keep(ctx: Ctx, grant: Grant, given: Given): Promise<void> {
  const gift = grant.gift_id ? await findGift(ctx, grant.gift_id) : undefined;
  if (gift && !goesTo(gift, given.address.country))
    throw new AppError('unprocessable', `${gift.name} is not sent to ${given.address.country}.`, { field: 'country' });
  await keepAddress(ctx, grant.id, given);
  const due_on = dueOn(grant.reward, ctx.clock.now(), await findZone(ctx, grant.programme_id));
  await updateGrant(ctx, grant.id, { waits_for: null, due_on, expires_at: null });
}

const REMIND_AT_ONCE = 200;

/** Asks those once more who have not said where their gift goes half-way through their time. Returns how many. */
export async function remindReceivers(ctx: Ctx): Promise<number> {
  requireScope(ctx, 'rewards:write');
  const before = addDays(ctx.clock.now(), -ADDRESS_OPEN_DAYS / 2);
  const ids = await listUnanswered(ctx, before, REMIND_AT_ONCE);
  for (const id of ids) await inTransaction(ctx, (ctx) => remind(ctx, id));
  return ids.length;
}

async function remind(ctx: Ctx, id: string): Promise<void> {
  const [grant] = await lockGrants(ctx, [id]);
  if (grant?.waits_for !== 'address') return;
  await askForAddress(ctx, grant, grant.gift_id ? await findGift(ctx, grant.gift_id) : undefined, 'remind');
  await markReminded(ctx, id);
}

/** Forgets where gifts went, some days after they arrived, and where none will go. Returns how many. */
export async function forgetAddresses(ctx: Ctx): Promise<number> {
  requireScope(ctx, 'rewards:write');
  return eraseAddresses(ctx, addDays(ctx.clock.now(), -ADDRESS_KEPT_DAYS));
}
