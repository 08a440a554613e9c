import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { CompanyFacts } from '../company.ts';
import type { DataTime } from '../data-time.ts';
import { MOVEMENTS, type Movement, mrrMovements } from '../mrr-movements.ts';

export type AccountSubscription = {
  external_id: string;
  plan: string | null;
  seats: number | null;
  billing_interval: string | null;
  interval_count: number;
  currency: string;
  mrr_minor: number;
  mrr_reporting_minor: number | null;
  is_trial: boolean;
  started_on: string;
  ended_on: string | null;
  is_active: boolean;
};

export type AccountInvoice = {
  external_id: string;
  status: string;
  currency: string;
  total_minor: number;
  refunded_minor: number;
  issued_at: string;
  due_on: string | null;
  paid_at: string | null;
  is_overdue: boolean;
};

export type MrrStep = { month: string; mrr_minor: number; change_minor: number; movement: Movement | null };

const MOST_SUBSCRIPTIONS = 200;
const MOST_INVOICES = 36;

/** What have they bought? Active ones first, then the newest; at most 200. */
export async function accountSubscriptions(
  ctx: Ctx,
  time: DataTime,
  accountId: string,
): Promise<AccountSubscription[]> {
  const { rows } = await sql<AccountSubscription>`
    select external_id, plan, seats, billing_interval, interval_count, currency, mrr_minor, mrr_reporting_minor, is_trial,
      started_on, ended_on,
      started_on <= ${time.on}::date and (ended_on is null or ended_on > ${time.on}::date) as is_active
    from subscriptions where account_id = ${accountId}
    order by is_active desc, started_on desc, external_id limit ${MOST_SUBSCRIPTIONS}`.execute(ctx.db);
  return rows;
}

type InvoiceRow = Omit<AccountInvoice, 'issued_at' | 'paid_at'> & { issued_at: Date; paid_at: Date | null };

/** What did we bill, and is it paid? The newest 36. */
export async function accountInvoices(ctx: Ctx, time: DataTime, accountId: string): Promise<AccountInvoice[]> {
  const { rows } = await sql<InvoiceRow>`
    select external_id, status, currency, total_minor, refunded_minor, issued_at, due_on, paid_at,
      status in ('open', 'uncollectible') and coalesce(due_on < ${time.on}::date, false) as is_overdue
    from invoices where account_id = ${accountId}
    order by issued_at desc, external_id limit ${MOST_INVOICES}`.execute(ctx.db);
  return rows.map((row) => ({
    ...row,
    issued_at: row.issued_at.toISOString(),
    paid_at: row.paid_at?.toISOString() ?? null,
  }));
}

/** How did its MRR move, month by month, in the reporting currency? */
export async function accountMrr(
  ctx: Ctx,
  company: CompanyFacts,
  time: DataTime,
  accountId: string,
): Promise<MrrStep[]> {
  const months = await mrrMovements(ctx, company, time.on, accountId);
  return months.map((one) => ({
    month: one.month,
    mrr_minor: one.endMinor,
    change_minor: one.endMinor - one.startMinor,
    movement: MOVEMENTS.find((movement) => one.accounts[movement] > 0) ?? null,
  }));
}
