import { sql } from 'kysely';
import { findCompanyOrNone } from '../customers/company/service.ts';
import { AppError } from '../kernel/errors.ts';
import { writeAudit } from '../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import type { Db } from '../platform/postgres.ts';

const KEPT = [
  'schema_migrations',
  'api_keys',
  'audit_entries',
  'sign_in_links_used',
  'webhooks',
  'stripe_settings',
  'imports',
  'import_files',
  'import_rejects',
];

/**
 * Empties a simulated company, with everything that was made up around it; people who can sign in, keys and the audit
 * stay. @throws conflict when the company is real.
 */
export async function clearSimulatedCompany(ctx: Ctx): Promise<void> {
  requireScope(ctx, 'imports:write');
  await inTransaction(ctx, async (ctx) => {
    const company = await findCompanyOrNone(ctx);
    if (!company?.simulated)
      throw new AppError('conflict', 'The company is real; only a simulated one can be emptied.');
    await emptyTables(ctx.db);
    await writeAudit(ctx, { action: 'company.cleared', subjectKind: 'company', subjectId: 'company' });
  });
}

async function emptyTables(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> all(${KEPT})`.execute(db);
  const tables = rows.map((row) => sql.table(row.name));
  // Members point to partners, so they make room and come back; made-up partners do not.
  await sql`create temp table members_kept on commit drop as select * from members where partner_id is null`.execute(
    db,
  );
  // The ledger refuses to be emptied by anybody; what is only made up may go, inside this transaction.
  for (const table of tables) await sql`alter table ${table} disable trigger user`.execute(db);
  await sql`truncate ${sql.join(tables)}`.execute(db);
  for (const table of tables) await sql`alter table ${table} enable trigger user`.execute(db);
  await sql`insert into members select * from members_kept`.execute(db);
}
