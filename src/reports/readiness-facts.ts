import type { AccountFacts, PersonFacts } from '../advocacy/advocates/model.ts';
import { type Peer, percentiles } from '../advocacy/advocates/rules/peers.ts';
import type { Ctx } from '../platform/ctx.ts';
import { type CompanyFacts, companyFacts } from './company.ts';
import { type DataTime, dataTime } from './data-time.ts';
import { frictionStanding } from './friction-standing.ts';
import { type BillRow, billRows, type TicketRow, ticketRows, type UsageRow, usageRows } from './readiness/behaviour.ts';
import { type ContractRow, contractRows } from './readiness/contract.ts';
import { type OpinionRow, opinionRows, personFacts } from './readiness/opinion.ts';
import { usageStanding } from './usage-standing.ts';

export type ReadinessFacts = { accounts: AccountFacts[]; people: PersonFacts[]; data: DataTime };

/** Everything readiness is computed from, of every account and person, as of the data's own time. */
export async function readinessFacts(ctx: Ctx, until?: DataTime): Promise<ReadinessFacts> {
  const data = until ?? (await dataTime(ctx));
  const company = await companyFacts(ctx);
  const contracts = await contractRows(ctx, company, data);
  const sources = await readSources(ctx, company, data);
  const ranks = await rankAmongPeers(ctx, { contracts, sources, company, data });
  const accounts = contracts.map((contract) => toFacts(contract, sources, ranksOf(ranks, contract.account_id)));
  return { accounts, people: await personFacts(ctx, data), data };
}

/**
 * The same for some accounts, read now. Where they stand among their peers is taken as it was, from `before`; with sums of
 * use at hand, use and friction are compared anew.
 */
export async function readinessFactsOf(
  ctx: Ctx,
  asked: { only: readonly string[]; before: readonly AccountFacts[] },
  until?: DataTime,
): Promise<ReadinessFacts> {
  const { only } = asked;
  const kept = new Map(asked.before.map((one) => [one.account_id, one]));
  const data = until ?? (await dataTime(ctx));
  const company = await companyFacts(ctx);
  const contracts = await contractRows(ctx, company, data, only);
  const sources = await readSources(ctx, company, data, only);
  const usage = until?.isSummed ? standings(await usageStanding(ctx, data.on, 28, data)) : undefined;
  const friction = until?.isSummed ? standings(await frictionStanding(ctx, data)) : undefined;
  const accounts = contracts.map((contract) => {
    const id = contract.account_id;
    const was = kept.get(id) ?? UNRANKED;
    const ranks = {
      ...was,
      usage_percentile: usage ? (usage.get(id) ?? null) : was.usage_percentile,
      friction_percentile: friction ? (friction.get(id) ?? null) : was.friction_percentile,
    };
    return { ...toFacts(contract, sources, ranks), plan_headroom: was.plan_headroom };
  });
  return { accounts, people: await personFacts(ctx, data, only), data };
}

const UNRANKED: Percentiles & Pick<AccountFacts, 'plan_headroom'> = {
  usage_percentile: null,
  friction_percentile: null,
  lifetime_value_percentile: null,
  retention_cost_percentile: null,
  plan_headroom: null,
};

async function readSources(
  ctx: Ctx,
  company: CompanyFacts,
  data: DataTime,
  only?: readonly string[],
): Promise<Sources> {
  return {
    usage: byAccount(await usageRows(ctx, data, only)),
    tickets: byAccount(await ticketRows(ctx, data, only)),
    bills: byAccount(await billRows(ctx, company.currency, data, only)),
    opinions: byAccount(await opinionRows(ctx, data, only)),
  };
}

type Sources = {
  usage: Map<string, UsageRow>;
  tickets: Map<string, TicketRow>;
  bills: Map<string, BillRow>;
  opinions: Map<string, OpinionRow>;
};
type Ranks = Record<'usage' | 'friction' | 'lifetime' | 'cost', Map<string, number>>;

type Percentiles = Pick<
  AccountFacts,
  'usage_percentile' | 'friction_percentile' | 'lifetime_value_percentile' | 'retention_cost_percentile'
>;

const MONTH_DAYS = 30.4375;

function byAccount<T extends { account_id: string }>(rows: T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.account_id, row]));
}

type Measured = { contracts: ContractRow[]; sources: Sources; company: CompanyFacts; data: DataTime };

/**
 * Use and friction stand as everywhere else in the product; value and cost are ranked among the paying customers, or
 * among all where nobody is known to pay. What was never recorded ranks nobody.
 */
