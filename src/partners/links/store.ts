import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Coupon, Link, LinkState, RedirectLink, TargetRule } from './model.ts';

/** Undefined when the code belongs to another link already. */
export async function insertLink(ctx: Ctx, link: Link): Promise<Link | undefined> {
  const row = await ctx.db
    .insertInto('links')
    .values({ ...link, target_rules: JSON.stringify(link.target_rules) })
    .onConflict((oc) => oc.column('code').doNothing())
    .returningAll()
    .executeTakeFirst();
  return row && toLink(row);
}

/** The columns whose values the database holds to the words of the model. */
export function toLink<T extends { state: string; target_rules: unknown }>(row: T) {
  return { ...row, state: row.state as LinkState, target_rules: row.target_rules as TargetRule[] };
}

export async function lockLink(ctx: Ctx, id: string): Promise<Link | undefined> {
  const row = await ctx.db.selectFrom('links').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toLink(row);
}

export async function updateLink(ctx: Ctx, { id, state, target_url, target_rules }: Link): Promise<void> {
  const change = { state, target_url, target_rules: JSON.stringify(target_rules) };
  await ctx.db.updateTable('links').set(change).where('id', '=', id).execute();
}

/** The partner's name when it is enrolled in the programme, and the product's address. */
export async function findEnrolled(ctx: Ctx, key: { programme_id: string; partner_id: string }) {
  return ctx.db
    .selectFrom('enrolments')
    .innerJoin('partners', 'partners.id', 'enrolments.partner_id')
    .select(['partners.name', 'partners.state as partner_state', 'enrolments.state'])
    .where('enrolments.programme_id', '=', key.programme_id)
    .where('enrolments.partner_id', '=', key.partner_id)
    .executeTakeFirst();
}

export async function findProductUrl(ctx: Ctx): Promise<string | null> {
  const row = await ctx.db.selectFrom('company_settings').select('product_url').executeTakeFirst();
  return row?.product_url ?? null;
}

/** Hosts beside the product's to which links may lead. */
export async function listVerifiedDomains(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db.selectFrom('link_domains').select('domain').where('verified_at', 'is not', null).execute();
  return rows.map(({ domain }) => domain);
}

/** Oldest first. */
export async function listLinks(ctx: Ctx, partnerId: string): Promise<Link[]> {
  const rows = await ctx.db
    .selectFrom('links')
    .selectAll()
    .where('partner_id', '=', partnerId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(toLink);
}

/** False when the code belongs to a coupon already. */
export async function insertCoupon(ctx: Ctx, coupon: Coupon): Promise<boolean> {
  const row = await ctx.db
    .insertInto('coupons')
    .values({ ...coupon, created_at: ctx.clock.now() })
    .onConflict((oc) => oc.column('code').doNothing())
    .returning('code')
    .executeTakeFirst();
  return row !== undefined;
}

export async function updateCouponState(ctx: Ctx, code: string, state: Coupon['state']): Promise<Coupon | undefined> {
  const row = await ctx.db
    .updateTable('coupons')
    .set({ state })
    .where('code', '=', code)
    .returning(['code', 'programme_id', 'partner_id', 'state', 'accounts_at_most', 'expires_at'])
    .executeTakeFirst();
  return row && { ...row, state: row.state as Coupon['state'] };
}

/** Links with what a redirect has to know about them: those named, or a page of all by code. */
export async function listForRedirect(
  ctx: Ctx,
  which: { codes: readonly string[] } | { after: string; limit: number },
): Promise<RedirectLink[]> {
  const query = ctx.db
    .selectFrom('links')
    .innerJoin('partners', 'partners.id', 'links.partner_id')
    .innerJoin('programmes', 'programmes.id', 'links.programme_id')
    .select([
      'links.id',
      'links.code',
      'links.partner_id',
      'links.programme_id',
      'links.target_url',
      'links.target_rules',
      'links.state',
      'links.expires_at',
      'partners.state as partner_state',
      'programmes.state as programme_state',
    ]);
  const rows =
    'codes' in which
      ? await query.where('links.code', '=', sql<string>`any(${which.codes})`).execute()
      : await query.where('links.code', '>', which.after).orderBy('links.code').limit(which.limit).execute();
  return rows.map(toLink);
}
