import { sql } from 'kysely';
import { recordset } from '../../../platform/bulk.ts';
import type { Ctx } from '../../../platform/ctx.ts';

const FACTS = ['name', 'domain', 'industry', 'country', 'employees', 'plan', 'seats', 'signed_up_at'] as const;

export type NamedAccount = {
  id: string;
  source: string;
  external_id: string;
  merged_into_id: string | null;
  attributes: Record<string, unknown>;
} & Record<(typeof FACTS)[number], unknown>;

/** Every account that any source calls by one of these ids. */
export async function listByExternalIds(ctx: Ctx, names: readonly string[]): Promise<NamedAccount[]> {
  const rows = await ctx.db
    .selectFrom('accounts')
    .select(['id', 'source', 'external_id', 'merged_into_id', 'attributes', ...FACTS])
    .where('external_id', '=', sql<string>`any(${names})`)
    .execute();
  return rows as NamedAccount[];
}

const TYPES = {
  id: 'text',
  name: 'text',
  domain: 'text',
  industry: 'text',
  country: 'text',
  employees: 'integer',
  plan: 'text',
  seats: 'integer',
  signed_up_at: 'timestamptz',
  attributes: 'jsonb',
};

/** Writes what each row names and leaves the rest of the account alone. */
export async function updateTold(ctx: Ctx, rows: readonly ({ id: string } & object)[]): Promise<void> {
  if (rows.length === 0) return;
  const sets = FACTS.map((fact) => sql`${sql.ref(fact)} = coalesce(incoming.${sql.ref(fact)}, a.${sql.ref(fact)})`);
  await sql`update accounts a set ${sql.join(sets)},
      attributes = a.attributes || coalesce(incoming.attributes, '{}'), updated_at = ${ctx.clock.now()}
    from ${recordset({ columns: TYPES }, Object.keys(TYPES), rows)} where a.id = incoming.id`.execute(ctx.db);
}
