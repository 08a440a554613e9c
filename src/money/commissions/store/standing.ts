import { sql } from 'kysely';
import type { Period } from '../../../partners/programmes/model.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import { type AccrueInput, type Commission, NOTHING_YET, type Recruiter, type Standing } from '../model.ts';
import { toCommission } from './commissions.ts';

type Of = Pick<AccrueInput, 'partnerId' | 'programmeId' | 'programme' | 'terms'> & { at: Date };

const FORMAT: Record<Period, string | null> = { month: 'YYYY-MM', year: 'YYYY', ever: null };

/** Whether a commission was earned in the same period of the programme's zone as `at`. */
function within(period: Period, { at, programme }: Of) {
  const format = FORMAT[period];
  if (format === null) return sql`true`;
  return sql`to_char(earned_at at time zone ${programme.zone}, ${format})
    = to_char(${at}::timestamptz at time zone ${programme.zone}, ${format})`;
}

/** What counts for the credited partner's tiers and caps. */
const counted = ({ partnerId, programmeId, programme }: Of) => sql`
  credited_partner_id = ${partnerId} and programme_id = ${programmeId} and currency = ${programme.currency}
  and state <> 'refused' and superseded_at is null and rule in ('sale', 'tier_top_up')`;

/** What is left of a sale's base after what went back of its invoice, to the minor unit below. */
const LEFT = sql`case when (calculation->>'cash_minor')::bigint > 0 then floor(base_minor::numeric * greatest(0,
    (calculation->>'cash_minor')::bigint - coalesce((select i.refunded_minor + coalesce((select sum(d.amount_minor)
      from invoice_disputes d where d.invoice_id = i.id and d.state = 'lost'), 0) from invoices i
      where i.id = commissions.invoice_id), 0)) / (calculation->>'cash_minor')::bigint)::bigint else base_minor end`;

/** Retroactive steps count what is left after refunds; marginal ones what was sold, so that no later sale is rated anew. */
const brought = ({ terms }: Of) => (terms.tiers?.mode === 'retroactive' ? LEFT : sql`base_minor`);

/** What the partner did before in the periods its terms look at. */
export async function findStanding(ctx: Ctx, of: Of): Promise<Standing> {
  const { tiers, cap_sales } = of.terms;
  const tierPeriod = within(tiers?.period ?? 'ever', of);
  const { rows } = await sql<{ base: number; sales: number; month: number; year: number; capped: number }>`
    select coalesce(sum(${brought(of)}) filter (where rule = 'sale' and ${tierPeriod}), 0)::bigint as base,
      count(distinct invoice_id) filter (where rule = 'sale' and ${tierPeriod} and ${brought(of)} > 0) as sales,
      coalesce(sum(gross_minor - reversed_minor) filter (where ${within('month', of)}), 0)::bigint as month,
      coalesce(sum(gross_minor - reversed_minor) filter (where ${within('year', of)}), 0)::bigint as year,
      count(distinct invoice_id) filter (where rule = 'sale' and ${within(cap_sales?.per ?? 'ever', of)}) as capped
    from commissions where ${counted(of)}`.execute(ctx.db);
  const found = rows[0];
  if (!found) return NOTHING_YET;
  return {
    tierSoFar: await tierSoFar(ctx, of, found),
    monthNetMinor: found.month,
    yearNetMinor: found.year,
    salesSoFar: found.capped,
    budgetUsedMinor: await findBudgetUsed(ctx, of),
  };
}

async function tierSoFar(ctx: Ctx, of: Of, found: { base: number; sales: number }): Promise<number> {
  const basis = of.terms.tiers?.basis;
  if (basis === 'sales') return found.sales;
  return basis === 'active_customers' ? countPayingCustomers(ctx, of) : found.base;
}

