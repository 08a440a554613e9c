import { sql } from 'kysely';
import { type Ctx, newId } from '../../../platform/ctx.ts';
import type {
  AccrueInput,
  Calculation,
  Commission,
  CommissionRule,
  CommissionState,
  Hold,
  Row as PlannedRow,
  VestingCondition,
} from '../model.ts';

/** A commission with what the next movement of its money needs to know. */
export type LockedCommission = Commission & { moves: number; settled: boolean };

type Row = {
  id: string;
  programme_id: string;
  partner_id: string;
  credited_partner_id: string | null;
  rule: string;
  part: number;
  account_id: string | null;
  invoice_id: string | null;
  decision_id: string | null;
  referral_id: string | null;
  currency: string;
  base_minor: number;
  gross_minor: number;
  reversed_minor: number;
  state: string;
  reason: string;
  reason_params: unknown;
  calculation: unknown;
  flags: string[];
  holds: string[];
  vesting: unknown;
  pinned: boolean;
  earned_at: Date;
  available_at: Date;
  paid_at: Date | null;
};

export function toCommission(row: Row): Commission {
  return {
    id: row.id,
    programmeId: row.programme_id,
    partnerId: row.partner_id,
    creditedPartnerId: row.credited_partner_id ?? row.partner_id,
    rule: row.rule as CommissionRule,
    part: row.part,
    accountId: row.account_id,
    invoiceId: row.invoice_id,
    decisionId: row.decision_id,
    referralId: row.referral_id,
    currency: row.currency,
    baseMinor: row.base_minor,
    grossMinor: row.gross_minor,
    reversedMinor: row.reversed_minor,
    state: row.state as CommissionState,
    reason: row.reason,
    reasonParams: row.reason_params as Record<string, unknown>,
    calculation: row.calculation as Calculation,
    flags: row.flags,
    holds: row.holds as Hold[],
    vesting: row.vesting as VestingCondition | null,
    pinned: row.pinned,
    earnedAt: row.earned_at,
    availableAt: row.available_at,
    paidAt: row.paid_at,
  };
}

/** What a sale earned in this programme so far, the credited partner's first part before all; empty: not decided yet. */
export async function listSale(
  ctx: Ctx,
  sale: { invoiceId: string; programmeId: string; creditedPartnerId: string; rule: CommissionRule },
): Promise<Commission[]> {
  const rows = await ctx.db
    .selectFrom('commissions')
    .selectAll()
    .where('invoice_id', '=', sale.invoiceId)
    .where('programme_id', '=', sale.programmeId)
    .where('credited_partner_id', '=', sale.creditedPartnerId)
    .where('rule', '=', sale.rule)
    .where('superseded_at', 'is', null)
    .orderBy('part')
    .orderBy('id')
    .execute();
  return rows.map(toCommission);
}

/** What a referral was paid, or why not. */
export async function findLeadCommission(ctx: Ctx, referralId: string): Promise<Commission | undefined> {
  const row = await ctx.db
    .selectFrom('commissions')
    .selectAll()
    .where('referral_id', '=', referralId)
    .where('rule', '=', 'lead')
    .where('superseded_at', 'is', null)
    .executeTakeFirst();
  return row && toCommission(row);
}

/** What the commissions of one sale or lead have in common. */
export type Head = Pick<
  Commission,
  | 'programmeId'
  | 'creditedPartnerId'
  | 'accountId'
  | 'invoiceId'
  | 'decisionId'
  | 'referralId'
  | 'currency'
  | 'earnedAt'
> & { termsId: string; flags: readonly string[]; budgetMonth: string | null; pinned: boolean };

export type NewCommission = Omit<PlannedRow, 'key'> & {
  dedupeKey: string;
  state: CommissionState;
  reason: string;
  reasonParams: Record<string, unknown>;
  holds: Hold[];
};

/** Undefined when somebody else wrote the same commission first. */
export async function insertCommission(ctx: Ctx, head: Head, row: NewCommission): Promise<Commission | undefined> {
  const inserted = await ctx.db
    .insertInto('commissions')
    .values({
      id: newId(ctx, 'commission'),
      dedupe_key: row.dedupeKey,
      decision_id: head.decisionId,
      programme_id: head.programmeId,
      partner_id: row.partnerId,
      credited_partner_id: head.creditedPartnerId,
      account_id: head.accountId,
      invoice_id: head.invoiceId,
      referral_id: head.referralId,
      rule: row.rule,
      part: row.part,
      terms_id: head.termsId,
      currency: head.currency,
      base_minor: row.baseMinor,
      gross_minor: row.state === 'refused' ? 0 : row.grossMinor,
      state: row.state,
      reason: row.reason,
      reason_params: JSON.stringify(row.reasonParams),
      calculation: JSON.stringify(row.calculation),
      flags: [...head.flags],
      holds: row.holds,
      budget_month: row.state === 'refused' || row.holds.includes('budget_spent') ? null : head.budgetMonth,
      vesting: row.vesting ? JSON.stringify(row.vesting) : null,
      pinned: head.pinned,
      earned_at: head.earnedAt,
      available_at: row.availableAt,
      created_at: ctx.clock.now(),
    })
    .onConflict((conflict) => conflict.column('dedupe_key').doNothing())
    .returningAll()
    .executeTakeFirst();
  return inserted && toCommission(inserted);
}

