import { sql } from 'kysely';
import type { IsoDate } from '../kernel/time.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import type { ChurnDefinition } from './company.ts';
import { accountSpells, spellOn } from './sql/account-spells.ts';

export type ChurnLabels = Map<string, boolean>;

/** Which accounts were active at the end of day `on`, and which of them churned in the `days` after, as known on `known`? */
export async function churnLabels(
  ctx: Ctx,
  input: { definition: ChurnDefinition; graceDays: number; on: IsoDate; days: number; known: IsoDate },
): Promise<ChurnLabels> {
  requireScope(ctx, 'customers:read');
  const { rows } = await sql<{ account_id: string; churned: boolean }>`
    select account_id, bool_or(churned_on is not null and churned_on <= ${input.on}::date + ${input.days}::integer) as churned
    from ${accountSpells(input.definition, input.graceDays, input.known)} p
    where ${spellOn(input.on)} group by account_id`.execute(ctx.db);
  return new Map(rows.map((row) => [row.account_id, row.churned]));
}
