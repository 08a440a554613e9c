import { sql } from 'kysely';
import { notFound } from '../kernel/errors.ts';
import { offsetOf, type Page } from '../kernel/page.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { type ConversionRow, describeConversion, describeWhole } from './conversion-sentences.ts';

export type ConversionsQuery = {
  page: number;
  per_page: number;
  order: 'asc' | 'desc';
  sort: 'received_at' | 'occurred_at';
  state?: string | undefined;
  outcome?: string | undefined;
  reason?: string | undefined;
  kind?: string | undefined;
  partner_id?: string | undefined;
  account_id?: string | undefined;
  q?: string | undefined;
};

/** Every sign-up, invoice and refund that reached us, each with its decision in one sentence. */
export async function conversions(
  ctx: Ctx,
  query: ConversionsQuery,
): Promise<Page<ReturnType<typeof describeConversion>>> {
  requireScope(ctx, 'partners:read');
  const direction = sql.raw(query.order);
  const found = sql`${FROM} where ${conditions(query)}`;
  const { rows } = await sql<ConversionRow>`
    select ${COLUMNS} ${found}
    order by ${sql.ref(`e.${query.sort}`)} ${direction}, e.id ${direction}
    limit ${query.per_page} offset ${offsetOf(query)}`.execute(ctx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(ctx.db);
  return {
    items: rows.map(describeConversion),
    total: counted.rows[0]?.total ?? 0,
    page: query.page,
    per_page: query.per_page,
  };
}

/** One of them whole: everything considered, suspicions, what was decided earlier. @throws 404 */
export async function conversion(ctx: Ctx, id: string) {
  requireScope(ctx, 'partners:read');
  return readConversion(ctx, id);
}

/** The same for whoever sent it. @throws 404 */
export async function receivedEvent(ctx: Ctx, id: string) {
  requireScope(ctx, 'track:write');
  return readConversion(ctx, id);
}

async function readConversion(ctx: Ctx, id: string) {
  const { rows } = await sql<ConversionRow>`select ${COLUMNS} ${FROM} where e.id = ${id}`.execute(ctx.db);
  if (!rows[0]) throw notFound('event', id);
  return describeWhole(rows[0]);
}

const COLUMNS = sql`e.id, e.kind, e.source, e.event_id, e.state, e.parked_reason, e.result, e.account_external_id,
  e.invoice_external_id, e.occurred_at, e.received_at, d.rule, d.outcome, d.reason, d.reason_params, d.considered,
  d.flags, d.earlier, d.partner_id, d.programme_id, p.name as partner_name,
  coalesce(d.account_id, i.account_id) as account_id, a.name as account_name,
  c.id as commission_id, c.state as commission_state`;

const FROM = sql`from conversion_events e
  left join attribution_decisions d on d.conversion_event_id = e.id
  left join partners p on p.id = d.partner_id
  left join lateral (select id, state from commissions where decision_id = d.id and rule = 'sale'
    order by superseded_at nulls first, part, id limit 1) c on true
  left join invoices i on e.kind in ('refund', 'dispute') and i.source = e.source and i.external_id = e.invoice_external_id
  left join accounts a on a.id = coalesce(d.account_id, i.account_id)`;

function conditions(query: ConversionsQuery) {
  const all = [sql`true`];
  if (query.state) all.push(sql`e.state = ${query.state}`);
  if (query.kind) all.push(sql`e.kind = ${query.kind}`);
  if (query.outcome) all.push(sql`d.outcome = ${query.outcome}`);
  if (query.reason) all.push(sql`(d.reason = ${query.reason} or e.parked_reason = ${query.reason})`);
  if (query.partner_id) all.push(sql`d.partner_id = ${query.partner_id}`);
  if (query.account_id) all.push(sql`coalesce(d.account_id, i.account_id) = ${query.account_id}`);
  if (query.q) {
    const like = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`;
    all.push(sql`(a.name ilike ${like} or e.account_external_id ilike ${like} or e.invoice_external_id ilike ${like}
      or p.name ilike ${like})`);
  }
  return sql.join(all, sql` and `);
}
