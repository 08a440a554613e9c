import { creditConversion } from '../flows/credit-conversion.ts';
import { recordSignup } from '../flows/record-signup.ts';
import { reverseConversion } from '../flows/reverse-conversion.ts';
import { addDaysToDate, DAY_MS, HOUR_MS, type IsoDate, MINUTE_MS } from '../kernel/time.ts';
import { recordClick } from '../partners/clicks/service.ts';
import type { ClickToken } from '../partners/links/model.ts';
import { suspendPartner } from '../partners/partners/service.ts';
import { type Ctx, newId } from '../platform/ctx.ts';
import { amountOn, billingDays, CURRENCY, seatsOn } from './billing.ts';
import type { SimPartner } from './partners.ts';
import { atMs, type SimAccount } from './population.ts';
import type { Stage } from './stage.ts';

/** Something that happens at an instant of the past; told in order, through the product's own verbs. */
export type Scene = { at: number; play(ctx: Ctx): Promise<unknown> };

/** Clicks that came to nothing, the click and the sign-up of each brought account, and every invoice it paid. */
export function referralScenes(stage: Stage, partners: SimPartner[], brought: SimAccount[]): Scene[] {
  return partners.flatMap((partner, index) => {
    const own = brought.filter((account) => account.partner === index);
    return [
      ...idleClicks(stage, partner, own.length + 4),
      ...own.flatMap((account) => storyOf(stage, partner, account)),
      ...(partner.member.is_fraud ? [suspension(stage, partner)] : []),
    ];
  });
}

function idleClicks({ draw, now }: Stage, partner: SimPartner, count: number): Scene[] {
  const since = partner.link.created_at.getTime();
  return Array.from({ length: count }, () => {
    const at = Math.round(since + draw.random() * (now.getTime() - since));
    const isBot = draw.chance(0.15);
    const visitor = `idle-${Math.floor(draw.random() * 1e9)}`;
    return { at, play: (ctx: Ctx) => click(ctx, partner, { visitor, kind: isBot ? 'bot' : 'human' }) };
  });
}

function storyOf(stage: Stage, partner: SimPartner, account: SimAccount): Scene[] {
  const { draw, stamp } = stage;
  const signedUp = atMs(account.signed_up_on) + draw.whole(8, 16) * HOUR_MS;
  const isFraud = partner.member.is_fraud;
  // Some come back long after the click, when it counts no more.
  const isLate = !isFraud && draw.chance(0.12);
  const clicked = signedUp - (isLate ? draw.whole(32, 50) * DAY_MS : draw.whole(20, 60 * 24 * 6) * MINUTE_MS);
  const visitor = isFraud ? 'fraud-farm' : account.key;
  let token = '';
  const arrive: Scene = {
    at: Math.max(clicked, partner.link.created_at.getTime() + MINUTE_MS),
    play: async (ctx) => {
      token = await click(ctx, partner, { visitor, kind: 'human' });
    },
  };
  const host = isFraud ? 'mailinator.com' : account.domain;
  const enter: Scene = {
    at: signedUp,
    play: (ctx) =>
      recordSignup(ctx, {
        account_id: account.key,
        account_name: account.name,
        email: `owner.${account.key}@${host}`,
        click_token: token,
      }),
  };
  const invoices = billingDays(account, stamp.today).map((on) => payment(account, on));
  return [arrive, enter, ...invoices.filter(({ at }) => at < stage.now.getTime()), ...refunds(stage, account)];
}

/** Somebody looked at the flags. What is sold afterwards is refused, what was held stays held. */
function suspension({ now }: Stage, { id }: SimPartner): Scene {
  const reason = 'Simulated: sign-ups from one network with throw-away addresses';
  return { at: now.getTime() - 40 * DAY_MS, play: (ctx) => suspendPartner(ctx, id, { reason }) };
}

function payment(account: SimAccount, on: IsoDate): Scene {
  const at = atMs(on) + 20 * HOUR_MS;
  return {
    at,
    play: (ctx) =>
      creditConversion(ctx, {
        invoice_id: `${account.key}-i${on}`,
        account_id: account.key,
        currency: CURRENCY,
        paid_at: new Date(at).toISOString(),
        lines: [{ product: account.plan, quantity: seatsOn(account, on), amount_minor: amountOn(account, on) }],
      }),
  };
}

/** One brought customer in five gets part of an invoice back: some soon, some after its commission was paid. */
function refunds({ draw, stamp, now }: Stage, account: SimAccount): Scene[] {
  const first = account.signed_up_on;
  if (!draw.chance(0.2)) return [];
  const at = atMs(addDaysToDate(first, draw.chance(0.5) ? 9 : 75)) + 21 * HOUR_MS;
  if (at >= now.getTime() - DAY_MS || addDaysToDate(first, 1) >= stamp.today) return [];
  const amount_minor = Math.floor(amountOn(account, first) / 3);
  const refund = {
    refund_id: `${account.key}-r1`,
    invoice_id: `${account.key}-i${first}`,
    amount_minor,
    reason: 'Fewer seats',
  };
  return [{ at, play: (ctx) => reverseConversion(ctx, refund) }];
}

type Visit = { visitor: string; kind: 'human' | 'bot' };

/** Keeps the click as the redirect would, and returns the token the visitor takes along. */
async function click(ctx: Ctx, { link }: SimPartner, { visitor, kind }: Visit): Promise<string> {
  const at = ctx.clock.now();
  const id = newId(ctx, 'click');
  const network = visitor === 'fraud-farm' ? '203.0.113' : `198.51.100.${visitor}`;
  await recordClick(ctx, {
    id,
    link_id: link.id,
    partner_id: link.partner_id,
    programme_id: link.programme_id,
    occurred_at: at,
    visitor_key: ctx.tokens.keyedHash('visitor', visitor),
    network_key: ctx.tokens.keyedHash('network', network),
    consent: true,
    kind,
    known_account_id: null,
    referrer_host: null,
  });
  const { partner_id: partner, programme_id: programme } = link;
  const token: ClickToken = { link: link.id, partner, programme, click: id, at: at.toISOString() };
  return ctx.tokens.sign('click', token);
}
