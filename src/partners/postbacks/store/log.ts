import { sql } from 'kysely';
import { offsetOf } from '../../../kernel/page.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { LogEntry, PostbackState } from '../model.ts';

export type LogQuery = {
  page: number;
  per_page: number;
  direction?: 'in' | 'out' | undefined;
  state?: PostbackState | undefined;
};

/** Adds lines; one that tells what was told already is left out. */
export async function insertEntries(ctx: Ctx, entries: readonly LogEntry[]): Promise<number> {
  if (entries.length === 0) return 0;
  const rows = await ctx.db
    .insertInto('postbacks')
    .values(
      entries.map((entry) => ({
        ...entry,
        parameters: JSON.stringify(entry.parameters),
        reason_params: JSON.stringify(entry.reason_params),
      })),
    )
    .onConflict((oc) => oc.columns(['template_id', 'commission_id', 'event_state']).doNothing())
    .returning('id')
    .execute();
  return rows.length;
}

export type Errand = { id: string; url: string; method: 'GET' | 'POST'; attempts: number };

/** Takes what is due for this sender alone, until `until`: one that dies leaves it to be taken again. */
export async function claimDue(ctx: Ctx, until: Date, limit: number): Promise<Errand[]> {
  const now = ctx.clock.now();
  const { rows } = await sql<Errand>`
    with due as (
      select id from postbacks where state = 'queued' and next_attempt_at <= ${now}
      order by next_attempt_at, id limit ${limit} for update skip locked)
    update postbacks p set next_attempt_at = ${until}, attempts = p.attempts + 1
    from postback_templates t where p.id in (select id from due) and t.id = p.template_id
    returning p.id, p.url, t.method, p.attempts`.execute(ctx.db);
  return rows;
}

export async function updateEntry(
  ctx: Ctx,
  id: string,
  change: Pick<LogEntry, 'state' | 'reason' | 'reason_params' | 'status_code' | 'answer' | 'next_attempt_at'>,
): Promise<void> {
  const finished_at = change.state === 'queued' ? null : ctx.clock.now();
  await ctx.db
    .updateTable('postbacks')
    .set({ ...change, reason_params: JSON.stringify(change.reason_params), finished_at })
    .where('id', '=', id)
    .execute();
}

/** Puts a postback that failed back into the queue. False when it did not fail. */
export async function requeue(ctx: Ctx, id: string): Promise<boolean> {
  const row = await ctx.db
    .updateTable('postbacks')
    .set({ state: 'queued', reason: 'queued', attempts: 0, next_attempt_at: ctx.clock.now(), finished_at: null })
    .where('id', '=', id)
    .where('state', '=', 'failed')
    .where('url', 'is not', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function listEntries(
  ctx: Ctx,
  query: LogQuery,
): Promise<{ items: (LogEntry & { name: string })[]; total: number }> {
  const found = ctx.db
    .selectFrom('postbacks as p')
    .leftJoin('postback_doors as d', 'd.id', 'p.door_id')
    .leftJoin('postback_templates as t', 't.id', 'p.template_id')
    .$if(query.direction !== undefined, (qb) => qb.where('p.direction', '=', query.direction ?? ''))
    .$if(query.state !== undefined, (qb) => qb.where('p.state', '=', query.state ?? ''));
  const rows = await found
    .selectAll('p')
    .select(sql<string>`coalesce(d.name, t.name)`.as('name'))
    .orderBy('p.at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(query.per_page)
    .offset(offsetOf(query))
    .execute();
  const counted = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { items: rows as unknown as (LogEntry & { name: string })[], total: counted.total };
}
