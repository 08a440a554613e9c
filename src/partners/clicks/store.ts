import { sql } from 'kysely';
import type { Db } from '../../platform/postgres.ts';
import { type AddedClicks, addLinkSignals } from './store/signals.ts';

type Added = { link_id: string; kind: string; occurred_at: Date };

/** Adds clicks, given as the JSON of an array of `Click`, and counts them by day; one that is there already stays one. */
export async function insertClicks(db: Db, clicks: string): Promise<void> {
  if (!db.isTransaction) return db.transaction().execute((trx) => insertClicks(trx, clicks));
  const { rows } = await sql<Added>`
    insert into clicks (link_id, id, partner_id, programme_id, occurred_at, visitor_key, network_key, consent, kind,
      known_account_id, referrer_host, sub)
    select link_id, id, partner_id, programme_id, occurred_at, visitor_key, network_key, consent, kind,
      known_account_id, referrer_host, sub
    from json_to_recordset(${clicks}::json) as given(link_id text, id text, partner_id text, programme_id text,
      occurred_at timestamptz, visitor_key text, network_key text, consent boolean, kind text, known_account_id text,
      referrer_host text, sub jsonb)
    order by link_id, id
    on conflict do nothing returning link_id, kind, occurred_at`.execute(db);
  if (rows.length > 0) await countClicks(db, byDay(rows));
}

/** Counted here and not by the statement that adds them: a cluster takes no INSERT inside a WITH. */
function byDay(rows: readonly Added[]): AddedClicks[] {
  const days = new Map<string, AddedClicks>();
  for (const { link_id, kind, occurred_at } of rows) {
    const on_date = occurred_at.toISOString().slice(0, 10);
    const key = `${link_id} ${on_date} ${kind}`;
    const day = days.get(key) ?? { link_id, on_date, kind, clicks: 0 };
    days.set(key, { ...day, clicks: day.clicks + 1 });
  }
  return [...days.values()];
}

async function countClicks(db: Db, rows: readonly AddedClicks[]): Promise<void> {
  await sql`
    insert into clicks_daily (link_id, on_date, kind, clicks)
    select link_id, on_date, kind, clicks
    from json_to_recordset(${JSON.stringify(rows)}::json) as added(link_id text, on_date date, kind text, clicks bigint)
    order by 1, 2, 3
    on conflict (link_id, on_date, kind) do update set clicks = clicks_daily.clicks + excluded.clicks`.execute(db);
  await addLinkSignals(db, rows);
}
