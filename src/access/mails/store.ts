import type { Selectable } from 'kysely';
import type { Mails } from '../../../db/types.ts';
import { offsetOf } from '../../kernel/page.ts';
import type { Db } from '../../platform/postgres.ts';
import type { MailQuery } from './schema.ts';

export type MailRow = Selectable<Mails>;
type Summary = Omit<MailRow, 'body_text' | 'body_html'>;

const SUMMARY = [
  'id',
  'to_address',
  'to_name',
  'subject',
  'kind',
  'subject_kind',
  'subject_id',
  'state',
  'error',
  'attempts',
  'created_at',
  'sent_at',
] as const;

/** Newest first. */
export async function listMailRows(db: Db, query: MailQuery): Promise<{ rows: Summary[]; total: number }> {
  const rows = await matching(db, query)
    .select(SUMMARY)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(query.per_page)
    .offset(offsetOf(query))
    .execute();
  const { total } = await matching(db, query)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows, total };
}

function matching(db: Db, query: MailQuery) {
  let found = db.selectFrom('mails');
  if (query.state) found = found.where('state', '=', query.state);
  if (query.kind) found = found.where('kind', '=', query.kind);
  const part = query.q?.replace(/[\\%_]/g, '\\$&');
  if (part)
    found = found.where((eb) =>
      eb.or((['to_address', 'to_name', 'subject'] as const).map((field) => eb(field, 'ilike', `%${part}%`))),
    );
  return found;
}

export function findMail(db: Db, id: string): Promise<MailRow | undefined> {
  return db.selectFrom('mails').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function wasAnySent(db: Db): Promise<boolean> {
  return (
    (await db.selectFrom('mails').select('id').where('state', '=', 'sent').limit(1).executeTakeFirst()) !== undefined
  );
}
