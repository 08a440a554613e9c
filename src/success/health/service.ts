import { invalidField, notFound } from '../../kernel/errors.ts';
import { addDays } from '../../kernel/time.ts';
import { writeAudit } from '../../platform/audit.ts';
import { inChunks } from '../../platform/bulk.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../platform/ctx.ts';
import { DEFAULT_DEFINITION, type Health, type HealthModel, type ModelVersion } from './model.ts';
import { checkDefinition } from './rules/score.ts';
import type { NewModel, NewOverride, Override } from './schema.ts';
import * as store from './store.ts';

const CHUNK = 500;
const LONGEST_OVERRIDE_DAYS = 366;

export type StoredModel = HealthModel & { id: string };

/** The active model; before the first scoring the product's default, which is not stored yet. */
export async function getHealthModel(ctx: Ctx): Promise<HealthModel> {
  requireScope(ctx, 'success:read');
  const found = await store.findActiveModel(ctx.db);
  return found ?? { id: null, version: 1, name: 'Default', definition: DEFAULT_DEFINITION };
}

/**
 * Adds a version and, unless told otherwise, puts it in force; scores follow at the next scoring. What the variants'
 * segments ask is checked by the story around it. @throws 422 naming the part that is wrong.
 */
export async function saveHealthModel(ctx: Ctx, input: NewModel): Promise<StoredModel> {
  requireScope(ctx, 'success:write');
  checkDefinition(input.definition);
  return inTransaction(ctx, async (ctx) => {
    await store.lockHealth(ctx.db);
    const id = newId(ctx, 'healthModel');
    const isActive = input.activate ?? true;
    const { definition, name = 'Default', reason = null } = input;
    const made = { id, name, definition, reason, isActive, createdBy: ctx.actor.id, at: ctx.clock.now() };
    const model = await store.insertModel(ctx.db, made);
    const detail = { name: model.name, version: model.version, reason, in_force: isActive };
    await writeAudit(ctx, { action: 'health.model_changed', subjectKind: 'health_model', subjectId: id, detail });
    return { ...model, id };
  });
}

/** Every version there was, the newest first; none before the first scoring. */
export async function listHealthModels(ctx: Ctx): Promise<ModelVersion[]> {
  requireScope(ctx, 'success:read');
  return store.listVersions(ctx.db);
}

/** @throws 404. */
export async function getHealthVersion(ctx: Ctx, id: string): Promise<ModelVersion> {
  requireScope(ctx, 'success:read');
  const found = await store.findVersion(ctx.db, id);
  if (!found) throw notFound('health model', id);
  return found;
}

/** Puts a version in force; scores follow at the next scoring. Nothing happens when it is in force already. @throws 404. */
export async function activateHealthModel(ctx: Ctx, id: string): Promise<ModelVersion> {
  requireScope(ctx, 'success:write');
  return inTransaction(ctx, async (ctx) => {
    await store.lockHealth(ctx.db);
    const { is_active, name, version } = await getHealthVersion(ctx, id);
    if (!is_active) {
      await store.activateModel(ctx.db, { id, by: ctx.actor.id, at: ctx.clock.now() });
      const detail = { name, version };
      await writeAudit(ctx, { action: 'health.model_activated', subjectKind: 'health_model', subjectId: id, detail });
    }
    return getHealthVersion(ctx, id);
  });
}

/** The active model, the default being stored when there is none. Call inside a transaction: it holds others back. */
export async function lockHealthModel(ctx: Ctx): Promise<StoredModel> {
  requireScope(ctx, 'success:write');
  await store.lockHealth(ctx.db);
  const found = await store.findActiveModel(ctx.db);
  if (found?.id) return { ...found, id: found.id };
  return saveHealthModel(ctx, { name: 'Default', definition: DEFAULT_DEFINITION });
}

export type ScoringCount = { scored: number; changed: number; ended: number };

/**
 * Stores what changed: one row per changed score, the earlier one kept as history; accounts not in the list have left, or
 * those `among` which it was made. The next scores are computed while the database writes.
 */
