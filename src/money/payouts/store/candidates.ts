import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import { type Candidate, NO_TAX, type PayoutItem } from '../model.ts';
import { toDestination } from './destinations.ts';
import { taxFactsOf } from './tax.ts';

/** Two drafts take turns: what one has put in, the other does not see as waiting. */
export async function lockDrafting(ctx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('payout-draft', 0))`.execute(ctx.db);
}

/**
 * What payouts took of a commission `c`, and what was given up of it; `drafted`: a draft waits for approval with it.
 * `others` narrows the payouts `p`.
 */
const taken = (
  others = sql`true`,
) => sql`select sum(x.amount_minor)::bigint as taken, bool_or(x.drafted) as drafted from (
    select i.amount_minor, p.state = 'draft' as drafted from payout_items i join payouts p on p.id = i.payout_id
      where i.commission_id = c.id and i.is_live and ${others}
    union all select w.amount_minor, false from payout_writeoff_items w where w.commission_id = c.id) x`;

type OpenRow = { commission_id: string; partner_id: string; programme_id: string; open: number };

/**
 * The open items of a currency: what commissions are worth beyond what payouts took, negative after a refund that
 * followed a payout; those in another draft wait for it. Locked against refunds and holds until the draft is written.
 */
async function lockOpenItems(ctx: Ctx, currency: string): Promise<OpenRow[]> {
  const { rows } = await sql<OpenRow>`${openItems(currency)} order by c.id for update of c`.execute(ctx.db);
  return rows;
}

const openItems = (currency: string) => sql`
    select c.id as commission_id, c.partner_id, c.programme_id,
      (c.gross_minor - c.reversed_minor - coalesce(t.taken, 0))::bigint as open
    from commissions c left join lateral (${taken()}) t on true
    where c.currency = ${currency} and (c.state = 'available' or (c.state = 'paid' and c.reversed_minor > 0))
      and t.drafted is not true and c.gross_minor - c.reversed_minor <> coalesce(t.taken, 0)`;

type PartnerRow = {
  partner_id: string;
  name: string;
  state: string;
  available: number;
  destination_id: string | null;
  rail: string | null;
  holder_name: string | null;
  iban: string | null;
  bic: string | null;
  details: string | null;
  fields: unknown;
};

async function listPartners(ctx: Ctx, currency: string, partnerId?: string): Promise<PartnerRow[]> {
  const narrow = partnerId === undefined ? sql`true` : sql`p.id = ${partnerId}`;
  const { rows } = await sql<PartnerRow>`
    select p.id as partner_id, p.name, p.state, a.balance_minor as available, d.id as destination_id, d.rail,
      d.holder_name, d.iban, d.bic, d.details, d.fields
    from ledger_accounts a join partners p on p.id = a.owner_id
      left join payout_destinations d on d.partner_id = p.id and d.is_current
    where a.kind = 'partner.available' and a.currency = ${currency} and ${narrow} order by p.id`.execute(ctx.db);
  return rows;
}

/** Each programme's minimum payout under the terms in force now. */
export async function minimums(ctx: Ctx): Promise<Map<string, number>> {
  const { rows } = await sql<{ programme_id: string; minimum: number }>`
    select distinct on (programme_id) programme_id,
      coalesce((terms ->> 'minimum_payout_minor')::bigint, 0) as minimum
    from programme_terms where effective_at <= ${ctx.clock.now()}
    order by programme_id, effective_at desc, version desc`.execute(ctx.db);
  return new Map(rows.map((row) => [row.programme_id, row.minimum]));
}

/**
 * Every partner with an account in the currency, with what is open for it. Of `programmes` only, when they are named;
 * clawbacks of any programme are taken off.
 */
export async function lockCandidates(
  ctx: Ctx,
  currency: string,
  programmes?: ReadonlySet<string>,
): Promise<Candidate[]> {
  return toCandidates(ctx, currency, await lockOpenItems(ctx, currency), programmes);
}

/** One partner as a candidate, without locks. Undefined when it never had anything in the currency. */
export async function findCandidate(
  ctx: Ctx,
  { currency, partnerId, programmes }: { currency: string; partnerId: string; programmes: ReadonlySet<string> },
): Promise<Candidate | undefined> {
  const { rows } = await sql<OpenRow>`${openItems(currency)} and c.partner_id = ${partnerId}`.execute(ctx.db);
  const found = await toCandidates(ctx, currency, rows, programmes, partnerId);
  return found[0];
}

async function toCandidates(
  ctx: Ctx,
  currency: string,
  all: readonly OpenRow[],
  programmes?: ReadonlySet<string>,
  partnerId?: string,
): Promise<Candidate[]> {
  const wanted = all.filter((row) => row.open < 0 || programmes === undefined || programmes.has(row.programme_id));
  const byPartner = Map.groupBy(wanted, (row) => row.partner_id);
  const least = await minimums(ctx);
  const partners = await listPartners(ctx, currency, partnerId);
  const tax = await taxFactsOf(ctx, { currency, ...(partnerId ? { partnerId } : {}) });
  return partners.map((row) => {
    const open = byPartner.get(row.partner_id) ?? [];
    const limits = open.map((item) => least.get(item.programme_id) ?? 0);
    return {
      partnerId: row.partner_id,
      partnerName: row.name,
      partnerState: row.state,
      availableMinor: row.available,
      minimumMinor: limits.length === 0 ? 0 : Math.min(...limits),
      destination: readDestination(row),
      tax: tax.get(row.partner_id) ?? NO_TAX,
      items: open.map((item): PayoutItem => ({ commissionId: item.commission_id, amountMinor: item.open })),
    };
  });
}

function readDestination(row: PartnerRow): Candidate['destination'] {
  if (!row.destination_id || !row.rail || !row.holder_name) return undefined;
  return toDestination({ ...row, id: row.destination_id, rail: row.rail, holder_name: row.holder_name });
}

/** What a batch's commissions are worth now beside the other live payouts, locked; a held one is worth nothing. */
export async function lockOpenOfBatch(ctx: Ctx, batchId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ commission_id: string; open: number }>`
    select c.id as commission_id, (case when c.state in ('available', 'paid', 'reversed')
      then c.gross_minor - c.reversed_minor - coalesce(t.taken, 0) else 0 end)::bigint as open
    from commissions c left join lateral (${taken(sql`p.batch_id <> ${batchId}`)}) t on true
    where c.id in (select i.commission_id from payout_items i join payouts p on p.id = i.payout_id
      where p.batch_id = ${batchId} and i.is_live)
    order by c.id for update of c`.execute(ctx.db);
  return new Map(rows.map((row) => [row.commission_id, row.open]));
}

/** `partner.available` of the batch's partners; those who may not be paid any more are not in it. */
export async function availableOf(
  ctx: Ctx,
  partnerIds: readonly string[],
  currency: string,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ owner_id: string; balance_minor: number }>`
    select a.owner_id, a.balance_minor from ledger_accounts a join partners p on p.id = a.owner_id
    where a.kind = 'partner.available' and a.currency = ${currency} and a.owner_id = any(${[...partnerIds]})
      and p.state = 'approved'`.execute(ctx.db);
  return new Map(rows.map((row) => [row.owner_id, row.balance_minor]));
}

/** Which of these partners may not be paid now. */
export async function suspendedOf(ctx: Ctx, partnerIds: readonly string[]): Promise<Set<string>> {
  if (partnerIds.length === 0) return new Set();
  const rows = await ctx.db
    .selectFrom('partners')
    .select('id')
    .where('id', 'in', [...partnerIds])
    .where('state', '<>', 'approved')
    .execute();
  return new Set(rows.map(({ id }) => id));
}
