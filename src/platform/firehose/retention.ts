import { sql } from 'kysely';
import type { IsoDate } from '../../kernel/time.ts';
import type { Db } from '../postgres.ts';
import type { FirehoseName, Retention } from './model.ts';

export async function findRetention(db: Db, firehose: FirehoseName): Promise<Retention> {
  const row = await db.selectFrom('firehose_retention').selectAll().where('firehose', '=', firehose).executeTakeFirst();
  return row ? { ...row, firehose } : { firehose, months_kept: null, whole_from: null, closed_before: null };
}

/** How many months of events are kept from now on; null keeps them all. */
export async function keepMonths(db: Db, firehose: FirehoseName, months: number | null): Promise<void> {
  await sql`insert into firehose_retention (firehose, months_kept) values (${firehose}, ${months})
    on conflict (firehose) do update set months_kept = excluded.months_kept`.execute(db);
}

/** Remembers that days before this one are known by day only, for good. */
export async function noteWholeFrom(db: Db, firehose: FirehoseName, day: IsoDate): Promise<void> {
  await sql`insert into firehose_retention (firehose, whole_from) values (${firehose}, ${day}::date)
    on conflict (firehose) do update set whole_from = greatest(firehose_retention.whole_from, excluded.whole_from)`.execute(
    db,
  );
}

/** Remembers that the events of days before this one were dropped, and takes none of them any more. */
export async function closeBefore(db: Db, firehose: FirehoseName, day: IsoDate): Promise<void> {
  await noteWholeFrom(db, firehose, day);
  await sql`update firehose_retention set closed_before = greatest(closed_before, ${day}::date)
    where firehose = ${firehose}`.execute(db);
}
