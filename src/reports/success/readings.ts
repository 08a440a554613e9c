import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { addDaysToDate, type IsoDate, monthEnd } from '../../kernel/time.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { keptBy } from '../../platform/kept.ts';
import type { HealthDefinition } from '../../success/health/model.ts';
import { computeHealth } from '../../success/health/rules/score.ts';
import type { OutcomeRule } from '../../success/outcome/model.ts';
import type { CompanyFacts } from '../company.ts';
import { throughDay } from '../data-time.ts';
import { healthFacts } from '../health-facts.ts';
import { activeAccounts } from '../sql/active-accounts.ts';
import { usageStanding } from '../usage-standing.ts';
import { stateOfPast } from './facts-state.ts';
import { healthInForce } from './rule.ts';

/** Health 0-100 and the percentile of usage within the plan 0-100, at the end of a day. */
export type Reading = { health: number | null; usage: number | null };
type Readings = ReadonlyMap<string, Reading>;

/** Below this day of life a month's end would be too long ago. */
const LEAST_FOR_MONTHS = 60;
const WEEK = 7;
const STANDING_DAYS = 28;

/** The last day on or before `day` on which everybody is read: the end of a month, for young accounts of a week. */
export function readingDay(day: IsoDate, dayOfLife: number): IsoDate {
  if (dayOfLife >= LEAST_FOR_MONTHS) {
    const end = monthEnd(day.slice(0, 7));
    return end <= day ? end : addDaysToDate(`${day.slice(0, 7)}-01`, -1);
  }
  return addDaysToDate(day, -(new Date(`${day}T00:00:00Z`).getUTCDay() % WEEK));
}

type Input = {
  company: CompanyFacts;
  rule: OutcomeRule;
  through: IsoDate;
  rows: readonly { account_id: string; started_on: IsoDate }[];
};

/**
 * How each account stood among the others of its time, on the last reading day before a day. Accounts are read on the same
 * few days, since health and usage are ranks among those who were customers then; what was read is kept until the day is
 * over, or something is imported.
 */
export async function readingsBefore(
  ctx: Ctx,
  { company, rule, through, rows }: Input,
): Promise<(accountId: string, day: IsoDate) => Reading | undefined> {
  const dayOf = ({ started_on }: Input['rows'][number]) => addDaysToDate(started_on, rule.day);
  const ripe = rows.filter((row) => dayOf(row) <= through);
  const needed = Map.groupBy(ripe, (row) => readingDay(dayOf(row), rule.day));
  const definition = await healthInForce(ctx);
  const state = await stateOfPast(ctx, through);
  const asks = (key: string) => rule.conditions.some(({ condition }) => condition === key);
  const found = new Map<string, Reading>();
  for (const [on, accounts] of needed) {
    const only = accounts.map(({ account_id }) => account_id).sort();
    const asked = { on, health: asks('health') ? definition : null, company };
    const whose = createHash('sha256').update(only.join()).digest('base64');
    const key = JSON.stringify(['readings', asked, whose]);
    const kept = await keptBy(ctx.db, key, state, () => readOn(ctx, { ...asked, only }));
    for (const [accountId, reading] of kept) found.set(accountId, reading);
  }
  return (accountId) => found.get(accountId);
}

type Asked = { on: IsoDate; health: HealthDefinition | null; only: readonly string[] };

async function readOn(ctx: Ctx, { on, health, only }: Asked): Promise<Readings> {
  const time = { ...throughDay(on), only, kept: new Map() };
  const usage = await usageStanding(ctx, on, STANDING_DAYS, time);
  const isFed = await isUseKnown(ctx, on);
  const facts = health ? await healthFacts(ctx, health, time) : [];
  const scores = new Map(
    facts.map((one) => [one.accountId, health ? computeHealth(one, health, on).score : null] as const),
  );
  return new Map(
    usage.map(({ account_id, percentile }) => [
      account_id,
      {
        health: scores.get(account_id) ?? null,
        usage: isFed && percentile !== null ? Math.round(percentile * 10_000) / 100 : null,
      },
    ]),
  );
}

/** Whether anybody who was a customer then used the product. */
async function isUseKnown(ctx: Ctx, on: IsoDate): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    with active as materialized (select account_id from ${activeAccounts(on)} a)
    select exists (select 1 from usage_daily u join active a on a.account_id = u.account_id
      where u.on_date > ${on}::date - ${STANDING_DAYS}::integer and u.on_date <= ${on}::date and u.events > 0) as found`.execute(
    ctx.db,
  );
  return rows[0]?.found ?? false;
}
