import { sql } from 'kysely';
import { type Ctx, newId } from '../../platform/ctx.ts';
import type { Debt, OpenClawback } from './model.ts';

/** Drafts take what is open at the same time; both take turns. */
export async function lockDrafting(ctx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('payout-draft', 0))`.execute(ctx.db);
}

type DebtRow = { partner_id: string; name: string; currency: string; owed: number; since: Date };

/** Everybody who owes, the oldest debt first. */
export async function listDebts(ctx: Ctx, filter: { partnerId?: string; currency?: string } = {}): Promise<Debt[]> {
  const { rows } = await sql<DebtRow>`
    select p.id as partner_id, p.name, a.currency, (-a.balance_minor)::bigint as owed, s.since
    from ledger_accounts a join partners p on p.id = a.owner_id
      cross join lateral (
        select min(m.at) as since from (
          select t.seq, t.at, sum(case when t.credit_account_id = a.id then t.amount_minor else -t.amount_minor end)
            over (order by t.seq) as running
          from ledger_transfers t where a.id in (t.credit_account_id, t.debit_account_id)) m
        where m.running < 0 and m.seq > coalesce((
          select max(x.seq) from (
            select t.seq, sum(case when t.credit_account_id = a.id then t.amount_minor else -t.amount_minor end)
              over (order by t.seq) as running
            from ledger_transfers t where a.id in (t.credit_account_id, t.debit_account_id)) x
          where x.running >= 0), 0)) s
    where a.kind = 'partner.available' and a.balance_minor < 0
      and ${filter.partnerId ? sql`p.id = ${filter.partnerId}` : sql`true`}
      and ${filter.currency ? sql`a.currency = ${filter.currency}` : sql`true`}
    order by s.since, p.id`.execute(ctx.db);
  return rows.map((row) => ({
    partnerId: row.partner_id,
    partnerName: row.name,
    currency: row.currency,
    owedMinor: row.owed,
    since: row.since,
  }));
}

/** The clawbacks of a partner that no payout took off yet, oldest first, locked. Those in a draft are left to it. */
export async function lockClawbacks(ctx: Ctx, { partnerId, currency }: Debt): Promise<OpenClawback[]> {
  const { rows } = await sql<{ commission_id: string; open: number }>`
    select c.id as commission_id, (c.gross_minor - c.reversed_minor - coalesce(t.taken, 0))::bigint as open
    from commissions c left join lateral (
      select sum(x.amount_minor) as taken, bool_or(x.drafted) as drafted from (
        select i.amount_minor, p.state = 'draft' as drafted from payout_items i join payouts p on p.id = i.payout_id
          where i.commission_id = c.id and i.is_live
        union all select w.amount_minor, false from payout_writeoff_items w where w.commission_id = c.id) x) t on true
    where c.partner_id = ${partnerId} and c.currency = ${currency} and c.reversed_minor > 0
      and t.drafted is not true and c.gross_minor - c.reversed_minor - coalesce(t.taken, 0) < 0
    order by c.id for update of c`.execute(ctx.db);
  return rows.map((row) => ({ commissionId: row.commission_id, amountMinor: row.open }));
}

export type NewWriteOff = { debt: Debt; reason: string; parts: readonly OpenClawback[] };

export async function insertWriteOff(ctx: Ctx, { debt, reason, parts }: NewWriteOff) {
  const row = await ctx.db
    .insertInto('payout_writeoffs')
    .values({
      id: newId(ctx, 'writeoff'),
      partner_id: debt.partnerId,
      currency: debt.currency,
      amount_minor: debt.owedMinor,
      owing_since: debt.since,
      reason,
      created_by: ctx.actor.id,
      created_at: ctx.clock.now(),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await ctx.db
    .insertInto('payout_writeoff_items')
    .values(
      parts.map((part) => ({
        writeoff_id: row.id,
        commission_id: part.commissionId,
        amount_minor: part.amountMinor,
      })),
    )
    .execute();
  return row;
}
