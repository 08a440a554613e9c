import { meaningsOf } from '../customers/stripe/verbs/events.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';

/** Everything the discounts are called: what we were told they mean, and what Stripe calls them. */
export async function couponsOf(ctx: Ctx, names: readonly string[]): Promise<string[]> {
  requireScope(ctx, 'track:write');
  const all = new Set(names);
  for (let news = [...names], turns = 0; news.length > 0 && turns < 3; turns += 1) {
    const meant = [...(await meaningsOf(ctx, 'discount', news)).values()];
    news = meant.filter((name) => !all.has(name));
    for (const name of news) all.add(name);
  }
  return [...all].filter((name) => name.length <= 64).slice(0, 50);
}
