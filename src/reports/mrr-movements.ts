import { sql } from 'kysely';
import type { IsoDate } from '../kernel/time.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { CompanyFacts } from './company.ts';
import { readMinor } from './metric.ts';
import { pricedSubscriptions } from './sql/priced-subscriptions.ts';

export const MOVEMENTS = ['new', 'expansion', 'contraction', 'churn', 'reactivation'] as const;
export type Movement = (typeof MOVEMENTS)[number];

/** One calendar month (`YYYY-MM`; the last one up to `through`). Amounts are signed and sum to end − start exactly. */
export type MovementMonth = {
  month: string;
  startMinor: number;
  endMinor: number;
  payingAccounts: number;
  amounts: Record<Movement, number>;
  accounts: Record<Movement, number>;
};

type Row = { month: string; movement: Movement; amount: string; accounts: number };

/**
 * How did MRR move, account by account, from month end to month end? The whole history, oldest month first, without
 * gaps, through day `through`; of all accounts, or of one. An account's first paying month is new; a later return from 0 is a reactivation.
 */
export async function mrrMovements(
  ctx: Ctx,
  company: CompanyFacts,
  through: IsoDate,
  accountId?: string,
): Promise<MovementMonth[]> {
  const own = accountId ? sql`account_id = ${accountId}` : sql`true`;
  const { rows } = await sql<Row>`
    with steps as (
      select account_id, date_trunc('month', on_date)::date as month, sum(step) as step
      from (
        select account_id, started_on as on_date, mrr as step from ${pricedSubscriptions(company.currency)} p
        union all
        select account_id, ended_on, -mrr from ${pricedSubscriptions(company.currency)} p where ended_on is not null
      ) moves
      where on_date <= ${through}::date and ${own}
      group by 1, 2
    ), running as (
      select account_id, month, step,
        sum(step) over (partition by account_id order by month rows between unbounded preceding and current row) as after
      from steps
    ), known as (
      select *, max(after) over (
        partition by account_id order by month rows between unbounded preceding and 1 preceding) as best_before
      from running
    )
    select to_char(month, 'YYYY-MM') as month,
      case when after = step and coalesce(best_before, 0) = 0 then 'new'
        when after = step then 'reactivation'
        when after = 0 then 'churn'
        when step > 0 then 'expansion' else 'contraction' end as movement,
      sum(step)::text as amount, count(*) as accounts
    from known where step <> 0
    group by 1, 2 order by 1`.execute(ctx.db);
  return unfold(rows, through.slice(0, 7));
}

function blank(): Record<Movement, number> {
  return { new: 0, expansion: 0, contraction: 0, churn: 0, reactivation: 0 };
}

function unfold(rows: readonly Row[], lastMonth: string): MovementMonth[] {
  const byMonth = Map.groupBy(rows, (row) => row.month);
  const months: MovementMonth[] = [];
  let startMinor = 0;
  let paying = 0;
  for (const month of monthsBetween(rows[0]?.month, lastMonth)) {
    const amounts = blank();
    const accounts = blank();
    for (const row of byMonth.get(month) ?? []) {
      amounts[row.movement] = readMinor(row.amount);
      accounts[row.movement] = row.accounts;
    }
    const endMinor = MOVEMENTS.reduce((sum, movement) => sum + amounts[movement], startMinor);
    paying += accounts.new + accounts.reactivation - accounts.churn;
    months.push({ month, startMinor, endMinor, payingAccounts: paying, amounts, accounts });
    startMinor = endMinor;
  }
  return months;
}

/** Calendar months from `first` to `last`, both included; none when `first` is unknown or later. */
export function monthsBetween(first: string | undefined, last: string): string[] {
  if (!first) return [];
  const months: string[] = [];
  for (
    let month = Temporal.PlainYearMonth.from(first);
    Temporal.PlainYearMonth.compare(month, Temporal.PlainYearMonth.from(last)) <= 0;
    month = month.add({ months: 1 })
  ) {
    months.push(month.toString());
  }
  return months;
}
