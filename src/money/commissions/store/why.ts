import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';

/** The attribution behind a commission, as it was decided. */
export type Decision = {
  id: string;
  rule: string;
  outcome: string;
  reason: string;
  considered: unknown;
  flags: string[];
  decided_at: Date;
};

export async function findDecision(ctx: Ctx, id: string): Promise<Decision | undefined> {
  return ctx.db
    .selectFrom('attribution_decisions')
    .select(['id', 'rule', 'outcome', 'reason', 'considered', 'flags', 'decided_at'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export type CommissionTransfer = {
  id: string;
  event: string;
  from: string;
  to: string;
  amount_minor: number;
  reason: string | null;
  at: Date;
};

/** Every movement of a commission's money, in the order it happened. */
export async function listCommissionTransfers(ctx: Ctx, commissionId: string): Promise<CommissionTransfer[]> {
  const { rows } = await sql<CommissionTransfer>`
    select t.id, t.event, d.kind as "from", c.kind as "to", t.amount_minor, t.reason, t.at
    from ledger_transfers t join ledger_accounts d on d.id = t.debit_account_id
      join ledger_accounts c on c.id = t.credit_account_id
    where t.ref_kind = 'commission' and t.ref_id = ${commissionId} order by t.seq`.execute(ctx.db);
  return rows;
}

export type CommissionPayout = {
  payout_id: string;
  batch_id: string;
  state: string;
  amount_minor: number;
  is_live: boolean;
  expected_on: string;
  paid_at: Date | null;
};

/** The payouts a commission was part of; a negative amount is a clawback taken off a later payout. */
export async function listCommissionPayouts(ctx: Ctx, commissionId: string): Promise<CommissionPayout[]> {
  return ctx.db
    .selectFrom('payout_items as i')
    .innerJoin('payouts as p', 'p.id', 'i.payout_id')
    .innerJoin('payout_batches as b', 'b.id', 'p.batch_id')
    .select([
      'p.id as payout_id',
      'b.id as batch_id',
      'p.state',
      'i.amount_minor',
      'i.is_live',
      'b.expected_on',
      'p.paid_at',
    ])
    .where('i.commission_id', '=', commissionId)
    .orderBy('p.created_at')
    .execute();
}

export type CommissionReversal = { id: string; amount_minor: number; was_paid: boolean; reason: string; at: Date };

export async function listReversals(ctx: Ctx, commissionId: string): Promise<CommissionReversal[]> {
  return ctx.db
    .selectFrom('commission_reversals')
    .select(['id', 'amount_minor', 'was_paid', 'reason', 'at'])
    .where('commission_id', '=', commissionId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}
