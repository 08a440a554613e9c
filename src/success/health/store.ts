import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { HealthModels, HealthOverrides } from '../../../db/types.ts';
import { joinedJson, joinedTexts } from '../../platform/bulk.ts';
import type { Db } from '../../platform/postgres.ts';
import type { Health, HealthDefinition, HealthModel, ModelVersion } from './model.ts';

type ModelRow = Selectable<HealthModels>;

function toModel(row: ModelRow): HealthModel {
  return { id: row.id, version: row.version, name: row.name, definition: row.definition as HealthDefinition };
}

export async function findActiveModel(db: Db): Promise<HealthModel | undefined> {
  const row = await db.selectFrom('health_models').selectAll().where('is_active', '=', true).executeTakeFirst();
  return row && toModel(row);
}

/** One scoring or change of model at a time: the next waits for this transaction's end. */
export async function lockHealth(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('goodword.health'))`.execute(db);
}

export type InsertModel = {
  id: string;
  name: string;
  definition: HealthDefinition;
  reason: string | null;
  isActive: boolean;
  createdBy: string;
  at: Date;
};

/** Adds a version; an active one takes the place of the one before. */
export async function insertModel(db: Db, input: InsertModel): Promise<HealthModel> {
  if (input.isActive) await endActiveModel(db);
  const row = await db
    .insertInto('health_models')
    .values({
      id: input.id,
      name: input.name,
      version: sql<number>`(select coalesce(max(version), 0) + 1 from health_models where name = ${input.name})`,
      definition: JSON.stringify(input.definition),
      reason: input.reason,
      is_active: input.isActive,
      activated_at: input.isActive ? input.at : null,
      activated_by: input.isActive ? input.createdBy : null,
      created_by: input.createdBy,
      created_at: input.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toModel(row);
}

async function endActiveModel(db: Db): Promise<void> {
  await db.updateTable('health_models').set({ is_active: false }).where('is_active', '=', true).execute();
}

function toVersion(row: ModelRow): ModelVersion {
  return { ...row, definition: row.definition as HealthDefinition };
}

/** Every version, the newest first. */
export async function listVersions(db: Db): Promise<ModelVersion[]> {
  const rows = await db
    .selectFrom('health_models')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toVersion);
}

export async function findVersion(db: Db, id: string): Promise<ModelVersion | undefined> {
  const row = await db.selectFrom('health_models').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toVersion(row);
}

export async function activateModel(db: Db, input: { id: string; by: string; at: Date }): Promise<void> {
  await endActiveModel(db);
  await db
    .updateTable('health_models')
    .set({ is_active: true, activated_at: input.at, activated_by: input.by })
    .where('id', '=', input.id)
    .execute();
}

export type NewScore = Health & { id: string };
export type Scoring = { modelId: string; dataAt: Date; scoredAt: Date };

/** The explanations as written: to take them apart would cost more than everything else here. */
function incoming(scores: readonly NewScore[]): RawBuilder<unknown> {
  const text = (of: (score: NewScore) => string | number | null) => joinedTexts(scores.map(of));
  return sql`unnest(${text(({ id }) => id)}, ${text(({ accountId }) => accountId)},
    ${text(({ score }) => score)}::numeric[], ${text(({ band }) => band)}, ${text(({ coverage }) => coverage)}::numeric[],
    ${joinedJson(scores.map(({ contributions }) => contributions))}::json[]
  ) as i(id, account_id, score, band, coverage, contributions)`;
}

/** Ends the present scores that differ from the new ones, and writes those and the first ones. Counts the new. */
export async function insertChangedScores(db: Db, scores: readonly NewScore[], scoring: Scoring): Promise<number> {
  const { numAffectedRows } = await sql`
    with i as materialized (select * from ${incoming(scores)}),
    ended as (
      update health_scores h set superseded_at = ${scoring.scoredAt} from i
      where h.account_id = i.account_id and h.superseded_at is null and (
        h.model_id <> ${scoring.modelId} or h.score is distinct from i.score or h.band <> i.band
        or h.coverage <> i.coverage
        or case when h.contributions::text = i.contributions::text then false
          else h.contributions::jsonb <> i.contributions::jsonb end)
      returning h.account_id)
    insert into health_scores (id, account_id, model_id, score, band, coverage, contributions, data_at, scored_at)
    select i.id, i.account_id, ${scoring.modelId}, i.score, i.band, i.coverage, i.contributions,
      ${scoring.dataAt}::timestamptz, ${scoring.scoredAt}::timestamptz
    from i where account_id in (select account_id from ended) or not exists (
      select 1 from health_scores h where h.account_id = i.account_id and h.superseded_at is null)`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** Ends the present scores of those of the accounts that are not among the scored ones. */
export async function endScoresOf(
  db: Db,
  accounts: { among: readonly string[]; except: readonly string[] },
  at: Date,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update health_scores set superseded_at = ${at}
    where superseded_at is null and account_id = any(${accounts.among}::text[])
      and account_id <> all(${accounts.except}::text[])`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** Ends the present scores of accounts that are scored no longer: they left. */
