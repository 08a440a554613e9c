import { sql } from 'kysely';
import { offsetOf, type Page } from '../../kernel/page.ts';
import type { Db } from '../../platform/postgres.ts';
import type { AuditFilter, AuditRow } from './model.ts';

const subjectName = sql<string | null>`case entry.subject_kind
  when 'account' then (select name from accounts where id = entry.subject_id)
  when 'partner' then (select name from partners where id = entry.subject_id)
  when 'programme' then (select name from programmes where id = entry.subject_id)
  when 'referral' then (select company_name from referrals where id = entry.subject_id)
  when 'user' then (select name from auth."user" where id = entry.subject_id)
  when 'key' then (select name from api_keys where id = entry.subject_id)
  when 'link' then (select code from links where id = entry.subject_id)
  when 'link_domain' then entry.subject_id
end`;

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
    .select(subjectName.as('subject_name'))
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
