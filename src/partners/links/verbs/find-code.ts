import { type Ctx, requireScope } from '../../../platform/ctx.ts';
import type { ClickToken, Link } from '../model.ts';
import { findByCode, findLink } from '../store/codes.ts';

/**
 * The evidence behind what somebody brought along: a click token as it is, or the code of a partner's link or coupon
 * turned into one, as if it had been clicked at `at`. `name` names the occasion, so that it counts once. Undefined when
 * it names nobody.
 */
export async function tokenOfCode(
  ctx: Ctx,
  text: string,
  occasion: { name: string; at: Date },
): Promise<string | undefined> {
  requireScope(ctx, 'track:write');
  if (ctx.tokens.read('click', text)) return text;
  const named = /^[\w-]{2,64}$/.test(text) ? await findByCode(ctx, text) : undefined;
  if (!named) return undefined;
  const token: ClickToken = {
    link: named.link_id,
    partner: named.partner_id,
    programme: named.programme_id,
    click: `via:${occasion.name}`,
    at: occasion.at.toISOString(),
  };
  return ctx.tokens.sign('click', token);
}

/** The link that was clicked to get a token; undefined when the token is not ours, or names no link. */
export function linkOfToken(ctx: Ctx, token: string): Promise<Link | undefined> {
  requireScope(ctx, 'track:write');
  const read = ctx.tokens.read<ClickToken>('click', token);
  return read ? findLink(ctx, read.link) : Promise.resolve(undefined);
}
