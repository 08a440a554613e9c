import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';

export type StoredFinding = { key: string; kind: string; params: Record<string, unknown> };

/** Keeps what was found; returns what nobody was told of yet, and marks it as told. What is gone is resolved. */
export async function upsertFindings(ctx: Ctx, found: readonly StoredFinding[]): Promise<StoredFinding[]> {
  const at = ctx.clock.now();
  const keys = found.map(({ key }) => key);
  await sql`update reconciliation_findings set resolved_at = ${at}
    where resolved_at is null and key <> all(${keys}::text[])`.execute(ctx.db);
  await sql`
    insert into reconciliation_findings (key, kind, params, first_seen_at)
    select key, kind, params::jsonb, ${at} from unnest(${keys}::text[], ${found.map(({ kind }) => kind)}::text[],
      ${found.map(({ params }) => JSON.stringify(params))}::text[]) as f(key, kind, params)
    on conflict (key) do update set params = excluded.params, resolved_at = null,
      first_seen_at = case when reconciliation_findings.resolved_at is null then reconciliation_findings.first_seen_at
        else excluded.first_seen_at end,
      told_at = case when reconciliation_findings.resolved_at is null then reconciliation_findings.told_at end`.execute(
    ctx.db,
  );
  const { rows } = await sql<StoredFinding>`
    update reconciliation_findings set told_at = ${at} where told_at is null and resolved_at is null
    returning key, kind, params`.execute(ctx.db);
  return rows.toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
