import { sql } from 'kysely';
import { type Ctx, newId } from '../../../platform/ctx.ts';
import {
  type AccrueInput,
  type Calculation,
  type Commission,
  type CommissionState,
  dedupeKey,
  type MonthSoFar,
} from '../model.ts';

/** A commission with what the next movement of its money needs to know. */
export type LockedCommission = Commission & { moves: number; settled: boolean };

type Row = {
  id: string;
  programme_id: string;
  partner_id: string;
  account_id: string;
  invoice_id: string;
  decision_id: string;
  currency: string;
  base_minor: number;
  gross_minor: number;
  reversed_minor: number;
  state: string;
  reason: string;
  reason_params: unknown;
  calculation: unknown;
  flags: string[];
  earned_at: Date;
  available_at: Date;
  paid_at: Date | null;
};

export function toCommission(row: Row): Commission {
  return {
    id: row.id,
    programmeId: row.programme_id,
    partnerId: row.partner_id,
    accountId: row.account_id,
    invoiceId: row.invoice_id,
    decisionId: row.decision_id,
    currency: row.currency,
    baseMinor: row.base_minor,
    grossMinor: row.gross_minor,
    reversedMinor: row.reversed_minor,
    state: row.state as CommissionState,
    reason: row.reason,
    reasonParams: row.reason_params as Record<string, unknown>,
    calculation: row.calculation as Calculation,
    flags: row.flags,
    earnedAt: row.earned_at,
    availableAt: row.available_at,
    paidAt: row.paid_at,
  };
}

export async function findByDedupeKey(ctx: Ctx, key: string): Promise<Commission | undefined> {
  const row = await ctx.db.selectFrom('commissions').selectAll().where('dedupe_key', '=', key).executeTakeFirst();
  return row && toCommission(row);
}

export type NewCommission = Pick<
  Commission,
  'state' | 'reason' | 'reasonParams' | 'calculation' | 'earnedAt' | 'availableAt' | 'grossMinor'
>;

/** Undefined when somebody else wrote the same commission first. */
export async function insertCommission(
  ctx: Ctx,
  input: AccrueInput,
  outcome: NewCommission,
): Promise<Commission | undefined> {
  const row = await ctx.db
    .insertInto('commissions')
    .values({
      id: newId(ctx, 'commission'),
      dedupe_key: dedupeKey(input),
      decision_id: input.decisionId,
      programme_id: input.programmeId,
      partner_id: input.partnerId,
      account_id: input.accountId,
      invoice_id: input.invoice.id,
      terms_id: input.terms.id,
      currency: input.invoice.currency,
      base_minor: outcome.calculation.base_minor,
      gross_minor: outcome.grossMinor,
      state: outcome.state,
      reason: outcome.reason,
      reason_params: JSON.stringify(outcome.reasonParams),
      calculation: JSON.stringify(outcome.calculation),
      flags: [...input.flags],
      earned_at: outcome.earnedAt,
      available_at: outcome.availableAt,
      created_at: ctx.clock.now(),
    })
    .onConflict((conflict) => conflict.column('dedupe_key').doNothing())
    .returningAll()
    .executeTakeFirst();
  return row && toCommission(row);
}

