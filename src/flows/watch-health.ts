import { addDaysToDate } from '../kernel/time.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { type DataTime, dataTime, throughDay } from '../reports/data-time.ts';
import { healthFacts } from '../reports/health-facts.ts';
import type { Health, HealthModel } from '../success/health/model.ts';
import { type Drift, judgeDrift, LEAST_ACCOUNTS } from '../success/health/rules/drift.ts';
import { computeHealth } from '../success/health/rules/score.ts';
import { getHealthModel, latestDrift, recordDrift } from '../success/health/service.ts';

/** Every night, after the scoring: have the scores moved since the month before? */
export const WATCH_HEALTH = { name: 'watch-health', cron: '13 4 * * *' };

const MONTH_DAYS = 30;

export type DriftView = Drift & { sentence: string; advice: string | null };

/**
 * Scores today's facts and those of 30 days ago under the model in force, compares the two, and keeps the result. Both
 * are made by the same model, so a change of model is no drift.
 */
export async function watchHealth(ctx: Ctx): Promise<Drift> {
  requireScope(ctx, 'success:write');
  return inTransaction(ctx, async (ctx) => {
    const model = await getHealthModel(ctx);
    const drift = await measure(ctx, model);
    if (model.id) await recordDrift(ctx, model.id, drift);
    return drift;
  });
}

async function measure(ctx: Ctx, model: HealthModel): Promise<Drift> {
  const time = await dataTime(ctx);
  const beforeOn = addDaysToDate(time.on, -MONTH_DAYS);
  const now = await scoreAt(ctx, model, time);
  const before = await scoreAt(ctx, model, throughDay(beforeOn));
  return judgeDrift({ now, before, on: time.on, beforeOn });
}

async function scoreAt(ctx: Ctx, { definition }: HealthModel, time: DataTime): Promise<Health[]> {
  const facts = await healthFacts(ctx, definition, time);
  return facts.map((one) => computeHealth(one, definition, time.on));
}

/** The newest comparison with the month before in words, or one made now; kept when the caller may do so. */
export async function latestOrNewDrift(ctx: Ctx): Promise<DriftView> {
  requireScope(ctx, 'success:read');
  const latest = (await latestDrift(ctx)) as Drift | undefined;
  if (latest) return showDrift(latest);
  requireScope(ctx, 'customers:read');
  return showDrift(
    ctx.scopes.has('success:write') ? await watchHealth(ctx) : await measure(ctx, await getHealthModel(ctx)),
  );
}

/** What was found the last time somebody looked; undefined before. */
export async function knownDrift(ctx: Ctx): Promise<DriftView | undefined> {
  const latest = (await latestDrift(ctx)) as Drift | undefined;
  return latest && showDrift(latest);
}

export function showDrift(drift: Drift): DriftView {
  const part = drift.components.find(({ component }) => component === drift.component);
  const percent = (share = 0) => Math.round(share * 100);
  const params = {
    component: drift.component && say(`health:components.${drift.component}`),
    before: drift.mean_before?.toFixed(1),
    now: drift.mean_now?.toFixed(1),
    red_before: percent(shareRed(drift.bands_before)),
    red_now: percent(shareRed(drift.bands_now)),
    part_before: part?.mean_before?.toFixed(0),
    part_now: part?.mean_now?.toFixed(0),
    known_before: percent(part?.present_before),
    known_now: percent(part?.present_now),
    needed: LEAST_ACCOUNTS,
    count: Math.min(drift.accounts_now, drift.accounts_before),
  };
  const key = drift.cause === 'feed' ? 'feed' : drift.state;
  const advice = drift.state === 'alarm' ? say(`health:drift.advice_${drift.cause}`) : null;
  return { ...drift, sentence: say(`health:drift.${key}`, params), advice };
}

function shareRed({ green, amber, red }: Drift['bands_now']): number {
  const all = green + amber + red;
  return all === 0 ? 0 : red / all;
}
