import { sql } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';

/** What did each partner earn in a programme since an instant, after what was taken back? In the programme's currency. */
export async function earnedByPartner(
  ctx: Ctx,
  { programmeId, since }: { programmeId: string; since: Date },
): Promise<{ partner_id: string; partner: string; net_minor: number }[]> {
  const { rows } = await sql<{ partner_id: string; partner: string; net_minor: number }>`
    select p.id as partner_id, p.name as partner, sum(c.gross_minor - c.reversed_minor)::bigint as net_minor
    from commissions c join partners p on p.id = c.partner_id join programmes g on g.id = c.programme_id
    where c.programme_id = ${programmeId} and c.earned_at >= ${since} and c.state <> 'refused'
      and c.superseded_at is null and c.currency = g.currency and c.rule <> 'lead'
    group by p.id, p.name order by p.name, p.id`.execute(ctx.db);
  return rows;
}
