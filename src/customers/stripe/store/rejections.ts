import { sql } from 'kysely';
import { offsetOf, type PageQuery } from '../../../kernel/page.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { REJECTIONS_KEPT, type Rejection } from '../model.ts';

export type RejectionRow = {
  id: string;
  received_at: Date;
  reason: Rejection;
  stripe_id: string | null;
  type: string | null;
  signature: string | null;
  body_head: string;
  body_bytes: number;
  body_hash: string;
};

/** Keeps a rejected delivery; the oldest above the limit go. */
export async function insertRejection(ctx: Ctx, row: RejectionRow): Promise<void> {
  await ctx.db.insertInto('stripe_rejections').values(row).execute();
  await sql`delete from stripe_rejections where id in (
    select id from stripe_rejections order by received_at desc, id desc offset ${REJECTIONS_KEPT})`.execute(ctx.db);
}

export async function listRejections(ctx: Ctx, query: PageQuery): Promise<{ items: RejectionRow[]; total: number }> {
  const rows = await ctx.db
    .selectFrom('stripe_rejections')
    .selectAll()
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(query.per_page)
    .offset(offsetOf(query))
    .execute();
  const counted = await ctx.db
    .selectFrom('stripe_rejections')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { items: rows as RejectionRow[], total: counted.total };
}
