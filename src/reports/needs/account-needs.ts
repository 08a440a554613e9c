import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { accountNeedSchema, SuggestionsQuery } from '../../customers/needs/schema.ts';
import { notFound } from '../../kernel/errors.ts';
import { offsetOf, type Page } from '../../kernel/page.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';

type View = z.infer<typeof accountNeedSchema>;
type Row = Omit<View, 'seen_at' | 'decided_at'> & { seen_at: Date | null; decided_at: Date | null };

const FROM = sql`from account_needs an join needs n on n.id = an.need_id and n.archived_at is null
  join accounts a on a.id = an.account_id and a.merged_into_id is null`;
const COLUMNS = sql`an.account_id, a.name as account_name, an.need_id, n.kind, n.name, an.state, an.source, an.evidence,
  an.seen_at, an.decided_by, an.decided_at`;

function show(row: Row): View {
  return {
    ...row,
    seen_at: row.seen_at?.toISOString() ?? null,
    decided_at: row.decided_at?.toISOString() ?? null,
  };
}

/** What one account needs: suggested, confirmed or rejected. @throws 404. */
export async function needsOfAccount(ctx: Ctx, id: string): Promise<View[]> {
  requireScope(ctx, 'customers:read');
  const account = await ctx.db.selectFrom('accounts').select('id').where('id', '=', id).executeTakeFirst();
  if (!account) throw notFound('account', id);
  const { rows } = await sql<Row>`
    select ${COLUMNS} ${FROM} where an.account_id = ${id} order by n.kind, lower(n.name), n.id`.execute(ctx.db);
  return rows.map(show);
}

/** What was suggested (or decided) of all accounts, a page at a time, the newest sighting first. */
export async function listAccountNeeds(ctx: Ctx, query: SuggestionsQuery): Promise<Page<View>> {
  requireScope(ctx, 'customers:read');
  const { page, per_page, kind, need_id, state } = query;
  const conditions: RawBuilder<unknown>[] = [sql`an.state = ${state}`];
  if (kind) conditions.push(sql`n.kind = ${kind}`);
  if (need_id) conditions.push(sql`an.need_id = ${need_id}`);
  const where = sql`where ${sql.join(conditions, sql` and `)}`;
  const { rows } = await sql<Row>`
    select ${COLUMNS} ${FROM} ${where} order by an.seen_at desc nulls last, an.account_id, an.need_id
    limit ${per_page} offset ${offsetOf(query)}`.execute(ctx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${FROM} ${where}`.execute(ctx.db);
  return { items: rows.map(show), total: counted.rows[0]?.total ?? 0, page, per_page };
}
