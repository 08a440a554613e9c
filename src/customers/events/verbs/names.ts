import { type Ctx, requireScope } from '../../../platform/ctx.ts';
import { findAliases, findUsers, listNamesOf, upsertAliases, upsertUsers } from '../store/names.ts';

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

/** Users with every other name that means one of them. */
export async function withOtherNames(ctx: Ctx, users: readonly string[]): Promise<string[]> {
  requireScope(ctx, 'events:write');
  return users.length === 0 ? [] : [...new Set([...users, ...(await listNamesOf(ctx, users))])];
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
