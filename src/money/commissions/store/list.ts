import { sql } from 'kysely';
import type { Ctx, PartnerId } from '../../../platform/ctx.ts';
import type { Commission, CommissionState } from '../model.ts';
import { toCommission } from './commissions.ts';

/** A commission with the names a reader knows things by. */
export type NamedCommission = Commission & {
  programmeName: string;
  programmeCurrency: string;
  partnerName: string;
  accountName: string | null;
  invoiceExternalId: string | null;
  conversionId: string | null;
  /** What live payouts that left the draft have taken of it. */
  settledMinor: number;
};

export type CommissionFilter = {
  partner_id?: string;
  account_id?: string;
  programme_id?: string;
  invoice_id?: string;
  state?: CommissionState;
  reason?: string;
  q?: string;
};

export const COMMISSION_SORTS = {
  earned_at: sql`c.earned_at`,
  available_at: sql`c.available_at`,
  gross_minor: sql`c.gross_minor`,
  partner: sql`lower(p.name)`,
  account: sql`lower(a.name)`,
  state: sql`c.state`,
} as const;

export type CommissionOrder = { sort: keyof typeof COMMISSION_SORTS; order: 'asc' | 'desc' };

type NamedRow = Parameters<typeof toCommission>[0] & {
  programme_name: string;
  programme_currency: string;
  partner_name: string;
  account_name: string | null;
  invoice_external_id: string | null;
  conversion_id: string | null;
  settled_minor: number;
};

const NAMED = sql`
  select c.*, g.name as programme_name, g.currency as programme_currency, p.name as partner_name, a.name as account_name,
    i.external_id as invoice_external_id, d.conversion_event_id as conversion_id,
    (select coalesce(sum(t.amount_minor), 0)::bigint from payout_items t join payouts o on o.id = t.payout_id
      where t.commission_id = c.id and t.is_live and o.state in ('claimed', 'sending', 'unknown', 'sent', 'paid')) as settled_minor
  from commissions c join programmes g on g.id = c.programme_id join partners p on p.id = c.partner_id
    left join accounts a on a.id = c.account_id left join invoices i on i.id = c.invoice_id
    left join attribution_decisions d on d.id = c.decision_id`;

function toNamed(row: NamedRow): NamedCommission {
  return {
    ...toCommission(row),
    programmeName: row.programme_name,
    programmeCurrency: row.programme_currency,
    partnerName: row.partner_name,
    accountName: row.account_name,
    invoiceExternalId: row.invoice_external_id,
    conversionId: row.conversion_id,
    settledMinor: row.settled_minor,
  };
}

function matching(filter: CommissionFilter) {
  const conditions = [sql`true`];
  if (filter.partner_id) conditions.push(sql`c.partner_id = ${filter.partner_id}`);
  if (filter.account_id) conditions.push(sql`c.account_id = ${filter.account_id}`);
  if (filter.programme_id) conditions.push(sql`c.programme_id = ${filter.programme_id}`);
  if (filter.invoice_id) conditions.push(sql`c.invoice_id = ${filter.invoice_id}`);
  if (filter.state) conditions.push(sql`c.state = ${filter.state}`);
  if (filter.reason) conditions.push(sql`c.reason = ${filter.reason}`);
  if (filter.q) {
    const text = `%${filter.q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(
      sql`(lower(p.name) like ${text} or lower(a.name) like ${text} or lower(i.external_id) like ${text})`,
    );
  }
  return sql`where ${sql.join(conditions, sql` and `)}`;
}

export async function countCommissions(ctx: Ctx, filter: CommissionFilter): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total
    from commissions c join partners p on p.id = c.partner_id left join accounts a on a.id = c.account_id
      left join invoices i on i.id = c.invoice_id ${matching(filter)}`.execute(ctx.db);
  return rows[0]?.total ?? 0;
}

export async function listCommissions(
  ctx: Ctx,
  filter: CommissionFilter & CommissionOrder & { limit: number; offset: number },
): Promise<NamedCommission[]> {
  const direction = filter.order === 'asc' ? sql`asc` : sql`desc`;
  const { rows } = await sql<NamedRow>`${NAMED} ${matching(filter)}
    order by ${COMMISSION_SORTS[filter.sort]} ${direction}, c.id ${direction}
    limit ${filter.limit} offset ${filter.offset}`.execute(ctx.db);
  return rows.map(toNamed);
}

export async function findNamed(ctx: Ctx, id: string): Promise<NamedCommission | undefined> {
  const { rows } = await sql<NamedRow>`${NAMED} where c.id = ${id}`.execute(ctx.db);
  return rows[0] && toNamed(rows[0]);
}

/** A partner's own commissions, newest first. The partner's id comes from its session and from nowhere else. */
export async function listEarnings(
  ctx: Ctx,
  partnerId: PartnerId,
  page: { state?: CommissionState; limit: number; offset: number },
): Promise<{ items: NamedCommission[]; total: number }> {
  const filter = { partner_id: partnerId, ...(page.state ? { state: page.state } : {}) };
  const items = await listCommissions(ctx, { ...filter, ...page, sort: 'earned_at', order: 'desc' });
  return { items, total: await countCommissions(ctx, filter) };
}

/** A partner's sums in one currency, minor units. */
export type EarningTotals = {
  currency: string;
  pending_minor: number;
  held_minor: number;
  available_minor: number;
  in_transit_minor: number;
  paid_minor: number;
  next_available_at: Date | null;
};

/** What a partner earned and where it is: from the ledger, and from its payouts. */
export async function sumEarnings(ctx: Ctx, partnerId: PartnerId): Promise<EarningTotals[]> {
  const { rows } = await sql<EarningTotals>`
    with standing as (
      select currency, sum(balance_minor) filter (where kind = 'partner.pending') as pending,
        sum(balance_minor) filter (where kind = 'partner.held') as held,
        sum(balance_minor) filter (where kind = 'partner.available') as available
      from ledger_accounts where owner_id = ${partnerId} group by currency),
    sent as (
      select currency, sum(amount_minor) filter (where state in ('claimed', 'sending', 'unknown', 'sent')) as in_transit,
        sum(amount_minor) filter (where state = 'paid') as paid
      from payouts where partner_id = ${partnerId} group by currency),
    next as (
      select currency, min(available_at) as at from commissions
      where partner_id = ${partnerId} and state = 'pending' group by currency)
    select s.currency, coalesce(s.pending, 0)::bigint as pending_minor, coalesce(s.held, 0)::bigint as held_minor,
      coalesce(s.available, 0)::bigint as available_minor, coalesce(t.in_transit, 0)::bigint as in_transit_minor,
      coalesce(t.paid, 0)::bigint as paid_minor, n.at as next_available_at
    from standing s left join sent t on t.currency = s.currency left join next n on n.currency = s.currency
    order by s.currency`.execute(ctx.db);
  return rows;
}
