import { sql } from 'kysely';
import type { Db } from '../../../platform/postgres.ts';

/** Clicks of a link on a day that were just added to `clicks_daily`. */
export type AddedClicks = { link_id: string; on_date: string; kind: string; clicks: number };

/** Adds clicks to their links' totals, in the transaction that adds them to the days. */
export async function addLinkSignals(db: Db, rows: readonly AddedClicks[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into link_signals (link_id, people, others, last_on)
    select link_id, coalesce(sum(clicks) filter (where kind = 'human'), 0),
      coalesce(sum(clicks) filter (where kind <> 'human'), 0), max(on_date)
    from json_to_recordset(${JSON.stringify(rows)}::json) as added(link_id text, on_date date, kind text, clicks bigint)
    group by 1 order by 1
    on conflict (link_id) do update set people = link_signals.people + excluded.people,
      others = link_signals.others + excluded.others, last_on = greatest(link_signals.last_on, excluded.last_on)`.execute(
    db,
  );
}