/** Makes sales of one partner in one programme take turns, for the sums that tiers, caps and budgets look at. */
export async function lockStanding(
  ctx: Ctx,
  input: Pick<AccrueInput, 'partnerId' | 'programmeId' | 'terms'>,
): Promise<void> {
  const partner = `commission-month:${input.programmeId}:${input.partnerId}`;
  const budget = `commission-budget:${input.programmeId}`;
  const key = input.terms.budget_per_month_minor === undefined ? partner : budget;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(ctx.db);
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

/** The commissions of an invoice that earned something and still count, locked in the order of their ids. */
export async function lockCommissionsOfInvoice(ctx: Ctx, invoiceId: string): Promise<LockedCommission[]> {
  const { rows } = await sql<LockedRow>`${LOCKED}
    where c.invoice_id = ${invoiceId} and c.superseded_at is null order by c.id for update of c`.execute(ctx.db);
  return rows.map(toLocked);
}

/** What retroactive steps added to a partner's sales in a programme and still counts, with what recruiters earned of it. */
export async function lockTopUps(
  ctx: Ctx,
  of: Pick<Commission, 'programmeId' | 'creditedPartnerId'>,
): Promise<LockedCommission[]> {
  const { rows } = await sql<LockedRow>`${LOCKED}
    where c.programme_id = ${of.programmeId} and c.credited_partner_id = ${of.creditedPartnerId}
      and c.superseded_at is null and c.state <> 'refused' and c.gross_minor > c.reversed_minor
      and (c.rule = 'tier_top_up' or c.rule = 'sub_partner' and c.dedupe_key like '%"tier_top_up:%')
    order by c.id for update of c`.execute(ctx.db);
  return rows.map(toLocked);
}

/** Pending commissions whose time has come, oldest first; those somebody else is working on are left to them. */
export async function lockDueCommissions(ctx: Ctx, limit: number): Promise<LockedCommission[]> {
  const { rows } = await sql<LockedRow>`${LOCKED}
    where c.state = 'pending' and c.vesting is null and c.available_at <= ${ctx.clock.now()}
    order by c.available_at, c.id limit ${limit} for update of c skip locked`.execute(ctx.db);
  return rows.map(toLocked);
}

/** Parts whose day has come and whose customer must be looked at, oldest first. */
export async function lockDueVesting(ctx: Ctx, limit: number): Promise<LockedCommission[]> {
  const { rows } = await sql<LockedRow>`${LOCKED}
    where c.state = 'pending' and c.vesting is not null and c.available_at <= ${ctx.clock.now()}
    order by c.available_at, c.id limit ${limit} for update of c skip locked`.execute(ctx.db);
  return rows.map(toLocked);
}

/** What waits for budget in a programme, oldest first. */
export async function lockOverBudget(ctx: Ctx, programmeId: string): Promise<LockedCommission[]> {
  const { rows } = await sql<LockedRow>`${LOCKED}
    where c.programme_id = ${programmeId} and c.state = 'held' and 'budget_spent' = any(c.holds)
    order by c.earned_at, c.id for update of c`.execute(ctx.db);
  return rows.map(toLocked);
}

type OfCustomer = Pick<Commission, 'accountId' | 'creditedPartnerId'>;

/** What of a customer and partner is held for this flag alone. */
export async function lockHeldFor(ctx: Ctx, flag: string, of: OfCustomer): Promise<LockedCommission[]> {
  const { rows } = await sql<LockedRow>`${LOCKED}
    where c.account_id = ${of.accountId} and c.credited_partner_id = ${of.creditedPartnerId} and c.state = 'held'
      and c.flags = array[${flag}::text] and 'flagged' = any(c.holds)
    order by c.id for update of c`.execute(ctx.db);
  return rows.map(toLocked);
}

/** Whether something of the customer and partner had the flag and was released. */
export async function wasReleased(ctx: Ctx, flag: string, of: OfCustomer): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from commissions where account_id = ${of.accountId} and state <> 'refused'
      and credited_partner_id = ${of.creditedPartnerId} and ${flag} = any(flags) and not 'flagged' = any(holds)) as found`.execute(
    ctx.db,
  );
  return rows[0]?.found ?? false;
}

/** Programmes in which something waits for budget. */
export async function listProgrammesOverBudget(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct programme_id as id from commissions where state = 'held' and 'budget_spent' = any(holds)
    order by 1`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** Counts no more: another commission of the same sale may be written. */
export async function markSuperseded(ctx: Ctx, id: string): Promise<void> {
  await sql`update commissions set superseded_at = ${ctx.clock.now()}, dedupe_key = dedupe_key || '#' || id
    where id = ${id}`.execute(ctx.db);
}

/** Later facts do not change who earns these. */
export async function pinCommissions(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await ctx.db
      .updateTable('commissions')
      .set({ pinned: true })
      .where('id', 'in', [...ids])
      .execute();
}

/** Later facts do not change who earns what the account's sales have earned. */
export async function pinEarned(ctx: Ctx, accountId: string): Promise<void> {
  await sql`update commissions set pinned = true
    where account_id = ${accountId} and superseded_at is null and state <> 'refused' and not pinned`.execute(ctx.db);
}

export type CommissionChange = {
  state: CommissionState;
  reason: string;
  reason_params?: Record<string, unknown>;
  reversed_minor?: number;
  holds?: Hold[];
  budget_month?: string | null;
  vesting?: null;
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

export async function updateAccountOfCommissions(ctx: Ctx, fromId: string, intoId: string): Promise<void> {
  await ctx.db.updateTable('commissions').set({ account_id: intoId }).where('account_id', '=', fromId).execute();
}
