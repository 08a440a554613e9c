import { type Ctx, requireScope } from '../../../platform/ctx.ts';
import type { ClickToken } from '../../links/model.ts';
import { listToldSince, type Told } from '../store/events.ts';

export type SeenClicks = { clicks: ReadonlySet<string>; visitors: ReadonlySet<string> };

/** The accounts that told of one of these clicks, or of their visitors, in what was received since an instant. */
export async function listAccountsAwaiting(ctx: Ctx, since: Date, arrived: () => SeenClicks): Promise<string[]> {
  requireScope(ctx, 'track:write');
  const told = await listToldSince(ctx, since);
  if (told.length === 0) return [];
  const { clicks, visitors } = arrived();
  const awaits = (one: Told) =>
    (one.visitor !== null && visitors.has(one.visitor)) || clicksOf(ctx, one).some((id) => clicks.has(id));
  return [...new Set(told.filter(awaits).map(({ account }) => account))].sort();
}

function clicksOf(ctx: Ctx, { click_token, click_tokens }: Told): string[] {
  return [click_token, ...(click_tokens ?? [])].flatMap((text) => {
    const token = text === null ? undefined : ctx.tokens.read<ClickToken>('click', text);
    return token ? [token.click] : [];
  });
}
