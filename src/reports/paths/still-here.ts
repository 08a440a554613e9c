import { sql } from 'kysely';
import type { IsoDate } from '../../kernel/time.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import type { CompanyFacts } from '../company.ts';
import { accountSpells } from '../sql/account-spells.ts';
import type { Started } from './actions.ts';

/**
 * Which of the accounts were gone at the end of day `day` of their life? Who left before had no time to do things, so
 * they would make every action look like success. An account that never paid was not gone.
 */
export async function goneBefore(
  ctx: Ctx,
  company: CompanyFacts,
  input: { accounts: readonly Started[]; day: number; until: IsoDate },
): Promise<Set<string>> {
  requireScope(ctx, 'customers:read');
  const ids = input.accounts.map(({ account_id }) => account_id);
  const days = input.accounts.map(({ started_on }) => started_on);
  const { rows } = await sql<{ account_id: string }>`
    select st.account_id from unnest(${ids}::text[], ${days}::date[]) as st(account_id, started_on)
    join ${accountSpells(company.churnDefinition, company.graceDays, input.until)} p on p.account_id = st.account_id
    where p.active_from <= st.started_on + ${input.day}::integer
    group by st.account_id, st.started_on
    having not bool_or(p.churned_on is null or p.churned_on > st.started_on + ${input.day}::integer)`.execute(ctx.db);
  return new Set(rows.map(({ account_id }) => account_id));
}

/** Plan and size of accounts, as one word each: those alike are compared with each other. */
export async function strata(ctx: Ctx): Promise<Map<string, string>> {
  requireScope(ctx, 'customers:read');
  const { rows } = await sql<{ id: string; stratum: string }>`
    select id, coalesce(plan, '-') || ' / ' || coalesce(size_band, case
      when employees is null then '-' when employees < 50 then 'below 50' when employees < 250 then 'below 250'
      else '250 and more' end) as stratum
    from accounts where merged_into_id is null`.execute(ctx.db);
  return new Map(rows.map(({ id, stratum }) => [id, stratum]));
}

/** The first day of which use is recorded; null when none is. */
export async function recordsFrom(ctx: Ctx): Promise<IsoDate | null> {
  requireScope(ctx, 'customers:read');
  const { rows } = await sql<{ first: IsoDate | null }>`select min(on_date) as first from usage_daily`.execute(ctx.db);
  return rows[0]?.first ?? null;
}
