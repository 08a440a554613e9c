import { type RawBuilder, sql } from 'kysely';
import type { IsoDate } from '../../kernel/time.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { Projection, Revenue, Stays } from '../../success/lifetime/model.ts';
import { projectLifetime } from '../../success/lifetime/rules/project.ts';
import { type Buyer, projectPurchases } from '../../success/lifetime/rules/project-purchases.ts';
import type { CompanyFacts } from '../company.ts';
import { broughtCustomers } from '../partner-quality/brought.ts';
import { buyers } from '../sql/buyers.ts';
import { stays } from '../sql/stays.ts';

/** What customers are told apart by: the plan they began with, the saved segments they are in, who brought them, or what is known of the account. */
export const GROUPINGS = [
  'plan',
  'source',
  'first_touch',
  'segment',
  'partner',
  'industry',
  'country',
  'size_band',
  'use_case',
] as const;
export type Grouping = (typeof GROUPINGS)[number];
/** `value` null: not known. */
export type GroupProjection = { value: string | null; projection: Projection };

const COLUMN: Record<Grouping, RawBuilder<unknown>> = {
  plan: sql`s.plan`,
  segment: sql`g.name`,
  partner: sql`g.name`,
  source: sql`a.imported_source`,
  first_touch: sql`a.first_touch_channel`,
  industry: sql`a.industry`,
  country: sql`a.country`,
  size_band: sql`a.size_band`,
  use_case: sql`a.use_case`,
};

type Joined = { company: CompanyFacts; on: IsoDate; by?: Grouping };

/** An account may be in several segments and counts in each; whom no partner brought is in no partner's group. */
function joinOf({ company, on, by }: Joined): RawBuilder<unknown> {
  if (by === 'segment')
    return sql`join segment_members m on m.account_id = a.id and m.left_at is null
      join segments g on g.id = m.segment_id and g.archived_at is null`;
  if (by === 'partner')
    return sql`join ${broughtCustomers(company, on)} b on b.account_id = a.id join partners g on g.id = b.partner_id`;
  return sql``;
}

type Row = Stays & { value: string | null; paying: number; mrr: number; squares: number };

/** One row a group, term, months watched and month left: as many as months are long, however many customers there are. */
async function readStays(ctx: Ctx, input: Joined): Promise<Row[]> {
  const { company, on, by } = input;
  const { rows } = await sql<Row>`
    select ${by ? COLUMN[by] : sql`null::text`} as value, s.term, s.watched, s.lost, count(*) as stays,
      count(*) filter (where s.mrr > 0) as paying, coalesce(sum(s.mrr), 0)::float8 as mrr,
      coalesce(sum(s.mrr * s.mrr), 0)::float8 as squares
    from ${stays(company, on)} s join accounts a on a.id = s.account_id ${joinOf(input)}
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(ctx.db);
  return rows;
}

function revenueOf(rows: readonly Row[]): Revenue[] {
  return [...Map.groupBy(rows, ({ term }) => term)].map(([term, own]) => {
    const sum = (of: (row: Row) => number) => own.reduce((total, row) => total + of(row), 0);
    const accounts = sum(({ paying }) => paying);
    const meanMinor = accounts === 0 ? 0 : sum(({ mrr }) => mrr) / accounts;
    const variance = accounts === 0 ? 0 : sum(({ squares }) => squares) / accounts - meanMinor ** 2;
    return { term, accounts, meanMinor, deviationMinor: Math.sqrt(Math.max(0, variance)) };
  });
}

function project(company: CompanyFacts, own: readonly Row[], all: readonly Row[]): Projection {
  const { marginBps, discountBps } = company;
  return projectLifetime({ own, all, revenue: revenueOf(own), marginBps: marginBps ?? 0, discountBps });
}

type BuyerRow = Buyer & { value: string | null };

/** Who buys without a contract; nobody of them has a plan. */
async function readBuyers(ctx: Ctx, input: Joined): Promise<BuyerRow[]> {
  const { company, on, by } = input;
  const { rows } = await sql<BuyerRow>`
    select ${by && by !== 'plan' ? COLUMN[by] : sql`null::text`} as value, s.x, s.tx, s."T", s.mean
    from ${buyers(company, on)} s join accounts a on a.id = s.account_id ${joinOf(input)} order by s.account_id`.execute(
    ctx.db,
  );
  return rows;
}

function projectBuyers({ marginBps, discountBps }: CompanyFacts, own: readonly Buyer[]): Projection {
  return projectPurchases({ buyers: own, marginBps: marginBps ?? 0, discountBps });
}

/**
 * What is a new customer going to be worth? Of all customers, as known at the end of day `on`: by their contracts, or by
 * their purchases in a company that has no contracts.
 */
export async function lifetimeProjection(ctx: Ctx, company: CompanyFacts, on: IsoDate): Promise<Projection> {
  const rows = await readStays(ctx, { company, on });
  return rows.length > 0
    ? project(company, rows, rows)
    : projectBuyers(company, await readBuyers(ctx, { company, on }));
}

/** The same by group, the largest first; groups lean on all customers where they are small. */
export async function lifetimeBy(
  ctx: Ctx,
  input: { company: CompanyFacts; on: IsoDate; by: Grouping },
): Promise<{ all: Projection; groups: GroupProjection[] }> {
  const everybody = { company: input.company, on: input.on };
  const all = await readStays(ctx, everybody);
  if (all.length === 0)
    return purchasesBy(input.company, await readBuyers(ctx, input), await readBuyers(ctx, everybody));
  const rows = await readStays(ctx, input);
  const groups = [...Map.groupBy(rows, ({ value }) => value)].map(([value, own]) => ({
    value,
    projection: project(input.company, own, all),
  }));
  groups.sort((a, b) => b.projection.stays - a.projection.stays);
  return { all: project(input.company, all, all), groups };
}

function purchasesBy(
  company: CompanyFacts,
  rows: readonly BuyerRow[],
  all: readonly BuyerRow[],
): { all: Projection; groups: GroupProjection[] } {
  const groups = [...Map.groupBy(rows, ({ value }) => value)].map(([value, own]) => ({
    value,
    projection: projectBuyers(company, own),
  }));
  groups.sort((a, b) => b.projection.stays - a.projection.stays);
  return { all: projectBuyers(company, all), groups };
}
