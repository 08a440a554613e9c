import { type RawBuilder, sql } from 'kysely';
import type { IsoDate } from '../../kernel/time.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { type Done, SEATS, TICKET, USE_TIMES, useAction } from '../../success/paths/model.ts';

export type Started = { account_id: string; started_on: IsoDate };
/** What an account did from its first day on, each action by the first day it was done, and how many days it was used. */
export type Early = { done: Done[]; active_days: number };

type Row = { account_id: string; action: string; day: number };

const CHUNK = 5000;

/**
 * What did each account do before day `before` (exclusive) of its life, as known at the end of `until`? From the rollups
 * of use by day, answers, tickets and contracts; never from single events. Every account given has an entry.
 */
export async function earlyActions(
  ctx: Ctx,
  input: { accounts: readonly Started[]; before: number; until: IsoDate; onChunk?: (share: number) => void },
): Promise<Map<string, Early>> {
  requireScope(ctx, 'customers:read');
  const { accounts, before, until, onChunk } = input;
  const found = new Map<string, Early>(accounts.map(({ account_id }) => [account_id, { done: [], active_days: 0 }]));
  for (let from = 0; from < accounts.length; from += CHUNK) {
    const window = { started: startedRelation(accounts.slice(from, from + CHUNK)), before, until };
    for (const { account_id, action, day } of await dated(ctx, window))
      found.get(account_id)?.done.push({ action, day });
    for (const { account_id, days } of await activeDays(ctx, window)) {
      const one = found.get(account_id);
      if (one) one.active_days = days;
    }
    onChunk?.(Math.min(1, (from + CHUNK) / accounts.length));
  }
  return found;
}

type Window = { started: RawBuilder<unknown>; before: number; until: IsoDate };

/** A relation (account_id, started_on) of the accounts given, without a table. */
function startedRelation(accounts: readonly Started[]): RawBuilder<unknown> {
  const ids = accounts.map(({ account_id }) => account_id);
  const days = accounts.map(({ started_on }) => started_on);
  return sql`unnest(${ids}::text[], ${days}::date[]) as st(account_id, started_on)`;
}

/** Within the window of an account's first days; `day` is an expression of a date. */
function inWindow(day: RawBuilder<unknown>, { before, until }: Window): RawBuilder<boolean> {
  return sql<boolean>`(${day} >= st.started_on and ${day} < st.started_on + ${before}::integer and ${day} <= ${until}::date)`;
}

async function dated(ctx: Ctx, window: Window): Promise<Row[]> {
  return [...(await usedFeatures(ctx, window)), ...(await voices(ctx, window)), ...(await addedSeats(ctx, window))];
}

async function usedFeatures(ctx: Ctx, window: Window): Promise<Row[]> {
  const day = sql`u.on_date`;
  const { rows } = await sql<{ account_id: string; feature: string; nth: number; day: number }>`
    with st as materialized (select * from ${window.started}), early as materialized (
      select u.account_id, u.feature, u.on_date - st.started_on as day,
        row_number() over (partition by u.account_id, u.feature order by u.on_date)::integer as nth
      from usage_daily u join st on st.account_id = u.account_id
      where ${inWindow(day, window)} and u.events > 0
    )
    select account_id, feature, nth, day from early where nth = any(${[...USE_TIMES]}::integer[])
    order by account_id, day, feature`.execute(ctx.db);
  return rows.map(({ account_id, feature, nth, day }) => ({ account_id, action: useAction(feature, nth), day }));
}

async function activeDays(ctx: Ctx, window: Window): Promise<{ account_id: string; days: number }[]> {
  const { rows } = await sql<{ account_id: string; days: number }>`
    with st as materialized (select * from ${window.started})
    select u.account_id, count(distinct u.on_date)::integer as days
    from usage_daily u join st on st.account_id = u.account_id
    where ${inWindow(sql`u.on_date`, window)} and u.events > 0 group by u.account_id`.execute(ctx.db);
  return rows;
}

async function voices(ctx: Ctx, window: Window): Promise<Row[]> {
  const answered = sql`(v.answered_at at time zone 'UTC')::date`;
  const opened = sql`(t.opened_at at time zone 'UTC')::date`;
  const { rows } = await sql<Row>`
    select v.account_id, 'survey:' || s.kind as action, min(${answered} - st.started_on) as day
    from survey_answers v join surveys s on s.id = v.survey_id join ${window.started} on st.account_id = v.account_id
    where ${inWindow(answered, window)} and s.kind <> 'partner_satisfaction' group by 1, 2
    union all
    select t.account_id, ${TICKET}, min(${opened} - st.started_on)
    from tickets t join ${window.started} on st.account_id = t.account_id
    where ${inWindow(opened, window)} group by 1
    order by 1, 3, 2`.execute(ctx.db);
  return rows;
}

/** The first contract with more seats than any before it. */
async function addedSeats(ctx: Ctx, window: Window): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select account_id, ${SEATS} as action, min(day) as day from (
      select s.account_id, s.started_on - st.started_on as day, s.seats, max(s.seats) over (
        partition by s.account_id order by s.started_on, s.id rows between unbounded preceding and 1 preceding) as most
      from subscriptions s join ${window.started} on st.account_id = s.account_id
      where s.started_on < st.started_on + ${window.before}::integer and s.started_on <= ${window.until}::date
    ) contracts where seats > most and day > 0 group by account_id order by account_id`.execute(ctx.db);
  return rows;
}
