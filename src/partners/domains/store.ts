import type { Ctx } from '../../platform/ctx.ts';
import type { LinkDomain } from './model.ts';

/** The domain as it stands: new, or as somebody added it before. */
export async function insertDomain(ctx: Ctx, domain: LinkDomain): Promise<LinkDomain> {
  await ctx.db
    .insertInto('link_domains')
    .values(domain)
    .onConflict((oc) => oc.doNothing())
    .execute();
  return (await findDomain(ctx, domain.domain)) ?? domain;
}

export function findDomain(ctx: Ctx, domain: string): Promise<LinkDomain | undefined> {
  return ctx.db.selectFrom('link_domains').selectAll().where('domain', '=', domain).executeTakeFirst();
}

export function listDomains(ctx: Ctx): Promise<LinkDomain[]> {
  return ctx.db.selectFrom('link_domains').selectAll().orderBy('domain').execute();
}

export async function updateVerified(ctx: Ctx, domain: string, verified_at: Date): Promise<void> {
  await ctx.db.updateTable('link_domains').set({ verified_at }).where('domain', '=', domain).execute();
}

/** Undefined when it was not there. */
export function deleteDomain(ctx: Ctx, domain: string): Promise<{ domain: string } | undefined> {
  return ctx.db.deleteFrom('link_domains').where('domain', '=', domain).returning('domain').executeTakeFirst();
}
