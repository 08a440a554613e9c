import { sql } from 'kysely';
import type { z } from 'zod';
import type { NeedKind } from '../../customers/needs/model.ts';
import { addDaysToDate } from '../../kernel/time.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { type Association, associate, isHeldBack } from '../../stats/association.ts';
import { wilson } from '../../stats/intervals.ts';
import type { AccountOutcome } from '../../success/outcome/model.ts';
import { type CompanyFacts, companyFacts } from '../company.ts';
import { dataTime } from '../data-time.ts';
import { strata } from '../paths/still-here.ts';
import { accountSpells } from '../sql/account-spells.ts';
import { accountStates } from '../sql/account-states.ts';
import { accountOutcomes } from '../success/outcomes.ts';
import { namedInRecords } from './sayings.ts';
import type { worthRowSchema, worthSchema } from './schema.ts';
import { verdictOf, worthInWords, worthLimits, worthNeeds, worthSummary } from './words.ts';

export type WorthRow = z.infer<typeof worthRowSchema>;
export type Worth = z.infer<typeof worthSchema>;

const STAY_DAYS = 180;

type Need = { id: string; name: string; usp: string; asset: string; page_url: string };
type Counts = { need_id: string; customers: number; suggested: number; watched: number; left: number; mrr: number };

/** Which pain points (or use cases) bring customers who succeed and stay? Only what is confirmed of an account counts. */
export async function needsWorth(ctx: Ctx, kind: NeedKind): Promise<Worth> {
  requireScope(ctx, 'success:read');
  requireScope(ctx, 'customers:read');
  const company = await companyFacts(ctx);
  const { on } = await dataTime(ctx, company);
  const needs = await openNeeds(ctx, kind);
  const counts = new Map((await countsOf(ctx, company, { kind, on })).map((one) => [one.need_id, one]));
  const decided = (await accountOutcomes(ctx)).filter(({ succeeded }) => succeeded !== null);
  const tested = await compare(ctx, { needs, kind, decided });
  const items = needs.map((need) => toRow(need, counts.get(need.id), tested.get(need.id)));
  const succeeded = decided.filter((one) => one.succeeded).length;
  const named = (await namedInRecords(ctx)).filter((one) => one.kind === kind);
  return {
    kind,
    sentence: worthSummary(kind, items),
    needed: worthNeeds({ kind, items, named, decided: decided.length }),
    limits: worthLimits(),
    currency: company.currency,
    data_until: on,
    customers: decided.length,
    succeeded,
    items: items.toSorted(
      (a, b) => (b.difference?.value ?? -2) - (a.difference?.value ?? -2) || b.customers - a.customers,
    ),
    named_in_records: named,
  };
}

async function openNeeds(ctx: Ctx, kind: NeedKind): Promise<Need[]> {
  const open = ctx.db.selectFrom('needs').where('archived_at', 'is', null).where('kind', '=', kind);
  return open.select(['id', 'name', 'usp', 'asset', 'page_url']).orderBy(sql`lower(name)`).orderBy('id').execute();
}

type Comparing = { needs: readonly Need[]; kind: NeedKind; decided: readonly AccountOutcome[] };
type Compared = { association: Association | undefined; decided: number; succeeded: number; others: number | null };

async function compare(ctx: Ctx, { needs, kind, decided }: Comparing): Promise<Map<string, Compared>> {
  const { rows } = await sql<{ need_id: string; account_id: string }>`
    select an.need_id, an.account_id from account_needs an join needs n on n.id = an.need_id
    where n.kind = ${kind} and an.state = 'confirmed'`.execute(ctx.db);
  const having = Map.groupBy(rows, ({ need_id }) => need_id);
  const alike = await strata(ctx);
  const candidates = needs.map(({ id }) => {
    const own = new Set(having.get(id)?.map(({ account_id }) => account_id));
    return { key: id, has: decided.map(({ account_id }) => own.has(account_id)) };
  });
  const succeeded = decided.map((one) => one.succeeded === true);
  const found = associate({
    candidates,
    succeeded,
    strata: decided.map(({ account_id }) => alike.get(account_id) ?? '-'),
    confirm: decided.map(({ account_id }) => isHeldBack(account_id)),
  });
  const tested = new Map(found.outcome === 'tested' ? found.candidates.map((one) => [one.key, one]) : []);
  return new Map(candidates.map(({ key, has }) => [key, { association: tested.get(key), ...tally(has, succeeded) }]));
}

