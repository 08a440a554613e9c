import { type RawBuilder, sql } from 'kysely';
import { type Minor, rational, roundToMinor } from '../kernel/money.ts';
import type { IsoDate } from '../kernel/time.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { CompanyFacts } from './company.ts';
import { yearBefore } from './revenue-retention.ts';

/** What keeping customers cost in the twelve months up to day `on`. Null where a cost is not set. */
export type RetentionCost = {
  /** Of its tickets, of touches logged with it, and of tasks done for it. */
  accountMinutes: number;
  ownMinor: Minor | null;
  fixedShareMinor: Minor | null;
  totalMinor: Minor | null;
};

/** (account_id, minutes) of every ticket of the year. */
const ticketMinutes = (on: IsoDate) => sql`
  select account_id, resolution_minutes as minutes from tickets
  where opened_at >= ${yearBefore(on)}::date + 1 and opened_at < ${on}::date + 1`;

/** The same of every touch that was logged, and of every task of a playbook that was done and says how long it took. */
const touchMinutes = (on: IsoDate) => sql`
  select account_id, minutes from touches where happened_on > ${yearBefore(on)}::date and happened_on <= ${on}::date
  union all
  select r.account_id, t.minutes from playbook_tasks t join playbook_runs r on r.id = t.run_id
  where t.state = 'done' and t.settled_at >= ${yearBefore(on)}::date + 1 and t.settled_at < ${on}::date + 1`;

type Minutes = { all: number; own: number };

async function minutes(ctx: Ctx, spent: RawBuilder<unknown>, accountId: string): Promise<Minutes> {
  const { rows } = await sql<{ all: number | null; own: number | null }>`
    select sum(minutes)::integer as all, (sum(minutes) filter (where account_id = ${accountId}))::integer as own
    from (${spent}) s`.execute(ctx.db);
  return { all: rows[0]?.all ?? 0, own: rows[0]?.own ?? 0 };
}

function costOfMinutes(spent: number, hourlyMinor: Minor | null): Minor | null {
  return hourlyMinor === null ? null : roundToMinor({ num: BigInt(spent) * BigInt(hourlyMinor), den: 60n });
}

/**
 * What did keeping this account cost in a year? Minutes of tickets, touches and done tasks × hourly cost, plus an equal
 * share of what the year's customer-success cost leaves after all of these. `customers`: paying accounts that share it.
 */
export async function retentionCostOf(
  ctx: Ctx,
  input: { company: CompanyFacts; on: IsoDate; accountId: string; customers: number },
): Promise<RetentionCost> {
  const { company, customers } = input;
  const spent = await minutes(
    ctx,
    sql`${ticketMinutes(input.on)} union all ${touchMinutes(input.on)}`,
    input.accountId,
  );
  const ownMinor = costOfMinutes(spent.own, company.successHourlyCostMinor);
  const variable = costOfMinutes(spent.all, company.successHourlyCostMinor) ?? 0;
  const fixedShareMinor =
    company.successCostYearMinor === null || customers === 0
      ? null
      : roundToMinor(rational(Math.max(0, company.successCostYearMinor - variable), customers));
  const known = [ownMinor, fixedShareMinor].filter((part) => part !== null);
  const totalMinor = known.length === 0 ? null : known.reduce((sum, part) => sum + part, 0);
  return { accountMinutes: spent.own, ownMinor, fixedShareMinor, totalMinor };
}

/**
 * What keeping a customer costs in a month beside its own tickets: an equal share of what the year's customer-success cost
 * leaves after all tickets, touches among it. Minor units, not rounded; null when the cost is not set or nobody pays.
 */
export async function monthlyCareBesideTickets(
  ctx: Ctx,
  { company, on, customers }: { company: CompanyFacts; on: IsoDate; customers: number },
): Promise<number | null> {
  if (company.successCostYearMinor === null || customers === 0) return null;
  const spent = await minutes(ctx, ticketMinutes(on), '');
  const variable = costOfMinutes(spent.all, company.successHourlyCostMinor) ?? 0;
  return Math.max(0, company.successCostYearMinor - variable) / customers / 12;
}
