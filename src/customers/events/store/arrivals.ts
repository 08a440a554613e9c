import { sql } from 'kysely';
import { recordset } from '../../../platform/bulk.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { ARRIVALS_KEPT, type Outcome } from '../model.ts';

export type ArrivalRow = {
  id: string;
  received_at: string;
  key_id: string;
  door: string;
  kind: string;
  event_name: string | null;
  user_name: string | null;
  account_id: string | null;
  outcome: Outcome;
  reason: string | null;
};

const TYPES = {
  id: 'text',
  received_at: 'timestamptz',
  key_id: 'text',
  door: 'text',
  kind: 'text',
  event_name: 'text',
  user_name: 'text',
  account_id: 'text',
  outcome: 'text',
  reason: 'text',
};
const COLUMNS = Object.keys(TYPES);

/** Adds the newest arrivals and cuts off the oldest ones. */
export async function insertArrivals(ctx: Ctx, rows: readonly ArrivalRow[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = sql.join(COLUMNS.map((column) => sql.ref(column)));
  await sql`insert into event_arrivals (${columns}) select ${columns}
    from ${recordset({ columns: TYPES }, COLUMNS, rows)}`.execute(ctx.db);
  await sql`delete from event_arrivals where id <
    (select id from event_arrivals order by id desc offset ${ARRIVALS_KEPT} limit 1)`.execute(ctx.db);
}

export async function listArrivals(ctx: Ctx) {
  const query = ctx.db.selectFrom('event_arrivals').selectAll().orderBy('id', 'desc').limit(ARRIVALS_KEPT);
  return (await query.execute()) as (Omit<ArrivalRow, 'received_at'> & { received_at: Date })[];
}

export type SourceDay = { key_id: string; on_date: string; outcome: Outcome; events: number; last_at: string };

/** Adds to what each key sent a day. */
export async function addSourceDays(ctx: Ctx, rows: readonly SourceDay[]): Promise<void> {
  if (rows.length === 0) return;
  const types = { key_id: 'text', on_date: 'date', outcome: 'text', events: 'bigint', last_at: 'timestamptz' };
  await sql`insert into event_source_days as d (key_id, on_date, outcome, events, last_at)
    select key_id, on_date, outcome, events, last_at from ${recordset({ columns: types }, Object.keys(types), rows)}
    on conflict (key_id, on_date, outcome) do update set events = d.events + excluded.events,
      last_at = greatest(d.last_at, excluded.last_at)`.execute(ctx.db);
}

/** What each key sent since a day, by outcome. */
export async function sumSourceDays(ctx: Ctx, since: string) {
  return ctx.db
    .selectFrom('event_source_days')
    .select((eb) => ['key_id', 'outcome', eb.fn.sum<string>('events').as('events'), eb.fn.max('last_at').as('last_at')])
    .where('on_date', '>=', since)
    .groupBy(['key_id', 'outcome'])
    .execute();
}
