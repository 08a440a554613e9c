import { sql } from 'kysely';
import { invalidField, notFound } from '../../kernel/errors.ts';
import { shortName } from '../../kernel/short-name.ts';
import { addMonthsToDate, dateIn, type IsoDate } from '../../kernel/time.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { say } from '../../platform/locale.ts';

export type StatementLine = { on: IsoDate; text: string; amount_minor: number };

/** One currency of a month: opening + the lines = closing, and closing = the three parts. All from the ledger. */
export type StatementAccount = {
  currency: string;
  opening_minor: number;
  lines: StatementLine[];
  closing_minor: number;
  pending_minor: number;
  held_minor: number;
  available_minor: number;
};

export type Statement = {
  month: string;
  company: string;
  partner: { id: string; name: string };
  accounts: StatementAccount[];
};

type Who = { company: string; zone: string };

async function findCompany(ctx: Ctx): Promise<Who> {
  const row = await ctx.db.selectFrom('company_settings').select(['name', 'zone']).executeTakeFirst();
  return { company: row?.name ?? '', zone: row?.zone ?? 'UTC' };
}

/** The first and the first instant after the month, in the company's zone. */
const BOUNDS = (month: string, zone: string) => ({
  from: sql`(${`${month}-01`}::date::timestamp at time zone ${zone})`,
  to: sql`(${addMonthsToDate(`${month}-01`, 1)}::date::timestamp at time zone ${zone})`,
});

/** What a partner's accounts gained (+) or lost (−) to others; what only moves between them is no line. */
const MOVES = (partnerId: string) => sql`
  select t.seq, t.at, t.event, t.currency, t.ref_kind, t.ref_id, t.amount_minor, c.kind as credit_kind, d.kind as debit_kind,
    c.owner_id = ${partnerId} and c.kind like 'partner.%' as is_in, d.owner_id = ${partnerId} and d.kind like 'partner.%' as is_out
  from ledger_transfers t join ledger_accounts c on c.id = t.credit_account_id
    join ledger_accounts d on d.id = t.debit_account_id
  where (c.owner_id = ${partnerId} and c.kind like 'partner.%') or (d.owner_id = ${partnerId} and d.kind like 'partner.%')`;

type SumRow = { currency: string; opening: number; pending: number; held: number; available: number };
type LineRow = {
  on_day: string;
  event: string;
  currency: string;
  amount: number;
  account_name: string | null;
  reference: string | null;
  ref_kind: string;
};

/** A partner's statement of a month (`2026-03`), in the company's zone. @throws 404; 422 for a month yet to come */
export async function readStatement(ctx: Ctx, input: { partnerId: string; month: string }): Promise<Statement> {
  const { partnerId, month } = input;
  const partner = await ctx.db
    .selectFrom('partners')
    .select(['id', 'name'])
    .where('id', '=', partnerId)
    .executeTakeFirst();
  if (!partner) throw notFound('partner', partnerId);
  const { company, zone } = await findCompany(ctx);
  if (month > dateIn(ctx.clock.now(), zone).slice(0, 7)) throw invalidField('month', `${month} is yet to come.`);
  const lines = Map.groupBy(await listLines(ctx, { partnerId, month, zone }), ({ currency }) => currency);
  const sums = await listSums(ctx, { partnerId, month, zone });
  const accounts = sums.map((sum) => toAccount(sum, lines.get(sum.currency) ?? []));
  return { month, company, partner, accounts: accounts.filter((account) => account !== undefined) };
}

function toAccount(sum: SumRow, rows: readonly LineRow[]): StatementAccount | undefined {
  const closing_minor = sum.pending + sum.held + sum.available;
  if (rows.length === 0 && sum.opening === 0 && closing_minor === 0) return undefined;
  return {
    currency: sum.currency,
    opening_minor: sum.opening,
    lines: rows.map((row) => ({ on: row.on_day, text: describe(row), amount_minor: row.amount })),
    closing_minor,
    pending_minor: sum.pending,
    held_minor: sum.held,
    available_minor: sum.available,
  };
}

/** Of a customer the partner reads what the portal shows: its first word. */
function describe(row: LineRow): string {
  return say(`statements:event.${row.event}`, {
    customer: row.account_name === null ? '' : shortName(row.account_name),
    reference: row.reference ?? '',
  });
}

type Period = { partnerId: string; month: string; zone: string };

async function listLines(ctx: Ctx, { partnerId, month, zone }: Period): Promise<LineRow[]> {
  const { from, to } = BOUNDS(month, zone);
  const { rows } = await sql<LineRow>`
    select to_char(m.at at time zone ${zone}, 'YYYY-MM-DD') as on_day, m.event, m.currency, m.ref_kind,
      (case when m.is_in then m.amount_minor else -m.amount_minor end)::bigint as amount, a.name as account_name,
      p.end_to_end_id as reference
    from (${MOVES(partnerId)}) m left join commissions c on m.ref_kind = 'commission' and c.id = m.ref_id
      left join accounts a on a.id = c.account_id left join payouts p on m.ref_kind = 'payout' and p.id = m.ref_id
    where m.is_in <> m.is_out and m.at >= ${from} and m.at < ${to} order by m.seq`.execute(ctx.db);
  return rows;
}

async function listSums(ctx: Ctx, { partnerId, month, zone }: Period): Promise<SumRow[]> {
  const { from, to } = BOUNDS(month, zone);
  const at = (kind: string) => sql`coalesce(sum(s.amount) filter (where s.kind = ${kind} and s.at < ${to}), 0)::bigint`;
  const { rows } = await sql<SumRow>`
    with m as (${MOVES(partnerId)}), s as (
      select currency, at, credit_kind as kind, amount_minor as amount from m where is_in
      union all select currency, at, debit_kind, -amount_minor from m where is_out)
    select s.currency, coalesce(sum(s.amount) filter (where s.at < ${from}), 0)::bigint as opening,
      ${at('partner.pending')} as pending, ${at('partner.held')} as held, ${at('partner.available')} as available
    from s group by s.currency order by s.currency`.execute(ctx.db);
  return rows;
}

/** The months in which something happened on a partner's accounts, newest first. */
export async function listStatementMonths(ctx: Ctx, partnerId: string): Promise<{ month: string }[]> {
  const { zone } = await findCompany(ctx);
  const { rows } = await sql<{ month: string }>`
    select distinct to_char(m.at at time zone ${zone}, 'YYYY-MM') as month from (${MOVES(partnerId)}) m
    order by month desc`.execute(ctx.db);
  return rows;
}
