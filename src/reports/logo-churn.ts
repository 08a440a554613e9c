import { sql } from 'kysely';
import type { IsoDate } from '../kernel/time.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { CompanyFacts } from './company.ts';
import type { Period } from './metric.ts';
import { accountSpells, spellOn } from './sql/account-spells.ts';

export type LogoChurn = { activeAtStart: number; churned: number; undated: number };

/**
 * How many of the accounts active on the day before a period churned in it, by the company's definition, as known on day
 * `known`? One answer for each period. `undated`: accounts an outside file marks as churned without any date, which no
 * period can hold.
 */
export async function logoChurn(
  ctx: Ctx,
  company: CompanyFacts,
  { periods, known }: { periods: readonly Period[]; known: IsoDate },
): Promise<LogoChurn[]> {
  const { rows } = await sql<LogoChurn>`
    with spells as materialized (
      select * from ${accountSpells(company.churnDefinition, company.graceDays, known)} p
    )
    select count(distinct account_id)::integer as "activeAtStart",
      (count(distinct account_id) filter (where churned_on <= d.until))::integer as churned,
      (select count(*) from accounts a where ${company.churnDefinition === 'flags'} and a.imported_churned
        and not exists (select 1 from churn_claims c where c.account_id = a.id)
        and not exists (select 1 from subscriptions s where s.account_id = a.id and s.ended_on is not null)
      )::integer as undated
    from unnest(${periods.map(({ from }) => from)}::date[], ${periods.map(({ to }) => to)}::date[])
      with ordinality as d(since, until, place)
    left join spells p on ${spellOn(sql`d.since - 1`)}
    group by d.place order by d.place`.execute(ctx.db);
  return rows;
}