function tally(has: readonly boolean[], succeeded: readonly boolean[]) {
  const count = (is: (at: number) => boolean) => has.reduce((sum, _, at) => sum + (is(at) ? 1 : 0), 0);
  const decided = count((at) => has[at] === true);
  const own = count((at) => has[at] === true && succeeded[at] === true);
  const without = has.length - decided;
  const all = count((at) => succeeded[at] === true);
  return { decided, succeeded: own, others: without === 0 ? null : (all - own) / without };
}

function toRow(need: Need, counts: Counts | undefined, compared: Compared | undefined): WorthRow {
  const { association, decided = 0, succeeded = 0, others = null } = compared ?? {};
  const tested = association?.outcome === 'tested' ? association : undefined;
  const { watched = 0, left = 0 } = counts ?? {};
  const verdict = verdictOf(association);
  const row = {
    need_id: need.id,
    name: need.name,
    customers: counts?.customers ?? 0,
    suggested: counts?.suggested ?? 0,
    decided,
    succeeded,
    success: shareOf(succeeded, decided),
    others_success: others,
    difference: tested?.difference ?? null,
    adjusted_odds: tested?.adjusted?.oddsRatio ?? null,
    q: tested?.q ?? null,
    verdict,
    watched,
    left,
    left_share: shareOf(left, watched),
    mrr_minor: Math.round(counts?.mrr ?? 0),
    missing: missingOf(need),
  };
  return { ...row, sentence: worthInWords(row) };
}

function shareOf(part: number, of: number): WorthRow['success'] {
  return of === 0 ? null : { value: part / of, ...wilson(part, of) };
}

function missingOf({ usp, asset, page_url }: Need): WorthRow['missing'] {
  return [
    ...(usp === '' ? (['usp'] as const) : []),
    ...(asset === '' ? (['asset'] as const) : []),
    ...(page_url === '' ? (['page'] as const) : []),
  ];
}

/** Confirmed and suggested accounts, who of those watched long enough left early, and what those here pay a month. */
async function countsOf(
  ctx: Ctx,
  company: CompanyFacts,
  { kind, on }: { kind: NeedKind; on: string },
): Promise<Counts[]> {
  const { rows } = await sql<Counts>`
    with lives as materialized (
      select account_id, min(active_from) as began, min(churned_on) as churned_on
      from ${accountSpells(company.churnDefinition, company.graceDays, on)} p where active_from <= ${on}::date group by account_id
    )
    select an.need_id, count(*) filter (where an.state = 'confirmed') as customers,
      count(*) filter (where an.state = 'suggested') as suggested,
      count(*) filter (where an.state = 'confirmed' and l.began <= ${addDaysToDate(on, -STAY_DAYS)}::date) as watched,
      count(*) filter (where an.state = 'confirmed' and l.began <= ${addDaysToDate(on, -STAY_DAYS)}::date
        and l.churned_on <= l.began + ${STAY_DAYS}::integer) as "left",
      coalesce(sum(st.mrr) filter (where an.state = 'confirmed' and st.state = 'paying'), 0)::float8 as mrr
    from account_needs an join needs n on n.id = an.need_id and n.kind = ${kind} and n.archived_at is null
    join ${accountStates(company, on)} st on st.account_id = an.account_id
    left join lives l on l.account_id = an.account_id
    group by an.need_id`.execute(ctx.db);
  return rows;
}
