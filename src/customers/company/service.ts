import { AppError, invalidField } from '../../kernel/errors.ts';
import { writeAudit } from '../../platform/audit.ts';
import type { UpsertCounts } from '../../platform/bulk.ts';
import { type Ctx, inTransaction, requireScope } from '../../platform/ctx.ts';
import { type ChannelCost, type Company, type ExchangeRate, newCompany } from './model.ts';
import { checkCompany, checkCurrency, priceCost } from './rules.ts';
import type { CompanyChange, CostsChange, CostsQuery } from './schema.ts';
import {
  deleteCosts,
  findCompany,
  hasReportingValues,
  listCosts,
  listRates,
  listUnpricedCosts,
  putCompany,
  upsertCosts,
  upsertRates,
} from './store.ts';

/** @throws not_found before anybody has said who the company is. */
export async function getCompany(ctx: Ctx): Promise<Company> {
  requireScope(ctx, 'settings:read');
  const company = await findCompany(ctx.db);
  if (company) return company;
  throw new AppError('not_found', 'The company has not been described yet.', {
    hint: 'Send its name and reporting_currency to PUT /v1/company, or import its data.',
  });
}

/** The company, or nothing before anybody has described it. */
export async function findCompanyOrNone(ctx: Ctx): Promise<Company | undefined> {
  requireScope(ctx, 'imports:write');
  return findCompany(ctx.db);
}

/**
 * Saves what the company says about itself; a field left out keeps its value. The first time it needs a name and a
 * reporting currency. @throws 422 naming the field, conflict when amounts already stand in the old currency.
 */
export async function saveCompany(ctx: Ctx, change: CompanyChange & { simulated?: boolean }): Promise<Company> {
  requireScope(ctx, 'settings:write');
  return inTransaction(ctx, async (ctx) => {
    const before = await findCompany(ctx.db);
    const company = { ...(before ?? described(change)), ...change };
    checkCompany(company);
    if (before && before.reporting_currency !== company.reporting_currency) await refuseNewCurrency(ctx, before);
    await putCompany(ctx.db, company, ctx.clock.now());
    await writeAudit(ctx, { action: 'company.saved', subjectKind: 'company', subjectId: 'company', detail: change });
    return company;
  });
}

/** The company, made from what an import could tell when nobody has described it yet. */
export async function ensureCompany(ctx: Ctx, first: { name: string; reportingCurrency: string }): Promise<Company> {
  requireScope(ctx, 'imports:write');
  const found = await findCompany(ctx.db);
  if (found) return found;
  const company = newCompany(first.name, first.reportingCurrency);
  checkCompany(company);
  await putCompany(ctx.db, company, ctx.clock.now());
  await writeAudit(ctx, { action: 'company.saved', subjectKind: 'company', subjectId: 'company', detail: company });
  return company;
}

export async function listExchangeRates(ctx: Ctx): Promise<{ rates: ExchangeRate[] }> {
  const { reporting_currency } = await getCompany(ctx);
  return { rates: await listRates(ctx.db, reporting_currency) };
}

/** Adds or replaces rates into the reporting currency. @throws 422 naming the rate that cannot be used. */
export async function putExchangeRates(ctx: Ctx, input: { rates: ExchangeRate[] }): Promise<UpsertCounts> {
  requireScope(ctx, 'settings:write');
  return inTransaction(ctx, async (ctx) => {
    const { reporting_currency } = await getCompany(ctx);
    checkRates(input.rates);
    const counts = await upsertRates(ctx.db, reporting_currency, input.rates);
    await priceCosts(ctx, reporting_currency, await listUnpricedCosts(ctx.db));
    await writeAudit(ctx, { action: 'rates.saved', subjectKind: 'company', subjectId: 'company', detail: counts });
    return counts;
  });
}

/** What channels cost, newest month first; `from` and `to` are months. @throws 422 when `from` is after `to`. */
export async function listChannelCosts(ctx: Ctx, query: CostsQuery): Promise<{ items: ChannelCost[] }> {
  requireScope(ctx, 'settings:read');
  const { from = '0001-01', to = '9999-12' } = query;
  if (from > to) throw invalidField('from', `from (${from}) is after to (${to}).`);
  return { items: await listCosts(ctx.db, { from, to }) };
}

export type CostCounts = UpsertCounts & { deleted: number };

/**
 * Adds, replaces or (with a null amount) takes away what channels cost, one amount a month and channel, all or nothing.
 * @throws 422 naming the entry that cannot be used, not_found before the company is described.
 */
export async function putChannelCosts(ctx: Ctx, { costs }: CostsChange): Promise<CostCounts> {
  requireScope(ctx, 'settings:write');
  return inTransaction(ctx, async (ctx) => {
    const { reporting_currency } = await getCompany(ctx);
    checkCosts(costs);
    const gone = costs.filter(({ amount_minor }) => amount_minor === null);
    const deleted = await deleteCosts(
      ctx.db,
      gone.map(({ month, channel }) => ({ month: `${month}-01`, channel })),
    );
    const kept = costs.flatMap(({ amount_minor, ...cost }) =>
      amount_minor === null ? [] : [{ ...cost, amount_minor }],
    );
    const counts = { ...(await priceCosts(ctx, reporting_currency, kept)), deleted };
    await writeAudit(ctx, { action: 'costs.saved', subjectKind: 'company', subjectId: 'company', detail: counts });
    return counts;
  });
}

async function priceCosts(
  ctx: Ctx,
  currency: string,
  costs: readonly Omit<ChannelCost, 'amount_reporting_minor'>[],
): Promise<UpsertCounts> {
  const rates = await listRates(ctx.db, currency);
  const now = ctx.clock.now();
  const priced = costs.map((cost) => ({ ...priceCost(cost, currency, rates), created_at: now, updated_at: now }));
  return upsertCosts(ctx.db, priced);
}

function described(change: CompanyChange): Company {
  if (!change.name) throw invalidField('name', 'The company needs a name.');
  if (!change.reporting_currency) throw invalidField('reporting_currency', 'The company needs a reporting currency.');
  return newCompany(change.name, change.reporting_currency);
}

async function refuseNewCurrency(ctx: Ctx, before: Company): Promise<void> {
  if (!(await hasReportingValues(ctx.db))) return;
  throw new AppError('conflict', `Amounts are already kept in ${before.reporting_currency}.`, {
    field: 'reporting_currency',
    hint: 'The reporting currency is chosen before the first import; start an empty data folder to change it.',
  });
}

function checkRates(rates: readonly ExchangeRate[]): void {
  const seen = new Set<string>();
  for (const [index, rate] of rates.entries()) {
    checkCurrency(`rates[${index}].currency`, rate.currency);
    if (Number(rate.rate) === 0) throw invalidField(`rates[${index}].rate`, 'A rate must be above 0.');
    const key = `${rate.currency} ${rate.on_date}`;
    if (seen.has(key)) throw invalidField(`rates[${index}]`, `${key} is given twice.`);
    seen.add(key);
  }
}

function checkCosts(costs: CostsChange['costs']): void {
  const seen = new Set<string>();
  for (const [index, { month, channel, currency }] of costs.entries()) {
    checkCurrency(`costs[${index}].currency`, currency);
    const key = `${channel} in ${month}`;
    if (seen.has(key)) throw invalidField(`costs[${index}]`, `${key} is given twice.`, 'Send one amount for each.');
    seen.add(key);
  }
}
