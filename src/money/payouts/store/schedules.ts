import { sql } from 'kysely';
import { dateIn, type IsoDate } from '../../../kernel/time.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Schedule } from '../model.ts';

export type ProgrammeSchedule = {
  programmeId: string;
  programmeName: string;
  zone: string;
  schedule: Schedule;
  /** The day, in the programme's zone, since which it holds. */
  since: IsoDate;
};

type Row = { id: string; name: string; zone: string; payout: Schedule; since: Date };

/** The schedule of every programme that says one, under its terms in force; a closed one still pays what it owes. */
export async function listSchedules(ctx: Ctx): Promise<ProgrammeSchedule[]> {
  const { rows } = await sql<Row>`
    select p.id, p.name, p.zone, t.payout, t.effective_at as since
    from programmes p cross join lateral (
      select t.terms -> 'payout' as payout, t.effective_at from programme_terms t
      where t.programme_id = p.id and t.effective_at <= ${ctx.clock.now()}
      order by t.effective_at desc, t.version desc limit 1) t
    where p.state <> 'draft' and t.payout is not null order by p.id`.execute(ctx.db);
  return rows.map((row) => ({
    programmeId: row.id,
    programmeName: row.name,
    zone: row.zone,
    schedule: row.payout,
    since: dateIn(row.since, row.zone),
  }));
}

/** The programmes that pay when their partners ask. */
export async function listOnDemand(ctx: Ctx): Promise<Set<string>> {
  const onDemand = (await listSchedules(ctx)).filter(({ schedule }) => schedule.every === 'demand');
  return new Set(onDemand.map(({ programmeId }) => programmeId));
}

/** Notes that a programme's payday is being prepared. False when it was before. */
export async function insertRun(ctx: Ctx, programmeId: string, dueOn: IsoDate): Promise<boolean> {
  const row = await ctx.db
    .insertInto('payout_runs')
    .values({ programme_id: programmeId, due_on: dueOn, prepared_at: ctx.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('programme_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The currencies in which somebody has something payable. */
export async function listPayableCurrencies(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('ledger_accounts')
    .select('currency')
    .distinct()
    .where('kind', '=', 'partner.available')
    .where('balance_minor', '>', 0)
    .orderBy('currency')
    .execute();
  return rows.map(({ currency }) => currency);
}

export type OpenSum = {
  programmeId: string;
  currency: string;
  amountMinor: number;
  /** When it is or was payable; null for what is payable now. */
  availableAt: Date | null;
  /** The day a draft that holds it is promised for. */
  draftedFor: IsoDate | null;
};

type OpenRow = {
  programme_id: string;
  currency: string;
  amount: number;
  available_at: Date | null;
  drafted_for: IsoDate | null;
};

/** What a partner has open: payable now, programme by programme, and what becomes payable when. */
export async function listOpenOf(ctx: Ctx, partnerId: string): Promise<OpenSum[]> {
  const { rows } = await sql<OpenRow>`
    select programme_id, currency, sum(open)::bigint as amount, available_at, drafted_for from (
      select c.programme_id, c.currency, case when c.state = 'pending' then c.available_at end as available_at,
        c.gross_minor - c.reversed_minor - coalesce((select sum(x.amount_minor) from (
          select i.amount_minor from payout_items i join payouts p on p.id = i.payout_id
            where i.commission_id = c.id and i.is_live and p.state <> 'draft'
          union all select w.amount_minor from payout_writeoff_items w where w.commission_id = c.id) x), 0) as open,
        (select min(b.expected_on) from payout_items i join payouts p on p.id = i.payout_id
          join payout_batches b on b.id = p.batch_id
          where i.commission_id = c.id and i.is_live and p.state = 'draft') as drafted_for
      from commissions c
      where c.partner_id = ${partnerId}
        and (c.state in ('pending', 'available') or (c.state in ('paid', 'reversed') and c.reversed_minor > 0))) o
    where open <> 0 group by programme_id, currency, available_at, drafted_for order by currency, available_at nulls first`.execute(
    ctx.db,
  );
  return rows.map((row) => ({
    programmeId: row.programme_id,
    currency: row.currency,
    amountMinor: row.amount,
    availableAt: row.available_at,
    draftedFor: row.drafted_for,
  }));
}
