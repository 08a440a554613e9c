import { tendRewards } from '../flows/tend-rewards.ts';
import { addDays, addMonths } from '../kernel/time.ts';
import { giveOwnAddress } from '../money/rewards/verbs/addresses.ts';
import { markApplied } from '../money/rewards/verbs/apply-credit.ts';
import { createGift } from '../money/rewards/verbs/gifts.ts';
import { listGrants } from '../money/rewards/verbs/read-grants.ts';
import { markDelivered, markSent } from '../money/rewards/verbs/send-grants.ts';
import type { RewardTerms } from '../partners/programmes/model.ts';
import type { Ctx, PartnerId } from '../platform/ctx.ts';
import { CURRENCY } from './billing.ts';
import type { SimPartner } from './partners.ts';
import type { Scene } from './referrals.ts';
import type { Stage } from './stage.ts';

/** Besides what the template gives the friend and the company: a present for the one who recommended. */
export const THANK_YOU: RewardTerms = {
  key: 'thank-you',
  on: 'first_payment',
  to: 'referrer',
  cap_per_year: 4,
  give: { kind: 'gift', worth_minor: 6000 },
};

const GIFTS = [
  { name: 'Coffee from a small roaster', interests: ['coffee', 'food'], worth_minor: 3500, stock: 20 },
  { name: 'A book of your choice', interests: ['reading'], worth_minor: 3000, stock: 40 },
  { name: 'Herbs for the window sill', interests: ['gardening', 'food'], worth_minor: 2500, stock: 12 },
];

/** Rewards become ready as their waiting time ends, and the product gives what it can; some presents are on their way. */
export function rewardScenes({ now }: Stage, start: Date, partners: readonly SimPartner[]): Scene[] {
  const scenes: Scene[] = [{ at: start.getTime() + 2, play: stockShelves }];
  for (let month = 1; addMonths(start, month, 'UTC') < now; month++)
    scenes.push({ at: addMonths(start, month, 'UTC').getTime() + 1, play: answerAsProduct });
  const tellers = new Set(partners.filter((_one, index) => index % 3 !== 1).map(({ id }) => id));
  scenes.push({ at: addDays(now, -30).getTime(), play: (ctx) => sayWhere(ctx, tellers) });
  scenes.push({ at: addDays(now, -26).getTime(), play: sendSome });
  scenes.push({ at: addDays(now, -4).getTime(), play: (ctx) => sayWhere(ctx, tellers) });
  return [...scenes, { at: now.getTime() - 2, play: answerAsProduct }];
}

async function stockShelves(ctx: Ctx): Promise<void> {
  const everywhere = { description: '', currency: CURRENCY, countries: [], needs_address: true };
  for (const gift of GIFTS) await createGift(ctx, { ...gift, ...everywhere });
}

/** What the product does when it hears that a discount is ready. */
async function answerAsProduct(ctx: Ctx): Promise<void> {
  await tendRewards(ctx);
  for (const { id } of await ready(ctx, 'discount')) await markApplied(ctx, { id });
}

async function ready(ctx: Ctx, kind: 'discount' | 'gift') {
  const query = { state: 'ready', kind, page: 1, per_page: 200, sort: 'promised_at', order: 'asc' } as const;
  return (await listGrants(ctx, query)).items;
}

async function sayWhere(ctx: Ctx, tellers: ReadonlySet<string>): Promise<void> {
  for (const { id, partner, waits_for } of await ready(ctx, 'gift')) {
    if (waits_for !== 'address' || !tellers.has(partner.id)) continue;
    const asPartner: Ctx = {
      ...ctx,
      actor: { kind: 'partner', id: partner.id, email: '', partnerId: partner.id as PartnerId },
    };
    const address = {
      name: partner.name,
      street: 'Example Street 1',
      city: 'Exampleton',
      postcode: '1000',
      country: 'HU',
    };
    await giveOwnAddress(asPartner, id, { address, consent_text: 'Simulated' });
  }
}

async function sendSome(ctx: Ctx): Promise<void> {
  const known = (await ready(ctx, 'gift')).filter(({ waits_for }) => waits_for === null);
  const ids = known.slice(0, 5).map(({ id }) => id);
  if (ids.length === 0) return;
  await markSent(
    ctx,
    ids.map((id, index) => ({ id, tracking: `SIM-${1000 + index}` })),
  );
  await markDelivered(ctx, ids.slice(0, 3));
}
