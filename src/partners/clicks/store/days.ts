import { sql } from 'kysely';
import type { IsoDate } from '../../../kernel/time.ts';
import type { DaysPrint } from '../../../platform/firehose/model.ts';
import type { Db } from '../../../platform/postgres.ts';

/** Lets nobody add clicks until the transaction ends; whoever reads need not wait. */
export async function holdClicks(db: Db): Promise<void> {
  await sql`lock table clicks, clicks_daily in share row exclusive mode`.execute(db);
}

/** Makes the days anew that the clicks are all there for, and all links' totals; earlier days stay as they are. */
export async function rebuildClickDays(db: Db, from: IsoDate | null): Promise<void> {
  await sql`delete from clicks_daily where on_date >= coalesce(${from}::date, '-infinity')`.execute(db);
  await sql`insert into clicks_daily (link_id, on_date, kind, clicks)
    select link_id, (occurred_at at time zone 'UTC')::date, kind collate "C", count(*) from clicks
    where occurred_at >= coalesce(${from}::timestamp at time zone 'UTC', '-infinity') group by 1, 2, 3`.execute(db);
  await sql`delete from link_signals`.execute(db);
  await sql`insert into link_signals (link_id, people, others, last_on)
    select link_id, coalesce(sum(clicks) filter (where kind = 'human'), 0)::bigint,
      coalesce(sum(clicks) filter (where kind <> 'human'), 0)::bigint, max(on_date)
    from clicks_daily group by link_id`.execute(db);
}

/** How many days there are, and a print of all they say, whatever their order. */
export async function printClickDays(db: Db): Promise<DaysPrint> {
  const { rows } = await sql<DaysPrint>`
    select count(*) as days, coalesce(sum(hashtextextended(concat_ws(' ', link_id, on_date, kind, clicks), 0)::numeric), 0)::text as print
    from clicks_daily`.execute(db);
  return rows[0] ?? { days: 0, print: '0' };
}
