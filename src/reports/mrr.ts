import { sql } from 'kysely';
import type { IsoDate } from '../kernel/time.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { CompanyFacts } from './company.ts';
import { readMinor } from './metric.ts';
import { activeOn, pricedSubscriptions } from './sql/priced-subscriptions.ts';

export type MrrFacts = {
  mrrMinor: number;
  payingAccounts: number;
  subscriptions: number;
  trials: number;
  /** Paid subscriptions left out because their currency has no rate. */
  unpriced: number;
};

/** What recurs a month at the end of day `on`, and from how many? */
export async function mrrOn(ctx: Ctx, company: CompanyFacts, on: IsoDate): Promise<MrrFacts> {
  const { rows } = await sql<{ mrr: string | null; paying: number; subs: number; trials: number; unpriced: number }>`
    select sum(mrr)::text as mrr, count(distinct account_id) filter (where is_paid) as paying,
      count(*) as subs, count(*) filter (where is_trial) as trials, count(*) filter (where not is_priced) as unpriced
    from ${pricedSubscriptions(company.currency)} s where ${activeOn(on)}`.execute(ctx.db);
  const row = rows[0];
  return {
    mrrMinor: readMinor(row?.mrr ?? null),
    payingAccounts: row?.paying ?? 0,
    subscriptions: row?.subs ?? 0,
    trials: row?.trials ?? 0,
    unpriced: row?.unpriced ?? 0,
  };
}
