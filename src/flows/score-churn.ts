import { addDaysToDate, DAY_MS } from '../kernel/time.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { churnMarks } from '../reports/churn-marks.ts';
import { churnSnapshot } from '../reports/churn-snapshot.ts';
import { companyFacts } from '../reports/company.ts';
import { type DataTime, dataTime, throughDay } from '../reports/data-time.ts';
import { type FeatureColumn, HORIZONS, type Horizon } from '../success/churn/model.ts';
import { measureDrift } from '../success/churn/rules/drift.ts';
import { scoreAccounts } from '../success/churn/rules/score.ts';
import {
  activeChurnModel,
  type ChurnModel,
  endTraining,
  getTraining,
  noteProgress,
  type RiskCount,
  recordRisks,
} from '../success/churn/service.ts';
import { trainChurnModel } from './train-churn.ts';

const TRAIN_AGAIN_DAYS = 30;
const DEFAULT_HORIZON: Horizon = 90;
/** A training is asked so often whether it was cancelled. */
const NOTE_EVERY = 0.02;

type Present = { accountIds: string[]; columns: FeatureColumn[]; mrr: (number | null)[] };

/**
 * The risk of every present customer (or of those the time names) by the model in force; undefined where there is none
 * that predicts.
 */
export async function scoreChurn(ctx: Ctx, horizon: Horizon, until?: DataTime): Promise<RiskCount | undefined> {
  requireScope(ctx, 'success:write');
  const model = await activeChurnModel(ctx, horizon);
  if (!model?.parameters) return undefined;
  const company = await companyFacts(ctx);
  const time = lastWholeDay(until ?? (await dataTime(ctx)));
  const present = await presentAccounts(ctx, { model, company, time });
  const risks = scoreAccounts(model.parameters, present.accountIds, present.columns).map((one, row) => {
    const mrr = present.mrr[row] ?? null;
    return { ...one, mrr_minor: mrr === null ? null : Math.round(mrr) };
  });
  const scores = () => risks.map(({ risk }) => risk);
  const drift = time.only ? null : measureDrift(model.parameters.baseline, present.columns, scores());
  return recordRisks(ctx, { model, risks, drift, currency: company.currency, dataAt: time.before, among: time.only });
}

export type ScoredHorizon = RiskCount & { horizon_days: Horizon };

/** The risks of every horizon there is a model for. */
export async function scoreChurnOfAll(ctx: Ctx, until: DataTime): Promise<ScoredHorizon[]> {
  const scored: ScoredHorizon[] = [];
  for (const horizon_days of HORIZONS) {
    const count = await scoreChurn(ctx, horizon_days, until);
    if (count) scored.push({ horizon_days, ...count });
  }
  return scored;
}

/** The model learned from days that were over: today still goes on. Use was summed as of both days. */
function lastWholeDay(time: DataTime): DataTime {
  return time.isLive ? { ...time, ...throughDay(addDaysToDate(time.on, -1), true) } : time;
}

type Question = { model: ChurnModel; company: Awaited<ReturnType<typeof companyFacts>>; time: DataTime };

async function presentAccounts(ctx: Ctx, { model, company, time }: Question): Promise<Present> {
  if (model.card.basis === 'history') return churnSnapshot(ctx, company, time.on, time);
  const { accountIds, churned, columns } = await churnMarks(ctx);
  const asked = time.only && new Set(time.only);
  const here = churned.flatMap((gone, row) => (gone || asked?.has(accountIds[row] as string) === false ? [] : [row]));
  return {
    accountIds: here.map((row) => accountIds[row] as string),
    columns: columns.map(({ key, values }) => ({ key, values: here.map((row) => values[row] ?? null) })),
    mrr: here.map(() => null),
  };
}

/** Trains and scores at once, as the command does. */
export async function trainAndScore(
  ctx: Ctx,
  horizon: Horizon,
  watch: Parameters<typeof trainChurnModel>[2] = {},
): Promise<{ model: ChurnModel; scored: RiskCount | undefined }> {
  const model = await trainChurnModel(ctx, horizon, watch);
  return { model, scored: await scoreChurn(ctx, horizon) };
}

/** Does a training that was asked for, telling its progress, until it is done, fails or is cancelled. */
export async function runTraining(ctx: Ctx, trainingId: string): Promise<void> {
  const training = await getTraining(ctx, trainingId);
  if (!(await noteProgress(ctx, trainingId, 0))) return;
  const abort = new AbortController();
  let told = 0;
  let telling = Promise.resolve();
  const onProgress = (share: number) => {
    if (share < told + NOTE_EVERY) return;
    told = share;
    telling = telling.then(async () => {
      if (!(await noteProgress(ctx, trainingId, share))) abort.abort(new Error('cancelled'));
    });
  };
  try {
    const watch = { onProgress, signal: abort.signal };
    const { model } = await trainAndScore(ctx, training.horizon_days as Horizon, watch);
    await telling;
    await endTraining(ctx, trainingId, { state: 'done', model_id: model.id });
  } catch (error) {
    await telling;
    if (abort.signal.aborted) return;
    ctx.log.error({ err: error }, 'a churn model could not be trained');
    const why = error instanceof Error ? error.message : String(error);
    await endTraining(ctx, trainingId, { state: 'failed', error: why });
  }
}

/**
 * Every night: a model a month old is trained again, and a first one made; whoever it speaks of is scored by it at once.
 * By the others they are scored every night with all the rest.
 */
export async function tendChurn(ctx: Ctx): Promise<void> {
  requireScope(ctx, 'success:write');
  for (const horizon of HORIZONS) {
    const model = await activeChurnModel(ctx, horizon);
    if (!model && horizon !== DEFAULT_HORIZON) continue;
    const age = model ? ctx.clock.now().getTime() - model.trained_at.getTime() : Number.POSITIVE_INFINITY;
    if (age > TRAIN_AGAIN_DAYS * DAY_MS) await trainAndScore(ctx, horizon);
  }
}
