import { invalidField } from '../kernel/errors.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { companyFacts } from './company.ts';
import { dataTime } from './data-time.ts';
import { type MovementMonth, mrrMovements } from './mrr-movements.ts';

export type MonthsQuery = { from?: string; to?: string };
export type MrrMonths = { currency: string; through: string; months: MovementMonth[] };

/** MRR month by month through the data time, cut to `from`..`to` (`YYYY-MM`). @throws 422 when `from` is after `to`. */
export async function mrrMonths(ctx: Ctx, query: MonthsQuery): Promise<MrrMonths> {
  requireScope(ctx, 'customers:read');
  const { from = '0000-00', to = '9999-99' } = query;
  if (from > to) throw invalidField('from', `from (${from}) is after to (${to}).`);
  const company = await companyFacts(ctx);
  const { on } = await dataTime(ctx, company);
  const months = await mrrMovements(ctx, company, on);
  const wanted = months.filter(({ month }) => month >= from && month <= to);
  return { currency: company.currency, through: on, months: wanted };
}
