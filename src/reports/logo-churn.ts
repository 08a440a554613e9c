import { sql } from 'kysely';
import type { IsoDate } from '../kernel/time.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { CompanyFacts } from './company.ts';
import type { Period } from './metric.ts';
import { accountSpells, spellOn } from './sql/account-spells.ts';

export type LogoChurn = { activeAtStart: number; churned: number; undated: number };

/**
 * How many of the accounts active on the day before `period` churned in it, by the company's definition, as known on day
 * `known`? `undated`: accounts an outside file marks as churned without any date, which no period can hold.
 */
export async function logoChurn(ctx: Ctx, company: CompanyFacts, period: Period, known: IsoDate): Promise<LogoChurn> {
  const { rows } = await sql<LogoChurn>`
    select count(distinct account_id)::integer as "activeAtStart",
      (count(distinct account_id) filter (where churned_on <= ${period.to}::date))::integer as churned,
      (select count(*) from accounts a where ${company.churnDefinition === 'flags'} and a.imported_churned
        and not exists (select 1 from churn_claims c where c.account_id = a.id)
        and not exists (select 1 from subscriptions s where s.account_id = a.id and s.ended_on is not null)
      )::integer as undated
    from ${accountSpells(company.churnDefinition, company.graceDays, known)} p
    where ${spellOn(sql`${period.from}::date - 1`)}`.execute(ctx.db);
  return rows[0] ?? { activeAtStart: 0, churned: 0, undated: 0 };
}
