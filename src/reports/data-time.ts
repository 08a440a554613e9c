import { sql } from 'kysely';
import { addDaysToDate, DAY_MS, dateIn, type IsoDate } from '../kernel/time.ts';
import type { Ctx } from '../platform/ctx.ts';
import { type CompanyFacts, companyFacts } from './company.ts';

/**
 * `on`: the last day the numbers may use. `before`: the first instant after it (UTC). `isLive`: the data is current.
 * `isSummed`: the days of use up to `on` are summed by account, so that nobody need read them again. `only`: these
 * accounts alone are asked for; where they stand is still told among all. `isUnranked`: nobody asks where they stand.
 * `kept`: what was read once is not read again.
 */
export type DataTime = { on: IsoDate; before: Date; isLive: boolean } & Scoring;
export type Scoring = {
  isSummed?: boolean;
  only?: readonly string[];
  isUnranked?: boolean;
  kept?: Map<string, Promise<unknown>>;
};

/** Reads once what a scoring asks twice. */
export function readOnce<T>({ kept }: Scoring, key: string, read: () => Promise<T>): Promise<T> {
  if (!kept) return read();
  const found = (kept.get(key) as Promise<T> | undefined) ?? read();
  kept.set(key, found);
  return found;
}

const STALE_AFTER_DAYS = 30;

export function throughDay(on: IsoDate, isLive = false): DataTime {
  return { on, before: new Date(`${addDaysToDate(on, 1)}T00:00:00Z`), isLive };
}

/**
 * "Data until": today while facts keep arriving; the day of the newest fact when that is more than 30 days ago, so that
 * a finished export is judged at its own end and not by its silence since.
 */
export async function dataTime(ctx: Ctx, company?: Pick<CompanyFacts, 'zone'>): Promise<DataTime> {
  const now = ctx.clock.now();
  const today = dateIn(now, (company ?? (await companyFacts(ctx))).zone);
  const { rows } = await sql<{ latest: IsoDate | null }>`
    select greatest(
      (select max(on_date) from usage_daily where on_date <= ${today}::date),
      (select max(opened_at) from tickets where opened_at <= ${now})::date,
      (select max(started_on) from subscriptions where started_on <= ${today}::date),
      (select max(issued_at) from invoices where issued_at <= ${now})::date,
      (select max(answered_at) from survey_answers where answered_at <= ${now})::date
    ) as latest`.execute(ctx.db);
  const latest = rows[0]?.latest;
  const ageDays = latest ? (Date.parse(today) - Date.parse(latest)) / DAY_MS : 0;
  return latest && ageDays > STALE_AFTER_DAYS ? throughDay(latest) : throughDay(today, true);
}
