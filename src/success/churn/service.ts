import { AppError, notFound } from '../../kernel/errors.ts';
import { MINUTE_MS } from '../../kernel/time.ts';
import { writeAudit } from '../../platform/audit.ts';
import { inChunks } from '../../platform/bulk.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../platform/ctx.ts';
import { TRAIN_CHURN } from './jobs.ts';
import type { Drift, Horizon, ModelCard } from './model.ts';
import type { Parameters } from './rules/train.ts';
import * as store from './store.ts';

const CHUNK = 1000;
const SILENT_MINUTES = 15;
const STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;

export type ChurnModel = Omit<store.StoredModel, 'parameters'> & { parameters: Parameters | null };
export type TrainingRow = store.TrainingRow;

/** The model in force, which may be that nothing can be predicted; undefined before the first training. */
export async function activeChurnModel(ctx: Ctx, horizon: Horizon): Promise<ChurnModel | undefined> {
  requireScope(ctx, 'success:read');
  const found = await store.findActiveModel(ctx.db, horizon);
  return found && { ...found, parameters: found.parameters as Parameters | null };
}

/** Puts what a training came to in force. Where nothing can be predicted, earlier risks are forgotten. */
export async function recordChurnModel(
  ctx: Ctx,
  input: { card: ModelCard; parameters: Parameters | null },
): Promise<ChurnModel> {
  requireScope(ctx, 'success:write');
  return inTransaction(ctx, async (ctx) => {
    const { card } = input;
    await store.lockChurn(ctx.db, card.horizon_days);
    const id = newId(ctx, 'churnModel');
    const model = { ...input, id, trained_by: ctx.actor.id, trained_at: ctx.clock.now() };
    await store.insertModel(ctx.db, model);
    if (!input.parameters) await store.deleteRisksExcept(ctx.db, card.horizon_days, []);
    const detail = { horizon_days: card.horizon_days, outcome: card.outcome };
    await writeAudit(ctx, { action: 'churn.trained', subjectKind: 'churn_model', subjectId: id, detail });
    return model;
  });
}

export type RiskCount = { scored: number; changed: number; gone: number };

type Risks = {
  model: ChurnModel;
  risks: Iterable<store.NewRisk>;
  currency: string;
  dataAt: Date;
  /** These accounts alone were looked at; without it, all were. */
  among?: readonly string[];
  /** How far accounts have moved from the training: what nobody can say of some accounts alone. */
  drift: Drift | null;
};

/** Stores the present risks; only what changed is written. */
export async function recordRisks(ctx: Ctx, input: Risks): Promise<RiskCount> {
  requireScope(ctx, 'success:write');
  const { model, risks, drift, among } = input;
  const horizon = model.card.horizon_days;
  const at = ctx.clock.now();
  return inTransaction(ctx, async (ctx) => {
    await store.lockChurn(ctx.db, horizon);
    const scoring = { horizon, modelId: model.id, currency: input.currency, dataAt: input.dataAt, scoredAt: at };
    let changed = 0;
    const ids: string[] = [];
    await inChunks(risks, CHUNK, async (chunk) => {
      for (const { accountId } of chunk) ids.push(accountId);
      changed += await store.upsertRisks(ctx.db, chunk, scoring);
    });
    const gone = among
      ? await store.deleteRisksOf(ctx.db, horizon, { among, except: ids })
      : await store.deleteRisksExcept(ctx.db, horizon, ids);
    if (drift) await store.insertDrift(ctx.db, { id: newId(ctx, 'churnDrift'), modelId: model.id, result: drift, at });
    return { scored: ids.length, changed, gone };
  });
}

/** Opens a training that a job will do. @throws conflict while one of the same horizon is open. */
export async function startTraining(ctx: Ctx, horizon: Horizon): Promise<TrainingRow> {
  requireScope(ctx, 'success:write');
  return inTransaction(ctx, async (ctx) => {
    const now = ctx.clock.now();
    await store.lockChurn(ctx.db, horizon);
    const silent = new Date(now.getTime() - SILENT_MINUTES * MINUTE_MS);
    await store.failSilentTrainings(ctx.db, horizon, silent, 'The process that trained it ended.');
    const open = await store.findOpenTraining(ctx.db, horizon);
    if (open)
      throw new AppError('conflict', `A model for ${horizon} days is being trained already.`, {
        hint: 'Wait for it, or cancel it.',
      });
    const row: TrainingRow = {
      id: newId(ctx, 'churnTraining'),
      horizon_days: horizon,
      state: 'waiting',
      progress: 0,
      model_id: null,
      error: null,
      started_by: ctx.actor.id,
      started_at: now,
      touched_at: now,
    };
    await store.insertTraining(ctx.db, row);
    await ctx.jobs.enqueue(ctx.db, TRAIN_CHURN, { training_id: row.id });
    return row;
  });
}

/** @throws 404. */
export async function getTraining(ctx: Ctx, id: string): Promise<TrainingRow> {
  requireScope(ctx, 'success:read');
  const found = await store.findTraining(ctx.db, id);
  if (!found) throw notFound('training', id);
  return found;
}

/** Says how far a training is; false when it was cancelled meanwhile and should stop. */
export async function noteProgress(ctx: Ctx, id: string, progress: number): Promise<boolean> {
  requireScope(ctx, 'success:write');
  const change = { state: 'running', progress: Math.min(1, Math.max(0, progress)), touched_at: ctx.clock.now() };
  return (await store.updateOpenTraining(ctx.db, id, change)) !== undefined;
}

export async function endTraining(
  ctx: Ctx,
  id: string,
  end: { state: 'done'; model_id: string } | { state: 'failed'; error: string },
): Promise<void> {
  requireScope(ctx, 'success:write');
  const done = end.state === 'done' ? { progress: 1 } : {};
  await store.updateOpenTraining(ctx.db, id, { ...end, ...done, touched_at: ctx.clock.now() });
}

/** Stops an open training; the model in force stays. @throws 404, conflict when it is over. */
export async function cancelTraining(ctx: Ctx, id: string): Promise<TrainingRow> {
  requireScope(ctx, 'success:write');
  await getTraining(ctx, id);
  const row = await store.updateOpenTraining(ctx.db, id, { state: 'cancelled', touched_at: ctx.clock.now() });
  if (!row) throw new AppError('conflict', 'This training is over.');
  return row;
}

/** A training as it is shown. */
export function showTraining({ id, horizon_days, state, progress, error, started_at }: TrainingRow) {
  return {
    id,
    horizon_days: horizon_days as Horizon,
    state: state as (typeof STATES)[number],
    progress,
    error,
    started_at: started_at.toISOString(),
  };
}
