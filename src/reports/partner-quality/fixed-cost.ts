import { sql } from 'kysely';
import type { IsoDate } from '../../kernel/time.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { lastTwelveMonths } from '../acquisition.ts';
import type { CompanyFacts } from '../company.ts';
import { broughtCustomers } from './brought.ts';

/** What the partner channel is called in the costs by channel, in lower case. */
const PARTNER_CHANNELS = [
  'partner',
  'partners',
  'partner programme',
  'partner program',
  'affiliate',
  'affiliates',
  'referral',
  'referrals',
  'referral programme',
  'referral program',
];

/**
 * What the partner channel cost beside commissions and rewards (people, tools) for each customer that partners won, over
 * the months of the last twelve whose cost is entered; null when none is, or nobody was won in them.
 */
export async function fixedCost(
  ctx: Ctx,
  { company, on }: { company: CompanyFacts; on: IsoDate },
): Promise<number | null> {
  const { from, to } = lastTwelveMonths(on);
  const { rows } = await sql<{ cost: number | null; won: number | null }>`
    with costs as materialized (
      select month, sum(amount_reporting_minor) as cost from channel_costs
      where lower(trim(channel)) = any(${PARTNER_CHANNELS}::text[]) and amount_reporting_minor is not null
        and month between ${from}::date and ${to}::date group by month
    )
    select sum(cost)::float8 as cost, (
      select count(*) from ${broughtCustomers(company, on)} b
      where date_trunc('month', b.started_on)::date in (select month from costs)
    ) as won from costs`.execute(ctx.db);
  const { cost = null, won = null } = rows[0] ?? {};
  return cost === null || !won ? null : cost / won;
}
