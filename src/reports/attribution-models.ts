import { sql } from 'kysely';
import { allocate, type Minor } from '../kernel/money.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { CREDIT_MODELS, type CreditModel, creditWeights } from '../stats/attribution-models.ts';

export const CREDIT_BY = ['partner', 'programme', 'channel'] as const;
export type CreditQuery = { from: Date; to: Date; by: (typeof CREDIT_BY)[number] };

/** What one partner, programme or kind of partner is credited with under each model; `key` null: nobody brought it. */
export type CreditLine = { key: string | null; name: string | null; currency: string } & Record<CreditModel, Minor>;

type Paid = { account_id: string; currency: string; paid_minor: Minor; sold_at: Date };
type Touch = { account_id: string; at: Date; key: string; name: string };

/**
 * Who gets credit for what was paid in a period, under other models than the one that pays? Each customer's revenue
 * after refunds is spread over the touches that spoke for it, to the cent: every model sums to what was paid.
 */
export async function attributionModels(
  ctx: Ctx,
  query: CreditQuery,
): Promise<{ items: CreditLine[]; paid: CreditTotal[] }> {
  requireScope(ctx, 'partners:read');
  const paid = await listPaid(ctx, query);
  const paths = Map.groupBy(await listTouches(ctx, query), ({ account_id }) => account_id);
  const lines = new Map<string, CreditLine>();
  for (const one of paid) for (const model of CREDIT_MODELS) spread(lines, model, one, paths.get(one.account_id) ?? []);
  const items = [...lines.values()].sort(
    (a, b) => Number(a.key === null) - Number(b.key === null) || b.linear - a.linear,
  );
  const totals = Map.groupBy(paid, ({ currency }) => currency);
  return { items, paid: [...totals].map(([currency, of]) => ({ currency, paid_minor: sum(of) })) };
}

export type CreditTotal = { currency: string; paid_minor: Minor };

function sum(paid: readonly Paid[]): Minor {
  return paid.reduce((all, { paid_minor }) => all + paid_minor, 0);
}

function spread(lines: Map<string, CreditLine>, model: CreditModel, paid: Paid, path: readonly Touch[]): void {
  const { currency, paid_minor, sold_at } = paid;
  const nobody = { key: null, name: null };
  const touches = path.length > 0 ? path : [nobody];
  const times = path.map(({ at }) => at.getTime());
  const weights = path.length > 0 ? creditWeights(model, times, sold_at.getTime()) : [1];
  const amounts = allocate(paid_minor, weights.map(toWhole));
  touches.forEach(({ key, name }, index) => {
    const id = JSON.stringify([key, currency]);
    const line = lines.get(id) ?? { key, name, currency, first: 0, last: 0, linear: 0, position: 0, time_decay: 0 };
    line[model] += amounts[index] ?? 0;
    lines.set(id, line);
  });
}

const toWhole = (weight: number) => Math.round(weight * 1e12);

async function listPaid(ctx: Ctx, { from, to }: CreditQuery): Promise<Paid[]> {
  const { rows } = await sql<Paid>`
    select account_id, currency, sum(total_minor - credit_applied_minor - refunded_minor)::bigint as paid_minor,
      min(paid_at) as sold_at
    from invoices where status = 'paid' and paid_at >= ${from} and paid_at < ${to}
    group by account_id, currency having sum(total_minor - credit_applied_minor - refunded_minor) <> 0
    order by account_id, currency`.execute(ctx.db);
  return rows;
}

/** What still counted when it was decided, and what only fell away because another touch counted more. */
const ALSO_COUNTS = ['a_later_click_counts', 'an_earlier_click_counts', 'another_programme', 'a_referral_counts'];

const OF = {
  partner: { key: sql`p.id`, name: sql`p.name` },
  programme: { key: sql`g.id`, name: sql`g.name` },
  channel: { key: sql`p.kind`, name: sql`p.kind` },
} as const;

/** The touches of every customer, each once, in the order they happened. */
async function listTouches(ctx: Ctx, { to, by }: CreditQuery): Promise<Touch[]> {
  const { rows } = await sql<Touch>`
    select t.account_id, t.at, ${OF[by].key} as key, ${OF[by].name} as name from (
      select distinct d.account_id, c->>'kind' as kind, c->>'id' as id, c->>'partner_id' as partner_id,
        c->>'programme_id' as programme_id, (c->>'at')::timestamptz as at
      from attribution_decisions d cross join jsonb_array_elements(d.considered->'candidates') c
      where c->>'kind' in ('click', 'referral', 'coupon', 'override', 'self_reported')
        and (c->>'fell_away' is null or c->>'fell_away' = any(${ALSO_COUNTS}))) t
    join partners p on p.id = t.partner_id join programmes g on g.id = t.programme_id
    where t.at < ${to} order by t.account_id, t.at, t.id`.execute(ctx.db);
  return rows;
}
