import { type Ctx, requireScope } from '../platform/ctx.ts';

/** The names of these accounts, by id. */
export async function accountNames(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  requireScope(ctx, 'customers:read');
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('accounts')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
