import { sql } from 'kysely';
import type { Db } from '../../platform/postgres.ts';
import { type AddedClicks, addLinkSignals } from './store/signals.ts';

type AddedClick = { link_id: string; kind: string; occurred_at: Date };

/** Some of the clicks were kept before. */
export class SomeAreThere extends Error {}

const given = (
  clicks: string,
) => sql`json_to_recordset(${clicks}::json) as given(link_id text, id text, partner_id text,
  programme_id text, occurred_at timestamptz, visitor_key text, network_key text, consent boolean, kind text,
  known_account_id text, referrer_host text, sub jsonb)`;

const insert = (clicks: string) => sql`
  insert into clicks (link_id, id, partner_id, programme_id, occurred_at, visitor_key, network_key, consent, kind,
    known_account_id, referrer_host, sub)
  select link_id, id, partner_id, programme_id, occurred_at, visitor_key, network_key, consent, kind, known_account_id,
    referrer_host, sub
  from ${given(clicks)} order by link_id, id on conflict do nothing`;

/**
 * Adds clicks, given as the JSON of an array of so many `Click`s, and counts them by day. Counted by a statement of its
 * own: a cluster takes no INSERT inside a WITH.
 * @throws SomeAreThere when not all of them are new, so that nobody knows which were added: the caller undoes it
 */
export async function insertNewClicks(db: Db, clicks: string, count: number): Promise<void> {
  const { numAffectedRows } = await insert(clicks).execute(db);
  if (numAffectedRows !== BigInt(count)) throw new SomeAreThere();
  await countClicks(db, await daysOf(db, clicks));
}

/** The same for clicks some of which may be there: one that is stays one. */
export async function insertClicks(db: Db, clicks: string): Promise<void> {
  const added = await insertSome(db, clicks);
  if (added.length > 0) await countClicks(db, added);
}

/** What a click adds to its link's day, for many clicks; each would be read out again otherwise. */
async function daysOf(db: Db, clicks: string): Promise<AddedClicks[]> {
  const { rows } = await sql<AddedClicks>`
    select link_id, ((occurred_at at time zone 'UTC')::date)::text as on_date, kind, count(*)::integer as clicks
    from ${given(clicks)} group by 1, 2, 3`.execute(db);
  return rows;
}

/** Adds those that are new, and tells what they add to their days. */
async function insertSome(db: Db, clicks: string): Promise<AddedClicks[]> {
  const { rows } = await sql<AddedClick>`${insert(clicks)} returning link_id, kind, occurred_at`.execute(db);
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
