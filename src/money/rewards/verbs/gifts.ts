import { AppError, invalidField, notFound } from '../../../kernel/errors.ts';
import { isCurrency } from '../../../kernel/money.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../../platform/ctx.ts';
import type { Gift } from '../model.ts';
import type { GiftChange, NewGift } from '../schema.ts';
import * as store from '../store/gifts.ts';
import { lockGrants } from '../store/grants.ts';
import { giveGift, pickLateGift } from './make-ready.ts';

/** The catalogue of gifts, those on offer first. */
export async function listGifts(ctx: Ctx): Promise<{ items: Gift[] }> {
  requireScope(ctx, 'money:read');
  return { items: await store.listGifts(ctx) };
}

/** Puts a gift into the catalogue; promised gifts that waited for one go on. @throws 422 */
export async function createGift(ctx: Ctx, input: NewGift): Promise<Gift> {
  requireScope(ctx, 'rewards:write');
  if (!isCurrency(input.currency)) throw invalidField('currency', `There is no currency ${input.currency}.`);
  return inTransaction(ctx, async (ctx) => {
    const gift: Gift = { ...input, interests: tidy(input.interests), id: newId(ctx, 'gift'), state: 'active' };
    await store.insertGift(ctx, gift);
    await audit(ctx, gift.id, 'gift.create', { name: gift.name, stock: gift.stock });
    await serveWaiting(ctx);
    return (await store.findGift(ctx, gift.id)) ?? gift;
  });
}

/** Changes a gift or its stock; promised gifts that waited for one go on. @throws 404 */
export async function updateGift(ctx: Ctx, id: string, change: GiftChange): Promise<Gift> {
  requireScope(ctx, 'rewards:write');
  return inTransaction(ctx, async (ctx) => {
    if (!(await store.lockGift(ctx, id))) throw notFound('gift', id);
    const { interests, ...rest } = change;
    await store.updateGift(ctx, id, { ...rest, ...(interests ? { interests: tidy(interests) } : {}) });
    await audit(ctx, id, 'gift.update', change);
    await serveWaiting(ctx);
    const gift = await store.findGift(ctx, id);
    if (!gift) throw notFound('gift', id);
    return gift;
  });
}

function tidy(interests: readonly string[]): string[] {
  return [...new Set(interests.map((interest) => interest.trim().toLowerCase()).filter(Boolean))].sort();
}

async function serveWaiting(ctx: Ctx): Promise<void> {
  for (const grant of await lockGrants(ctx, await store.lockGiftless(ctx))) await pickLateGift(ctx, grant);
}

/** Gives a waiting grant another gift than the one picked. @throws 404; 409 when it was sent or none is left */
export async function chooseGift(ctx: Ctx, input: { id: string; gift_id: string }): Promise<void> {
  requireScope(ctx, 'rewards:write');
  await inTransaction(ctx, async (ctx) => {
    const [grant] = await lockGrants(ctx, [input.id]);
    if (!grant) throw notFound('reward', input.id);
    const gift = await store.lockGift(ctx, input.gift_id);
    if (!gift) throw notFound('gift', input.gift_id);
    if (grant.kind !== 'gift' || grant.state !== 'ready')
      throw new AppError('conflict', `The reward is ${grant.state}; a gift is chosen while it waits to be sent.`);
    if (grant.gift_id === gift.id) return;
    if (!(await store.takeFromStock(ctx, gift.id)))
      throw new AppError('conflict', `There is no ${gift.name} left.`, {
        hint: 'Choose another, or add to its stock.',
      });
    if (grant.gift_id) await store.putBack(ctx, grant.gift_id);
    await giveGift(ctx, grant, gift);
    await writeAudit(ctx, {
      action: 'grant.choose_gift',
      subjectKind: 'grant',
      subjectId: grant.id,
      detail: { gift_id: gift.id },
    });
  });
}

function audit(ctx: Ctx, id: string, action: string, detail: object): Promise<void> {
  return writeAudit(ctx, { action, subjectKind: 'gift', subjectId: id, detail });
}
