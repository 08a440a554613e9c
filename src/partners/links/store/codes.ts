import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Link, LinkState, TargetRule } from '../model.ts';

export type NamedPartner = { link_id: string; partner_id: string; programme_id: string };

/** Whom a code names: a live link with this code, else a live coupon, both whatever the capitals. */
export async function findByCode(ctx: Ctx, code: string): Promise<NamedPartner | undefined> {
  const { rows } = await sql<NamedPartner>`
    select link_id, partner_id, programme_id from (
      select id as link_id, partner_id, programme_id, case when code = ${code} then 0 else 1 end as rank
      from links where lower(code) = lower(${code}) and state = 'active'
      union all
      select 'coupon:' || code, partner_id, programme_id, 2
      from coupons where code = upper(${code}) and state = 'active') named
    order by rank, link_id limit 1`.execute(ctx.db);
  return rows[0];
}

export async function findLink(ctx: Ctx, id: string): Promise<Link | undefined> {
  const row = await ctx.db.selectFrom('links').selectAll().where('id', '=', id).executeTakeFirst();
  return row && { ...row, state: row.state as LinkState, target_rules: row.target_rules as TargetRule[] };
}
