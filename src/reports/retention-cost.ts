import { sql } from 'kysely';
import { type Minor, rational, roundToMinor } from '../kernel/money.ts';
import type { IsoDate } from '../kernel/time.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { CompanyFacts } from './company.ts';
import { yearBefore } from './revenue-retention.ts';

/** What keeping customers cost in the twelve months up to day `on`. Null where a cost is not set. */
export type RetentionCost = {
  accountMinutes: number;
  ticketsMinor: Minor | null;
  fixedShareMinor: Minor | null;
  totalMinor: Minor | null;
};

async function minutes(ctx: Ctx, on: IsoDate, accountId: string): Promise<{ all: number; own: number }> {
  const { rows } = await sql<{ all: number | null; own: number | null }>`
    select sum(resolution_minutes) as all, sum(resolution_minutes) filter (where account_id = ${accountId}) as own
    from tickets
    where opened_at >= ${yearBefore(on)}::date + 1 and opened_at < ${on}::date + 1`.execute(ctx.db);
  return { all: rows[0]?.all ?? 0, own: rows[0]?.own ?? 0 };
}

function costOfMinutes(spent: number, hourlyMinor: Minor | null): Minor | null {
  return hourlyMinor === null ? null : roundToMinor({ num: BigInt(spent) * BigInt(hourlyMinor), den: 60n });
}

/**
 * What did keeping this account cost in a year? Ticket minutes × hourly cost, plus an equal share of what the year's
 * customer-success cost leaves after all tickets. `customers`: paying accounts that share it.
 */
export async function retentionCostOf(
  ctx: Ctx,
  input: { company: CompanyFacts; on: IsoDate; accountId: string; customers: number },
): Promise<RetentionCost> {
  const { company, customers } = input;
  const spent = await minutes(ctx, input.on, input.accountId);
  const ticketsMinor = costOfMinutes(spent.own, company.successHourlyCostMinor);
  const variable = costOfMinutes(spent.all, company.successHourlyCostMinor) ?? 0;
  const fixedShareMinor =
    company.successCostYearMinor === null || customers === 0
      ? null
      : roundToMinor(rational(Math.max(0, company.successCostYearMinor - variable), customers));
  const known = [ticketsMinor, fixedShareMinor].filter((part) => part !== null);
  const totalMinor = known.length === 0 ? null : known.reduce((sum, part) => sum + part, 0);
  return { accountMinutes: spent.own, ticketsMinor, fixedShareMinor, totalMinor };
}

/**
 * What keeping a customer costs in a month beside its own tickets: an equal share of what the year's customer-success cost
 * leaves after all tickets. Minor units, not rounded; null when the cost is not set or nobody pays.
 */
export async function monthlyCareBesideTickets(
  ctx: Ctx,
  { company, on, customers }: { company: CompanyFacts; on: IsoDate; customers: number },
): Promise<number | null> {
  if (company.successCostYearMinor === null || customers === 0) return null;
  const spent = await minutes(ctx, on, '');
  const variable = costOfMinutes(spent.all, company.successHourlyCostMinor) ?? 0;
  return Math.max(0, company.successCostYearMinor - variable) / customers / 12;
}
