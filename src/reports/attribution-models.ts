import { sql } from 'kysely';
import { allocate, type Minor } from '../kernel/money.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { type CreditModel, creditWeights, PATH_MODELS } from '../stats/attribution-models.ts';
import { markovRemoval, shapleyWeights } from '../stats/channel-attribution.ts';

export const CREDIT_BY = ['partner', 'programme', 'channel'] as const;
export type CreditQuery = { from: Date; to: Date; by: (typeof CREDIT_BY)[number] };

/** What one partner, programme or kind of partner is credited with under each model; `key` null: nobody brought it. */
export type CreditLine = { key: string | null; name: string | null; currency: string } & Record<CreditModel, Minor>;

type Paid = { account_id: string; currency: string; paid_minor: Minor; sold_at: Date };
type Touch = { account_id: string; at: Date; key: string; name: string };

/**
 * Who gets credit for what was paid in a period, under other models than the one that pays? Each customer's revenue
 * after refunds is spread over the touches that spoke for it, to the cent: every model sums to what was paid. Markov spreads
 * all that touched customers paid by what the period would have lost without each.
 */
export async function attributionModels(
  ctx: Ctx,
  query: CreditQuery,
): Promise<{ items: CreditLine[]; paid: CreditTotal[] }> {
  requireScope(ctx, 'partners:read');
  const paid = await listPaid(ctx, query);
  const paths = Map.groupBy(await listTouches(ctx, query), ({ account_id }) => account_id);
  const lines = new Map<string, CreditLine>();
  for (const one of paid) {
    const path = paths.get(one.account_id) ?? [];
    for (const model of [...PATH_MODELS, 'shapley'] as const) spread(lines, model, one, path);
  }
  spreadByRemoval(lines, paid, paths);
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

const NOBODY = { key: null, name: null };

function spread(
  lines: Map<string, CreditLine>,
  model: Exclude<CreditModel, 'markov'>,
  { currency, paid_minor, sold_at }: Paid,
  path: readonly Touch[],
): void {
  const amounts = allocate(paid_minor, path.length > 0 ? weightsOf(model, path, sold_at).map(toWhole) : [1]);
  const touches = path.length > 0 ? path : [NOBODY];
  touches.forEach((touch, index) => {
    lineOf(lines, touch, currency)[model] += amounts[index] ?? 0;
  });
}

function weightsOf(model: Exclude<CreditModel, 'markov'>, path: readonly Touch[], soldAt: Date): number[] {
  if (model === 'shapley') return shapleyWeights(path.map(({ key }) => key));
  return creditWeights(
    model,
    path.map(({ at }) => at.getTime()),
    soldAt.getTime(),
  );
}

/** Who was touched and did not pay counts against the touches, so it is decided over all customers together. */
function spreadByRemoval(lines: Map<string, CreditLine>, paid: readonly Paid[], paths: Map<string, Touch[]>): void {
  const payers = new Set(paid.filter(({ paid_minor }) => paid_minor > 0).map(({ account_id }) => account_id));
  const effects = markovRemoval(
    [...paths].map(([account, path]) => ({
      channels: path.map(({ key }) => key),
      conversions: payers.has(account) ? 1 : 0,
      nulls: payers.has(account) ? 0 : 1,
    })),
  );
  const names = new Map([...paths.values()].flat().map(({ key, name }) => [key, name]));
  for (const [currency, of] of Map.groupBy(paid, (one) => one.currency)) {
    const touched = of.filter(({ account_id }) => paths.has(account_id));
    const shared = effects.length > 0 ? sum(touched) : 0;
    const rest = sum(of) - shared;
    if (rest !== 0 || shared === 0) lineOf(lines, NOBODY, currency).markov += rest;
    const amounts =
      shared === 0
        ? []
        : allocate(
            shared,
            effects.map(({ share }) => toWhole(share)),
          );
    amounts.forEach((amount, index) => {
      const key = effects[index]?.channel ?? '';
      lineOf(lines, { key, name: names.get(key) ?? key }, currency).markov += amount;
    });
  }
}

type Whom = Pick<CreditLine, 'key' | 'name'>;

function lineOf(lines: Map<string, CreditLine>, { key, name }: Whom, currency: string): CreditLine {
  const id = JSON.stringify([key, currency]);
  const none = { first: 0, last: 0, linear: 0, position: 0, time_decay: 0, markov: 0, shapley: 0 };
  const line = lines.get(id) ?? { key, name, currency, ...none };
  lines.set(id, line);
  return line;
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
