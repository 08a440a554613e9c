import { sql } from 'kysely';
import { addMonthsToDate, type IsoDate, monthEnd } from '../kernel/time.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { CompanyFacts } from './company.ts';
import { readMinor } from './metric.ts';
import { activeOn, pricedSubscriptions } from './sql/priced-subscriptions.ts';

export type RevenueRetention = {
  startOn: IsoDate;
  accounts: number;
  startMinor: number;
  endMinor: number;
  /** Of each account the smaller of what it paid then and pays now. */
  keptMinor: number;
};

/** Twelve months earlier; from a month's last day to a month's last day. */
export function yearBefore(on: IsoDate): IsoDate {
  return on === monthEnd(on.slice(0, 7))
    ? monthEnd(addMonthsToDate(`${on.slice(0, 7)}-01`, -12).slice(0, 7))
    : addMonthsToDate(on, -12);
}

/** What do the accounts with an active subscription twelve months before `on` (trials count, with 0) pay today? */
export async function revenueRetention(ctx: Ctx, company: CompanyFacts, on: IsoDate): Promise<RevenueRetention> {
  const startOn = yearBefore(on);
  const { rows } = await sql<{ accounts: number; start: string | null; end: string | null; kept: string | null }>`
    select count(*) as accounts, sum(then_mrr)::text as start, sum(now_mrr)::text as end,
      sum(least(then_mrr, now_mrr))::text as kept
    from (
      select account_id, bool_or(${activeOn(startOn)}) as was_active,
        coalesce(sum(mrr) filter (where ${activeOn(startOn)}), 0) as then_mrr,
        coalesce(sum(mrr) filter (where ${activeOn(on)}), 0) as now_mrr
      from ${pricedSubscriptions(company.currency)} s
      group by account_id
    ) accounts where was_active`.execute(ctx.db);
  const row = rows[0];
  return {
    startOn,
    accounts: row?.accounts ?? 0,
    startMinor: readMinor(row?.start ?? null),
    endMinor: readMinor(row?.end ?? null),
    keptMinor: readMinor(row?.kept ?? null),
  };
}
