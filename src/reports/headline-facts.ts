import { addDaysToDate, addMonthsToDate, type IsoDate, monthEnd } from '../kernel/time.ts';
import type { Ctx } from '../platform/ctx.ts';
import { type CompanyFacts, companyFacts } from './company.ts';
import { type DataTime, dataTime, throughDay } from './data-time.ts';
import { type LogoChurn, logoChurn } from './logo-churn.ts';
import type { Period } from './metric.ts';
import { type MrrFacts, mrrOn } from './mrr.ts';
import { type MovementMonth, mrrMovements } from './mrr-movements.ts';
import { type RevenueRetention, revenueRetention } from './revenue-retention.ts';

/** What every group of headline metrics is computed from. `month`: the last whole one; `year`: the 12 months up to the day. */
export type HeadlineFacts = {
  company: CompanyFacts;
  time: DataTime;
  month: Period;
  year: Period;
  mrr: MrrFacts;
  /** Every month through the day; the last may be unfinished. */
  months: readonly MovementMonth[];
  movement: MovementMonth | undefined;
  monthChurn: LogoChurn;
  yearChurn: LogoChurn;
  retention: RevenueRetention;
};

/** The last whole calendar month on day `on`: its own month when that day ends it. */
export function lastWholeMonth(on: IsoDate): Period {
  const own = on.slice(0, 7);
  const month = on === monthEnd(own) ? own : addMonthsToDate(`${own}-01`, -1).slice(0, 7);
  return { from: `${month}-01`, to: monthEnd(month) };
}

export function dayBefore(day: IsoDate): IsoDate {
  return addDaysToDate(day, -1);
}

const NOBODY: LogoChurn = { activeAtStart: 0, churned: 0, undated: 0 };

/** Loads them for the end of day `on`, by default the last day there is data for; `known`: those of a later day, if at hand. */
export async function headlineFacts(
  ctx: Ctx,
  on?: IsoDate,
  known?: Pick<HeadlineFacts, 'company' | 'months'>,
): Promise<HeadlineFacts> {
  const company = known?.company ?? (await companyFacts(ctx));
  const time = on ? throughDay(on) : await dataTime(ctx, company);
  const month = lastWholeMonth(time.on);
  const retention = await revenueRetention(ctx, company, time.on);
  const year = { from: addDaysToDate(retention.startOn, 1), to: time.on };
  const months = known?.months ?? (await mrrMovements(ctx, company, time.on));
  const [monthChurn, yearChurn] = await logoChurn(ctx, company, { periods: [month, year], known: time.on });
  return {
    company,
    time,
    month,
    year,
    retention,
    mrr: await mrrOn(ctx, company, time.on),
    months,
    movement: months.find((one) => one.month === month.to.slice(0, 7)),
    monthChurn: monthChurn ?? NOBODY,
    yearChurn: yearChurn ?? NOBODY,
  };
}