export async function endScoresExcept(db: Db, accountIds: readonly string[], at: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    update health_scores set superseded_at = ${at}
    where superseded_at is null and account_id <> all(${accountIds}::text[])`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

export type OverrideRow = Selectable<HealthOverrides>;

export async function hasAccount(db: Db, accountId: string): Promise<boolean> {
  return (await db.selectFrom('accounts').select('id').where('id', '=', accountId).executeTakeFirst()) !== undefined;
}

export async function insertOverride(db: Db, row: Omit<OverrideRow, 'ended_at'>): Promise<void> {
  await db.insertInto('health_overrides').values(row).execute();
}

/** Ends the account's override in force; how many there were. */
export async function endOverrides(db: Db, accountId: string, at: Date): Promise<number> {
  const result = await db
    .updateTable('health_overrides')
    .set({ ended_at: at })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

export type BacktestRow = { id: string; modelId: string; result: unknown; runAt: Date };

export async function insertBacktest(db: Db, row: BacktestRow): Promise<void> {
  await db
    .insertInto('health_backtests')
    .values({ id: row.id, model_id: row.modelId, result: JSON.stringify(row.result), run_at: row.runAt })
    .execute();
}

/** The newest backtest of a model. */
export async function findLatestBacktest(db: Db, modelId: string): Promise<{ result: unknown } | undefined> {
  return db
    .selectFrom('health_backtests')
    .select('result')
    .where('model_id', '=', modelId)
    .orderBy('run_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

export type OverrideInForce = {
  id: string;
  account_id: string;
  account_name: string;
  band: string;
  scored_band: string | null;
  score: string | null;
  reason: string;
  set_by: string;
  set_at: Date;
  expires_at: Date;
};

/** Every override in force, the one that ends first on top. */
export async function listOverrides(db: Db, now: Date): Promise<OverrideInForce[]> {
  const { rows } = await sql<OverrideInForce>`
    select o.id, o.account_id, a.name as account_name, o.band, h.band as scored_band, h.score, o.reason, o.set_by,
      o.set_at, o.expires_at
    from health_overrides o join accounts a on a.id = o.account_id
    left join health_scores h on h.account_id = o.account_id and h.superseded_at is null
    where o.ended_at is null and o.expires_at > ${now} and a.merged_into_id is null
    order by o.expires_at, o.id limit 500`.execute(db);
  return rows;
}

export async function insertDrift(
  db: Db,
  row: { id: string; modelId: string; result: unknown; at: Date },
): Promise<void> {
  await db
    .insertInto('health_drifts')
    .values({ id: row.id, model_id: row.modelId, result: JSON.stringify(row.result), run_at: row.at })
    .execute();
}

/** The newest comparison with the month before, of a model. */
export async function findLatestDrift(db: Db, modelId: string): Promise<unknown> {
  const row = await db
    .selectFrom('health_drifts')
    .select('result')
    .where('model_id', '=', modelId)
    .orderBy('run_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.result;
}
