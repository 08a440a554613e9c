import { addDaysToDate, type IsoDate, monthEnd } from '../../kernel/time.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { keptBy } from '../../platform/kept.ts';
import type { HealthDefinition } from '../../success/health/model.ts';
import { computeHealth } from '../../success/health/rules/score.ts';
import type { OutcomeRule } from '../../success/outcome/model.ts';
import type { CompanyFacts } from '../company.ts';
import { throughDay } from '../data-time.ts';
import { healthFacts } from '../health-facts.ts';
import { usageStanding } from '../usage-standing.ts';
import { stateOfFacts } from './facts-state.ts';
import { healthInForce } from './rule.ts';

/** Health 0-100 and the percentile of usage within the plan 0-100, at the end of a day. */
export type Reading = { health: number | null; usage: number | null };
type Readings = ReadonlyMap<string, Reading>;

/** Below this day of life a month's end would be too long ago. */
const LEAST_FOR_MONTHS = 60;
const WEEK = 7;

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
  rows: readonly { started_on: IsoDate }[];
};

/**
 * How each account stood among the others of its time, on the last reading day before a day. Everybody is read on the same
 * few days, since health and usage are ranks among those who were customers then; days are kept until facts change.
 */
export async function readingsBefore(
  ctx: Ctx,
  { company, rule, through, rows }: Input,
): Promise<(accountId: string, day: IsoDate) => Reading | undefined> {
  const days = rows.map(({ started_on }) => addDaysToDate(started_on, rule.day)).filter((day) => day <= through);
  const needed = [...new Set(days.map((day) => readingDay(day, rule.day)))].sort();
  const definition = await healthInForce(ctx);
  const state = await stateOfFacts(ctx, through);
  const asks = (key: string) => rule.conditions.some(({ condition }) => condition === key);
  const found = new Map<IsoDate, Readings>();
  for (const on of needed) {
    const asked = { on, health: asks('health') ? definition : null, company };
    const kept = keptBy(ctx.db, JSON.stringify(['readings', asked]), state, () => readOn(ctx, asked));
    found.set(on, await kept);
  }
  return (accountId, day) => found.get(readingDay(day, rule.day))?.get(accountId);
}

async function readOn(ctx: Ctx, { on, health }: { on: IsoDate; health: HealthDefinition | null }): Promise<Readings> {
  const usage = await usageStanding(ctx, on);
  const isFed = usage.some(({ events }) => Number(events) > 0);
  const facts = health ? await healthFacts(ctx, health, throughDay(on)) : [];
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
