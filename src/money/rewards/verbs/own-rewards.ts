import { AppError, notFound } from '../../../kernel/errors.ts';
import { offsetOf } from '../../../kernel/page.ts';
import { shortName } from '../../../kernel/short-name.ts';
import { type Ctx, inTransaction, requireScope, signedInPartner } from '../../../platform/ctx.ts';
import { say } from '../../../platform/locale.ts';
import { ADDRESS_KEPT_DAYS } from '../model.ts';
import type { InterestsView, OwnGrants, QueueQuery } from '../schema.ts';
import { findCompanyName } from '../store/facts.ts';
import { deleteInterests, findInterests, listInterests, saveInterests } from '../store/gifts.ts';
import { lockGrants } from '../store/grants.ts';
import { listOwn, type NamedGrant } from '../store/list.ts';
import { toView } from './describe-grant.ts';
import { moveGrant } from './move-grant.ts';
import { CODE } from './send-grants.ts';

/** The signed-in partner's rewards and those of their company. Nobody else's. */
export async function readOwnRewards(ctx: Ctx, query: QueueQuery): Promise<OwnGrants> {
  requireScope(ctx, 'portal:read');
  const { items, total } = await listOwn(ctx, signedInPartner(ctx), { limit: query.per_page, offset: offsetOf(query) });
  const address_consent = await addressConsent(ctx);
  return { items: items.map(toOwn), total, page: query.page, per_page: query.per_page, address_consent };
}

/** The words one agrees to when saying where a gift goes. */
export async function addressConsent(ctx: Ctx): Promise<string> {
  return say('rewards:address.consent', { company: await findCompanyName(ctx), days: ADDRESS_KEPT_DAYS });
}

function toOwn(grant: NamedGrant): OwnGrants['items'][number] {
  const view = toView(grant);
  return {
    ...view,
    programme: grant.programmeName,
    customer: grant.customerName && shortName(grant.customerName),
    gift: grant.giftName,
    may_give_address: grant.state === 'ready' && grant.kind === 'gift' && grant.gift_id !== null,
    address: grant.address,
    has_code: grant.code_sealed !== null && (grant.state === 'sent' || grant.state === 'delivered'),
  };
}

/** Shows the code of the partner's own gift card; the first look is its delivery. @throws 404; 409 */
export async function revealOwnCode(ctx: Ctx, id: string): Promise<{ code: string }> {
  requireScope(ctx, 'portal:write');
  return inTransaction(ctx, async (ctx) => {
    const [grant] = await lockGrants(ctx, [id]);
    const isOwn = grant?.partner_id === signedInPartner(ctx) && grant.receiver !== 'friend';
    if (!grant || !isOwn || !grant.code_sealed) throw notFound('gift card', id);
    const code = ctx.tokens.unseal(CODE, grant.code_sealed);
    if (code === undefined)
      throw new AppError('conflict', 'The code cannot be read any more; ask for a new card.', { id });
    if (grant.state === 'sent')
      await moveGrant(ctx, grant, {
        to: 'delivered',
        reason: 'code_read',
        change: { delivered_at: ctx.clock.now(), told_at: grant.told_at ?? ctx.clock.now() },
      });
    return { code };
  });
}

/** What the partner said they like, and what there is to choose from. */
export async function readInterests(ctx: Ctx): Promise<InterestsView> {
  requireScope(ctx, 'portal:read');
  const said = await findInterests(ctx, signedInPartner(ctx));
  return {
    interests: said?.interests ?? [],
    consent_text: said?.consent_text ?? null,
    at: said?.at.toISOString() ?? null,
    offered: await listInterests(ctx),
    consent_asked: await interestsConsent(ctx),
  };
}

async function interestsConsent(ctx: Ctx): Promise<string> {
  return say('rewards:interests.consent', { company: await findCompanyName(ctx) });
}

/** Keeps what the partner likes with the words they agreed to; nothing at all takes it back. */
export async function saveOwnInterests(ctx: Ctx, input: { interests: string[] }): Promise<InterestsView> {
  requireScope(ctx, 'portal:write');
  return inTransaction(ctx, async (ctx) => {
    const interests = [...new Set(input.interests.map((one) => one.trim().toLowerCase()))].sort();
    if (interests.length === 0) await deleteInterests(ctx, signedInPartner(ctx));
    else await saveInterests(ctx, signedInPartner(ctx), { interests, consent_text: await interestsConsent(ctx) });
    return readInterests(ctx);
  });
}