async function rankAmongPeers(ctx: Ctx, { contracts, sources, company, data }: Measured): Promise<Ranks> {
  const paying = contracts.filter((contract) => contract.is_paying);
  const peers = paying.length > 0 ? paying : contracts;
  const measure = (value: (contract: ContractRow) => number | null): Peer[] =>
    peers.map((contract) => ({ account_id: contract.account_id, value: value(contract) }));
  const hasTickets = sources.tickets.size > 0;
  return {
    usage: sources.usage.size > 0 ? standings(await usageStanding(ctx, data.on, 28, data)) : new Map(),
    friction: hasTickets ? standings(await frictionStanding(ctx, data)) : new Map(),
    lifetime: percentiles(measure((contract) => lifetimeValue(contract, sources))),
    cost: percentiles(measure((contract) => (hasTickets ? costShare(contract, sources, company, peers.length) : null))),
  };
}

function standings(rows: { account_id: string; percentile: number | null }[]): Map<string, number> {
  return new Map(rows.flatMap((row) => (row.percentile === null ? [] : [[row.account_id, row.percentile]])));
}

/** What was paid so far where invoices are known, else the contract's amount over the time it ran. */
function lifetimeValue(contract: ContractRow, { bills }: Sources): number | null {
  if (bills.size > 0) return bills.get(contract.account_id)?.paid ?? null;
  return contract.mrr_days === null ? null : contract.mrr_days / MONTH_DAYS;
}

/** CRC ÷ ARR. Without costs in the settings the minutes alone rank the accounts. */
function costShare(contract: ContractRow, { tickets }: Sources, company: CompanyFacts, peers: number): number | null {
  if (contract.mrr_minor <= 0) return null;
  const hours = (tickets.get(contract.account_id)?.minutes_12m ?? 0) / 60;
  const hourly = company.successHourlyCostMinor;
  const cost = hourly === null ? hours : hours * hourly + (company.successCostYearMinor ?? 0) / peers;
  return cost / (12 * contract.mrr_minor);
}

function ranksOf(ranks: Ranks, id: string): Percentiles {
  return {
    usage_percentile: ranks.usage.get(id) ?? null,
    friction_percentile: ranks.friction.get(id) ?? null,
    lifetime_value_percentile: ranks.lifetime.get(id) ?? null,
    retention_cost_percentile: ranks.cost.get(id) ?? null,
  };
}

function toFacts(contract: ContractRow, from: Sources, ranks: Percentiles): AccountFacts {
  const id = contract.account_id;
  const { mrr_days: _, ...known } = contract;
  const bill = from.bills.get(id);
  return {
    ...known,
    ...opinionOf(from.opinions.get(id)),
    ...usageOf(from.usage.get(id)),
    ...ticketsOf(from.tickets.get(id)),
    churn_notice_at: iso(contract.churn_notice_at),
    upgraded_at: iso(contract.upgraded_at),
    purchased_at: iso(contract.purchased_at),
    turned_green_at: iso(contract.turned_green_at),
    overdue_invoices: bill?.overdue ?? 0,
    disputed_invoices: bill?.disputed ?? 0,
    usage_percentile: ranks.usage_percentile,
    friction_percentile: ranks.friction_percentile,
    lifetime_value_percentile: ranks.lifetime_value_percentile,
    retention_cost_percentile: ranks.retention_cost_percentile,
  };
}

function usageOf(row: UsageRow | undefined) {
  return {
    events_90d: row?.events_90d ?? 0,
    events_prior_90d: row?.events_prior_90d ?? 0,
    features_90d: row?.features_90d ?? 0,
  };
}

function ticketsOf(row: TicketRow | undefined) {
  return {
    open_severity_1: row?.open_severity_1 ?? 0,
    solved_12m: row?.solved_12m ?? 0,
    median_first_response_minutes: row?.median_first_response_minutes ?? null,
    median_resolution_minutes: row?.median_resolution_minutes ?? null,
    solved_well_at: iso(row?.solved_well_at),
  };
}

function opinionOf(row: OpinionRow | undefined) {
  return {
    nps_mean: row?.nps_mean ?? null,
    csat_mean: row?.csat_mean ?? null,
    promoter_at: iso(row?.promoter_at),
    promoter_score: row?.promoter_score ?? null,
    promoter_person_id: row?.promoter_person_id ?? null,
  };
}

function iso(at: Date | null | undefined): string | null {
  return at?.toISOString() ?? null;
}
