import { type Ctx, requireScope } from '../../../platform/ctx.ts';
import { findAliases, findUsers, upsertAliases, upsertUsers } from '../store/names.ts';

/** The person behind each user id that events told of. */
export async function usersByNames(ctx: Ctx, names: readonly string[]): Promise<Map<string, string>> {
  requireScope(ctx, 'events:write');
  return findUsers(ctx, names);
}

/** The user that each visitor or former id turned out to be. */
export async function aliasesOf(ctx: Ctx, names: readonly string[]): Promise<Map<string, string>> {
  requireScope(ctx, 'events:write');
  return findAliases(ctx, names);
}

/** Keeps which person each user id means, and which user each other name. */
export async function keepNames(
  ctx: Ctx,
  { people, aliases }: { people: ReadonlyMap<string, string>; aliases: ReadonlyMap<string, string> },
): Promise<void> {
  requireScope(ctx, 'events:write');
  await upsertUsers(ctx, people);
  await upsertAliases(ctx, aliases);
}