export async function recordHealth(
  ctx: Ctx,
  input: { model: StoredModel; health: Iterable<Health>; dataAt: Date; among?: readonly string[] },
): Promise<ScoringCount> {
  requireScope(ctx, 'success:write');
  const scoring = { modelId: input.model.id, dataAt: input.dataAt, scoredAt: ctx.clock.now() };
  const scored: string[] = [];
  let changed = 0;
  await inChunks(input.health, CHUNK, async (chunk) => {
    for (const { accountId } of chunk) scored.push(accountId);
    const scores = chunk.map((one) => ({ ...one, id: newId(ctx, 'healthScore') }));
    changed += await store.insertChangedScores(ctx.db, scores, scoring);
  });
  const ended = input.among
    ? await store.endScoresOf(ctx.db, { among: input.among, except: scored }, scoring.scoredAt)
    : await store.endScoresExcept(ctx.db, scored, scoring.scoredAt);
  return { scored: scored.length, changed, ended };
}

/** Puts a person's judgement above the score until it expires; replaces an earlier one. @throws 422, 404. */
export async function overrideHealth(ctx: Ctx, input: NewOverride & { accountId: string }): Promise<Override> {
  requireScope(ctx, 'success:write');
  const now = ctx.clock.now();
  const expiresAt = new Date(input.expires_at);
  if (expiresAt <= now) throw invalidField('expires_at', 'The override would end before it begins.');
  if (expiresAt > addDays(now, LONGEST_OVERRIDE_DAYS)) {
    throw invalidField('expires_at', 'An override holds for a year at most.', 'Name an earlier day.');
  }
  return inTransaction(ctx, async (ctx) => {
    if (!(await store.hasAccount(ctx.db, input.accountId))) throw notFound('account', input.accountId);
    await store.endOverrides(ctx.db, input.accountId, now);
    const id = newId(ctx, 'healthOverride');
    const { band, reason, accountId } = input;
    const row = { id, account_id: accountId, band, reason, set_by: ctx.actor.id, set_at: now, expires_at: expiresAt };
    await store.insertOverride(ctx.db, row);
    const detail = { band, reason, expires_at: expiresAt };
    await writeAudit(ctx, { action: 'health.overridden', subjectKind: 'account', subjectId: accountId, detail });
    return { id, band, reason, set_by: ctx.actor.id, set_at: now.toISOString(), expires_at: expiresAt.toISOString() };
  });
}

/** Lets the score speak again. @throws 404 when nothing overrides it. */
export async function endHealthOverride(ctx: Ctx, accountId: string): Promise<void> {
  requireScope(ctx, 'success:write');
  return inTransaction(ctx, async (ctx) => {
    const ended = await store.endOverrides(ctx.db, accountId, ctx.clock.now());
    if (ended === 0) throw notFound('health override of account', accountId);
    await writeAudit(ctx, { action: 'health.override_ended', subjectKind: 'account', subjectId: accountId });
  });
}

/** Every override in force, the one that ends first on top. */
export async function listHealthOverrides(ctx: Ctx): Promise<store.OverrideInForce[]> {
  requireScope(ctx, 'success:read');
  return store.listOverrides(ctx.db, ctx.clock.now());
}

export async function recordDrift(ctx: Ctx, modelId: string, result: unknown): Promise<void> {
  requireScope(ctx, 'success:write');
  await store.insertDrift(ctx.db, { id: newId(ctx, 'healthDrift'), modelId, result, at: ctx.clock.now() });
}

/** The newest comparison with the month before, of the model in force; undefined when there was none. */
export async function latestDrift(ctx: Ctx): Promise<unknown> {
  requireScope(ctx, 'success:read');
  const model = await store.findActiveModel(ctx.db);
  return model?.id ? store.findLatestDrift(ctx.db, model.id) : undefined;
}

export async function recordBacktest(ctx: Ctx, modelId: string, result: unknown): Promise<void> {
  requireScope(ctx, 'success:write');
  await store.insertBacktest(ctx.db, { id: newId(ctx, 'backtest'), modelId, result, runAt: ctx.clock.now() });
}

/** The newest backtest of a model (the active one unless named), as it was recorded; undefined when it was never tested. */
export async function latestBacktest(ctx: Ctx, modelId?: string): Promise<unknown> {
  requireScope(ctx, 'success:read');
  const id = modelId ?? (await store.findActiveModel(ctx.db))?.id;
  return id ? (await store.findLatestBacktest(ctx.db, id))?.result : undefined;
}