/** Makes sales of one partner in one programme take turns, for the sums that tiers and monthly caps look at. */
export async function lockMonth(ctx: Ctx, input: Pick<AccrueInput, 'partnerId' | 'programmeId'>): Promise<void> {
  const key = `commission-month:${input.programmeId}:${input.partnerId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(ctx.db);
}

/** What the partner earned before in the calendar month, of the programme's zone, in which the invoice was paid. */
export async function monthSoFar(ctx: Ctx, input: AccrueInput): Promise<MonthSoFar> {
  const { rows } = await sql<MonthSoFar>`
    select coalesce(sum(base_minor), 0)::bigint as "baseMinor",
      coalesce(sum(gross_minor - reversed_minor), 0)::bigint as "netMinor"
    from commissions
    where partner_id = ${input.partnerId} and programme_id = ${input.programmeId}
      and currency = ${input.programme.currency} and state <> 'refused'
      and to_char(earned_at at time zone ${input.programme.zone}, 'YYYY-MM')
        = to_char(${input.invoice.paidAt}::timestamptz at time zone ${input.programme.zone}, 'YYYY-MM')`.execute(
    ctx.db,
  );
  return rows[0] ?? { baseMinor: 0, netMinor: 0 };
}

type LockedRow = Row & { moves: number; settled: boolean };

/** `settled`: a payout that left the draft has claimed it. */
const LOCKED = sql`select c.*, exists (select from payout_items i join payouts p on p.id = i.payout_id
    where i.commission_id = c.id and i.is_live and i.amount_minor > 0 and p.state in ('claimed', 'sending', 'unknown', 'sent', 'paid')) as settled
  from commissions c`;

function toLocked(row: LockedRow): LockedCommission {
  return { ...toCommission(row), moves: row.moves, settled: row.settled };
}

export async function lockCommission(ctx: Ctx, id: string): Promise<LockedCommission | undefined> {
  const { rows } = await sql<LockedRow>`${LOCKED} where c.id = ${id} for update of c`.execute(ctx.db);
  return rows[0] && toLocked(rows[0]);
}

/** The commissions of an invoice that earned something, locked in the order of their ids. */
export async function lockCommissionsOfInvoice(ctx: Ctx, invoiceId: string): Promise<LockedCommission[]> {
  const { rows } = await sql<LockedRow>`${LOCKED}
    where c.invoice_id = ${invoiceId} and c.gross_minor > 0 order by c.id for update of c`.execute(ctx.db);
  return rows.map(toLocked);
}

/** Pending commissions whose time has come, oldest first; those somebody else is working on are left to them. */
export async function lockDueCommissions(ctx: Ctx, limit: number): Promise<LockedCommission[]> {
  const { rows } = await sql<LockedRow>`${LOCKED}
    where c.state = 'pending' and c.available_at <= ${ctx.clock.now()} order by c.available_at, c.id
    limit ${limit} for update of c skip locked`.execute(ctx.db);
  return rows.map(toLocked);
}

export type CommissionChange = {
  state: CommissionState;
  reason: string;
  reason_params?: Record<string, unknown>;
  reversed_minor?: number;
};

/** Writes the change and counts the move. What the reasons before were told stays known. */
export async function updateCommissions(ctx: Ctx, ids: readonly string[], change: CommissionChange): Promise<void> {
  const { reason_params = {}, ...rest } = change;
  await ctx.db
    .updateTable('commissions')
    .set((eb) => ({
      ...rest,
      reason_params: sql`reason_params || ${JSON.stringify(reason_params)}::jsonb`,
      moves: eb('moves', '+', 1),
    }))
    .where('id', 'in', [...ids])
    .execute();
}

/** The payouts left for good: what they paid for is paid. Returns the ids changed. */
export async function markPaid(ctx: Ctx, payoutIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update commissions c set state = 'paid', reason = 'paid', paid_at = ${ctx.clock.now()}
    from payout_items i
    where i.commission_id = c.id and i.payout_id = any(${[...payoutIds]}) and i.is_live and i.amount_minor > 0
      and c.state <> 'paid'
    returning c.id`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** The payouts failed or came back: what they paid for is payable again, or gone when it was reversed meanwhile. */
export async function markUnpaid(ctx: Ctx, payoutIds: readonly string[], reason: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update commissions c set paid_at = null, reason = ${reason},
      state = case when c.reversed_minor = c.gross_minor then 'reversed' else 'available' end
    from payout_items i
    where i.commission_id = c.id and i.payout_id = any(${[...payoutIds]}) and i.amount_minor > 0
      and c.state in ('available', 'paid')
    returning c.id`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
