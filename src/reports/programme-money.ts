import { sql } from 'kysely';
import { type Ctx, requireScope } from '../platform/ctx.ts';

export type CommissionSum = { currency: string; state: string; commissions: number; amount_minor: number };
export type ProgrammeMoney = {
  live_programmes: number;
  approved_partners: number;
  clicks_30_days: number;
  signups_30_days: number;
  commissions: CommissionSum[];
};

/** What have the programmes brought and what do we owe? Commissions net of reversals by state, never summed over currencies. */
export async function programmeMoney(ctx: Ctx): Promise<ProgrammeMoney> {
  requireScope(ctx, 'customers:read');
  const now = ctx.clock.now();
  const since = sql`${now}::timestamptz - interval '30 days'`;
  const { rows } = await sql<Omit<ProgrammeMoney, 'commissions'>>`
    select (select count(*) from programmes where state = 'live') as live_programmes,
      (select count(*) from partners where state = 'approved') as approved_partners,
      (select coalesce(sum(clicks), 0)::bigint from clicks_daily
        where kind = 'human' and on_date >= (${since})::date) as clicks_30_days,
      (select count(*) from bindings where bound_at >= ${since}) as signups_30_days`.execute(ctx.db);
  const sums = await sql<CommissionSum>`
    select currency, state, count(*) as commissions, sum(gross_minor - reversed_minor)::bigint as amount_minor
    from commissions where state <> 'refused' group by 1, 2 order by 1, 2`.execute(ctx.db);
  const counts = rows[0] ?? { live_programmes: 0, approved_partners: 0, clicks_30_days: 0, signups_30_days: 0 };
  return { ...counts, commissions: sums.rows };
}
