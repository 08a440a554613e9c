import { sql } from 'kysely';
import { offsetOf, type Page } from '../../../kernel/page.ts';
import { recordset } from '../../../platform/bulk.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Quarantined } from '../model.ts';

const TYPES = {
  id: 'text',
  dedupe_key: 'text',
  key_id: 'text',
  door: 'text',
  state: 'text',
  reason: 'text',
  event_name: 'text',
  user_name: 'text',
  anonymous_name: 'text',
  account_name: 'text',
  received_at: 'timestamptz',
  payload: 'text',
  is_whole: 'boolean',
};
const COLUMNS = Object.keys(TYPES);
const columns = sql.join(COLUMNS.map((column) => sql.ref(column)));

export type NewQuarantined = Omit<Quarantined, 'attempts' | 'received_at'> & {
  received_at: string;
  dedupe_key: string;
};
export type Kept = Quarantined & { dedupe_key: string };

/** The same event again stays as it was first kept. */
export async function insertQuarantined(ctx: Ctx, rows: readonly NewQuarantined[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into event_quarantine (${columns}) select ${columns} from ${recordset({ columns: TYPES }, COLUMNS, rows)}
    on conflict (dedupe_key) do nothing`.execute(ctx.db);
}

/** What waits for one of these names, oldest first, held until the transaction ends. */
export async function lockWaitingFor(
  ctx: Ctx,
  names: { users: readonly string[]; accounts: readonly string[] },
  after: string,
  limit: number,
): Promise<Kept[]> {
  const { rows } = await sql<Kept>`select ${columns}, attempts from event_quarantine
    where state = 'waiting' and id > ${after} and (user_name = any(${names.users})
      or anonymous_name = any(${names.users}) or account_name = any(${names.accounts}))
    order by id limit ${limit} for update skip locked`.execute(ctx.db);
  return rows;
}

export type Choice = {
  ids?: readonly string[] | undefined;
  reason?: string | undefined;
  event_name?: string | undefined;
};

/** What somebody chose to try again, oldest first, held until the transaction ends. */
export async function lockChosen(ctx: Ctx, choice: Choice, after: string, limit: number): Promise<Kept[]> {
  const { rows } = await sql<Kept>`select ${columns}, attempts from event_quarantine
    where is_whole and id > ${after} and ${chosen(choice)} order by id limit ${limit} for update skip locked`.execute(
    ctx.db,
  );
  return rows;
}

function chosen({ ids, reason, event_name }: Choice) {
  const conditions = [
    ...(ids ? [sql`id = any(${ids})`] : []),
    ...(reason ? [sql`reason = ${reason}`] : []),
    ...(event_name ? [sql`event_name = ${event_name}`] : []),
  ];
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
}

export async function deleteQuarantined(ctx: Ctx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { numAffectedRows } = await sql`delete from event_quarantine where id = any(${ids})`.execute(ctx.db);
  return Number(numAffectedRows ?? 0);
}

/** Keeps that trying again did not help, and why not this time. */
export async function updateReasons(
  ctx: Ctx,
  rows: readonly { id: string; state: string; reason: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  const types = { id: 'text', state: 'text', reason: 'text' };
  await sql`update event_quarantine q set state = incoming.state, reason = incoming.reason, attempts = q.attempts + 1
    from ${recordset({ columns: types }, Object.keys(types), rows)} where q.id = incoming.id`.execute(ctx.db);
}

export async function deleteBefore(ctx: Ctx, before: Date): Promise<void> {
  await ctx.db.deleteFrom('event_quarantine').where('received_at', '<', before).execute();
}

export type QuarantineQuery = {
  page: number;
  per_page: number;
  q?: string | undefined;
  reason?: string | undefined;
};

export async function listQuarantined(ctx: Ctx, query: QuarantineQuery): Promise<Page<Quarantined>> {
  let found = ctx.db.selectFrom('event_quarantine');
  if (query.reason) found = found.where('reason', '=', query.reason);
  const { q } = query;
  if (q) found = found.where((eb) => eb.or(SEARCHED.map((column) => eb(column, '=', q))));
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const items = await found
    .select([...LISTED])
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(query.per_page)
    .offset(offsetOf(query))
    .execute();
  return { items: items as Quarantined[], total, page: query.page, per_page: query.per_page };
}

const SEARCHED = ['event_name', 'user_name', 'anonymous_name', 'account_name'] as const;
const LISTED = [
  'id',
  'key_id',
  'door',
  'state',
  'reason',
  'event_name',
  'user_name',
  'anonymous_name',
  'account_name',
  'received_at',
  'attempts',
  'payload',
  'is_whole',
] as const;

/** How many wait or were refused, by reason. */
export async function countByReason(ctx: Ctx): Promise<{ reason: string; events: number }[]> {
  return ctx.db
    .selectFrom('event_quarantine')
    .select((eb) => ['reason', eb.fn.countAll<number>().as('events')])
    .groupBy('reason')
    .orderBy('events', 'desc')
    .execute();
}
