import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { ConversionEvent, ConversionKind, ConversionState } from '../model.ts';

type Row = Omit<ConversionEvent, 'kind' | 'state'> & { kind: string; state: string };

function toEvent(row: Row): ConversionEvent {
  return { ...row, kind: row.kind as ConversionKind, state: row.state as ConversionState };
}

/** Waits for everybody else who decides about the same thing, until the transaction ends. */
export async function lockName(ctx: Ctx, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 7463))`.execute(ctx.db);
}

/** Undefined when the event is here already. */
export async function insertEvent(ctx: Ctx, event: ConversionEvent): Promise<ConversionEvent | undefined> {
  const row = await ctx.db
    .insertInto('conversion_events')
    .values({ ...event, body: JSON.stringify(event.body), result: null })
    .onConflict((oc) => oc.columns(['source', 'kind', 'event_id']).doNothing())
    .returningAll()
    .executeTakeFirst();
  return row && toEvent(row);
}

/** The event with this id, or, for an invoice or a refund, the one about the same invoice or refund. */
export async function findSame(
  ctx: Ctx,
  key: Pick<ConversionEvent, 'source' | 'kind' | 'event_id'> & { subject: string | null },
): Promise<ConversionEvent | undefined> {
  const row = await ctx.db
    .selectFrom('conversion_events')
    .selectAll()
    .where('source', '=', key.source)
    .where('kind', '=', key.kind)
    .where((eb) =>
      eb.or([
        eb('event_id', '=', key.event_id),
        ...(key.kind === 'invoice' && key.subject ? [eb('invoice_external_id', '=', key.subject)] : []),
        ...(key.kind === 'refund' && key.subject ? [eb(sql`body->>'refund_id'`, '=', key.subject)] : []),
      ]),
    )
    .orderBy('received_at')
    .executeTakeFirst();
  return row && toEvent(row);
}

export async function findEvent(ctx: Ctx, id: string): Promise<ConversionEvent | undefined> {
  const row = await ctx.db.selectFrom('conversion_events').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toEvent(row);
}

/** Which account an invoice event speaks of, known or parked. */
export async function findInvoiceEvent(
  ctx: Ctx,
  source: string,
  invoice: string,
): Promise<ConversionEvent | undefined> {
  return findSame(ctx, { source, kind: 'invoice', event_id: '', subject: invoice });
}

/** The accounts that a visitor's sign-ups and invoices speak of. */
export async function listAccountsOfVisitor(ctx: Ctx, visitor: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct account_external_id as id from conversion_events
    where body ? 'visitor' and body->>'visitor' = ${visitor} and account_external_id is not null order by 1`.execute(
    ctx.db,
  );
  return rows.map(({ id }) => id);
}

export type Told = {
  account: string;
  visitor: string | null;
  click_token: string | null;
  click_tokens: string[] | null;
};

/** What the sign-ups and invoices received since an instant say about the visits behind them. */
export async function listToldSince(ctx: Ctx, since: Date): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select account_external_id as account, body->>'visitor' as visitor, body->>'click_token' as click_token,
      body->'click_tokens' as click_tokens
    from conversion_events
    where received_at >= ${since} and account_external_id is not null
      and body ?| array['visitor', 'click_token', 'click_tokens']`.execute(ctx.db);
  return rows;
}

/** Whether an invoice or sign-up of the accounts waits for its account to be known. */
export async function hasWaiting(ctx: Ctx, accountExternalIds: readonly string[], exceptId = ''): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('conversion_events')
    .select('id')
    .where('account_external_id', 'in', [...accountExternalIds])
    .where('kind', 'in', ['signup', 'invoice'])
    .where('state', '=', 'parked')
    .where('id', '<>', exceptId)
    .executeTakeFirst();
  return row !== undefined;
}

/** The refunds and disputes of an invoice in a state, oldest first. */
export async function listMoneyBack(
  ctx: Ctx,
  invoice: { source: string; external_id: string; state: ConversionState },
): Promise<ConversionEvent[]> {
  const rows = await ctx.db
    .selectFrom('conversion_events')
    .selectAll()
    .where('source', '=', invoice.source)
    .where('kind', 'in', ['refund', 'dispute'])
    .where('invoice_external_id', '=', invoice.external_id)
    .where('state', '=', invoice.state)
    .orderBy('occurred_at')
    .orderBy('id')
    .execute();
  return rows.map(toEvent);
}

/** Sign-ups and invoices of accounts that are decided or may be, in the order they happened; what expired is left alone. */
export async function listToDecide(ctx: Ctx, accountExternalIds: readonly string[]): Promise<ConversionEvent[]> {
  const rows = await ctx.db
    .selectFrom('conversion_events')
    .selectAll()
    .where('account_external_id', 'in', [...accountExternalIds])
    .where('kind', 'in', ['signup', 'invoice'])
    .where((eb) => eb.or([eb('state', '<>', 'unattributed'), eb('parked_reason', 'is', null)]))
    .orderBy('occurred_at')
    .orderBy('kind', 'desc')
    .orderBy('event_id')
    .execute();
  return rows.map(toEvent);
}

/**
 * Whether something of the accounts is here already that the event may change: what happened at or after it, and for
 * their first sign-up everything.
 */
export async function hasLaterEvent(
  ctx: Ctx,
  accountExternalIds: readonly string[],
  event: Pick<ConversionEvent, 'id' | 'kind' | 'occurred_at'>,
): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    with others as materialized (select kind, occurred_at from conversion_events
      where account_external_id = any(${[...accountExternalIds]}) and kind in ('signup', 'invoice') and id <> ${event.id})
    select exists (select from others where occurred_at >= ${event.occurred_at}
      or (${event.kind} = 'signup' and not exists (select from others where kind = 'signup'
        and occurred_at < ${event.occurred_at}))) as found`.execute(ctx.db);
  return rows[0]?.found ?? false;
}

export async function updateEvent(
  ctx: Ctx,
  id: string,
  change: { state: ConversionState; parked_reason?: string | null; result?: object },
): Promise<void> {
  const { result, ...rest } = change;
  await ctx.db
    .updateTable('conversion_events')
    .set({ ...rest, ...(result ? { result: JSON.stringify(result) } : {}) })
    .where('id', '=', id)
    .execute();
}

/** Gives up on what was received before the instant and still waits. Returns their ids. */
export async function expireParked(ctx: Ctx, before: Date): Promise<string[]> {
  const rows = await ctx.db
    .updateTable('conversion_events')
    .set({ state: 'unattributed' })
    .where('state', '=', 'parked')
    .where('received_at', '<=', before)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}
