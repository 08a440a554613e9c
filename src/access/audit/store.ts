import { sql } from 'kysely';
import { offsetOf, type Page } from '../../kernel/page.ts';
import type { Db } from '../../platform/postgres.ts';
import type { AuditFilter, AuditRow } from './model.ts';

/** One page of who did what, the newest first. */
export async function listEntries(db: Db, filter: AuditFilter): Promise<Page<AuditRow>> {
  const { total } = await filtered(db, filter)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await filtered(db, filter)
    .leftJoin('auth.user as person', 'person.id', 'entry.actor_id')
    .leftJoin('api_keys as key', 'key.id', 'entry.actor_id')
    .selectAll('entry')
    .select(sql<string>`coalesce(person.name, key.name, entry.actor_id)`.as('actor_name'))
    .orderBy('entry.at', 'desc')
    .orderBy('entry.id', 'desc')
    .limit(filter.per_page)
    .offset(offsetOf(filter))
    .execute();
  return { items: rows as AuditRow[], total, page: filter.page, per_page: filter.per_page };
}

function filtered(db: Db, filter: AuditFilter) {
  const wanted = (['subject_kind', 'subject_id', 'actor_id', 'action'] as const).filter((column) => filter[column]);
  return wanted.reduce(
    (query, column) => query.where(`entry.${column}`, '=', filter[column] ?? ''),
    db.selectFrom('audit_entries as entry'),
  );
}
