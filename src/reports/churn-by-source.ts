import { sql } from 'kysely';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { type Interval, wilson } from '../stats/intervals.ts';
import { CHURN_DEFINITIONS, type ChurnDefinition, companyFacts } from './company.ts';
import { dataTime } from './data-time.ts';
import { ratio } from './metric.ts';
import { accountSpells } from './sql/account-spells.ts';

export type SourceChurn = {
  source: string | null;
  accounts: number;
  churned: Record<ChurnDefinition, number | null>;
  churn_share: Record<ChurnDefinition, number | null>;
  /** Of the share under the company's own definition. */
  interval: Interval | null;
};
/** `definition`: the company's own. */
export type ChurnBySource = { definition: ChurnDefinition; items: SourceChurn[] };

type Row = { source: string | null; accounts: number; subscriptions: number; events: number; flags: number };
type Known = Record<ChurnDefinition, boolean>;

/**
 * Which sources bring accounts that leave, and does the answer depend on how churn is defined? Accounts that ever churned
 * by the data time, by imported source, under each definition; null where the definition has no facts at all.
 */
export async function churnBySource(ctx: Ctx): Promise<ChurnBySource> {
  requireScope(ctx, 'customers:read');
  const { graceDays, churnDefinition } = await companyFacts(ctx);
  const { on } = await dataTime(ctx);
  const { rows } = await sql<Row>`
    select a.imported_source as source, count(*) as accounts, count(l.account_id) as subscriptions,
      count(*) filter (where exists (
        select 1 from churn_claims c where c.account_id = a.id and c.churned_on <= ${on}::date)) as events,
      count(*) filter (where a.imported_churned) as flags
    from accounts a left join (
      select account_id from ${accountSpells('subscriptions', graceDays, on)} p
      where churned_on is not null group by account_id
    ) l on l.account_id = a.id
    where a.merged_into_id is null
    group by a.imported_source order by accounts desc, source`.execute(ctx.db);
  const known = await definitionsWithFacts(ctx);
  return { definition: churnDefinition, items: rows.map((row) => toSource(row, known, churnDefinition)) };
}

async function definitionsWithFacts(ctx: Ctx): Promise<Known> {
  const { rows } = await sql<Known>`
    select exists (select 1 from subscriptions where not is_trial) as subscriptions,
      exists (select 1 from churn_claims) as events,
      exists (select 1 from accounts where imported_churned is not null) as flags`.execute(ctx.db);
  return rows[0] ?? { subscriptions: false, events: false, flags: false };
}

function toSource(row: Row, known: Known, own: ChurnDefinition): SourceChurn {
  const pick = <T>(value: (definition: ChurnDefinition) => T) =>
    Object.fromEntries(CHURN_DEFINITIONS.map((one) => [one, known[one] ? value(one) : null])) as Record<
      ChurnDefinition,
      T | null
    >;
  return {
    source: row.source,
    accounts: row.accounts,
    churned: pick((one) => row[one]),
    churn_share: pick((one) => ratio(row[one], row.accounts)),
    interval: known[own] && row.accounts > 0 ? wilson(row[own], row.accounts) : null,
  };
}
