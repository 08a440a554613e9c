import { sql } from 'kysely';
import type { IsoDate } from '../kernel/time.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { CompanyFacts } from './company.ts';
import { readMinor } from './metric.ts';
import { accountSpells } from './sql/account-spells.ts';

export type Tenure = { accounts: number; meanMonths: number | null };
export type RealisedValue = { accounts: number; marginMinor: number };

/** How long have paying accounts stayed so far? A month is 30.4375 days; an account still here counts until `on`. */
export async function observedTenure(ctx: Ctx, company: CompanyFacts, on: IsoDate): Promise<Tenure> {
  const { rows } = await sql<Tenure>`
    select count(*) as accounts, avg(days)::float8 / 30.4375 as "meanMonths"
    from (
      select account_id, sum(least(coalesce(churned_on, ${on}::date), ${on}::date) - active_from) as days
      from ${accountSpells(company.churnDefinition, company.graceDays, on)} p
      where active_from <= ${on}::date
      group by account_id
    ) stays`.execute(ctx.db);
  return rows[0] ?? { accounts: 0, meanMonths: null };
}

/**
 * What gross margin has been paid so far: Σ (total − tax − refunds) of paid invoices × margin, in the reporting
 * currency's minor units, rounded once. Invoices without a rate are left out.
 */
export async function realisedValue(
  ctx: Ctx,
  input: { company: CompanyFacts; marginBps: number; before: Date; accountId?: string },
): Promise<RealisedValue> {
  const { rows } = await sql<{ accounts: number; margin: string | null }>`
    select count(distinct account_id) as accounts, round(sum(
      (total_minor - tax_minor - refunded_minor)::numeric
      * case when currency = ${input.company.currency} then 1
          when total_minor <> 0 then total_reporting_minor::numeric / total_minor end
      ) * ${input.marginBps}::integer / 10000)::text as margin
    from invoices
    where status = 'paid' and coalesce(paid_at, issued_at) < ${input.before}
      and (currency = ${input.company.currency} or total_reporting_minor is not null)
      and ${input.accountId ? sql`account_id = ${input.accountId}` : sql`true`}`.execute(ctx.db);
  return { accounts: rows[0]?.accounts ?? 0, marginMinor: readMinor(rows[0]?.margin ?? null) };
}