/** What the budget of the month of `at` has paid for; 0 when the terms have none. */
export async function findBudgetUsed(ctx: Ctx, of: Pick<Of, 'programmeId' | 'programme' | 'terms' | 'at'>) {
  if (of.terms.budget_per_month_minor === undefined) return 0;
  const { rows } = await sql<{ used: number }>`
    select coalesce(sum(gross_minor - reversed_minor), 0)::bigint as used from commissions
    where programme_id = ${of.programmeId}
      and budget_month = to_char(${of.at}::timestamptz at time zone ${of.programme.zone}, 'YYYY-MM')`.execute(ctx.db);
  return rows[0]?.used ?? 0;
}

/**
 * An account stops paying when its subscriptions are known and none runs, or when the period its last payment was for
 * is known to be over, or when everything it paid was refunded.
 */
const STILL_PAYS = (at: Date) => sql`
  case when exists (select from subscriptions s where s.account_id = a.id and not s.is_trial)
    then exists (select from subscriptions s where s.account_id = a.id and not s.is_trial and s.mrr_minor > 0
      and s.started_on <= (${at}::timestamptz at time zone 'UTC')::date
      and (s.ended_on is null or s.ended_on > (${at}::timestamptz at time zone 'UTC')::date))
    else exists (select from invoices i where i.account_id = a.id and i.status = 'paid' and i.paid_at <= ${at}
      and i.total_minor - i.credit_applied_minor > i.refunded_minor
      and coalesce((i.attributes->>'period_ends_at')::timestamptz > ${at}, true)) end`;

/** Customers the partner was credited with who pay at the moment of the sale. */
async function countPayingCustomers(ctx: Ctx, of: Of): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from accounts a
    where a.id in (select account_id from commissions where ${counted(of)} and gross_minor > reversed_minor)
      and ${STILL_PAYS(of.at)}`.execute(ctx.db);
  return rows[0]?.n ?? 0;
}

/** Which of the accounts still pay at an instant. */
export async function listPaying(ctx: Ctx, accountIds: readonly string[], at: Date): Promise<Set<string>> {
  if (accountIds.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select a.id from accounts a where a.id = any(${[...accountIds]}) and ${STILL_PAYS(at)}`.execute(ctx.db);
  return new Set(rows.map(({ id }) => id));
}

/** Earlier sales of the period that a retroactive step tops up, with what topped them up already, oldest first. */
export async function listTierSales(ctx: Ctx, of: Of): Promise<Commission[]> {
  const rows = await sql<Parameters<typeof toCommission>[0]>`
    select * from commissions
    where ${counted(of)} and part = 0 and calculation ? 'tier' and ${within(of.terms.tiers?.period ?? 'ever', of)}
    order by earned_at, id`.execute(ctx.db);
  return rows.rows.map(toCommission);
}

/** Who recruited the partners, and whether that one may earn in the programme. */
export async function findRecruiters(
  ctx: Ctx,
  programmeId: string,
  partnerIds: readonly string[],
): Promise<Map<string, Recruiter>> {
  const { rows } = await sql<{ id: string; parent: string; may_earn: boolean }>`
    select p.id, r.id as parent, r.state = 'approved' and exists (select from enrolments e
      where e.partner_id = r.id and e.programme_id = ${programmeId} and e.state = 'active') as may_earn
    from partners p join partners r on r.id = p.parent_partner_id where p.id = any(${[...partnerIds]})`.execute(ctx.db);
  return new Map(rows.map(({ id, parent, may_earn }) => [id, { partnerId: parent, mayEarn: may_earn }]));
}

/** Which of the partners were suspended or closed at an instant. */
export async function findGone(ctx: Ctx, partnerIds: readonly string[], at: Date): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from (select distinct on (partner_id) partner_id as id, state from partner_states
      where partner_id = any(${[...partnerIds]}) and at <= ${at} order by partner_id, at desc) s
    where state in ('suspended', 'closed')`.execute(ctx.db);
  return new Set(rows.map(({ id }) => id));
}
