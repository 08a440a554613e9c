import { type Selectable, sql } from 'kysely';
import type { ChurnTrainings } from '../../../db/types.ts';
import { joinedJson, joinedTexts } from '../../platform/bulk.ts';
import type { Db } from '../../platform/postgres.ts';
import type { AccountRisk, Drift, Horizon, ModelCard } from './model.ts';

export type StoredModel = {
  id: string;
  card: ModelCard;
  /** As `rules/train.ts` made them; null where nothing can be predicted. */
  parameters: unknown;
  trained_by: string;
  trained_at: Date;
};

/** One training or scoring of a horizon at a time: the next waits for this transaction's end. */
export async function lockChurn(db: Db, horizon: Horizon): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`goodword.churn.${horizon}`}))`.execute(db);
}

export async function findActiveModel(db: Db, horizon: Horizon): Promise<StoredModel | undefined> {
  const row = await db
    .selectFrom('churn_models')
    .select(['id', 'card', 'parameters', 'trained_by', 'trained_at'])
    .where('horizon_days', '=', horizon)
    .where('is_active', '=', true)
    .executeTakeFirst();
  return row && { ...row, card: row.card as ModelCard };
}

/** Makes it the horizon's model in force. */
export async function insertModel(db: Db, model: StoredModel): Promise<void> {
  const { id, card, parameters, trained_by, trained_at } = model;
  await db
    .updateTable('churn_models')
    .set({ is_active: false })
    .where('horizon_days', '=', card.horizon_days)
    .where('is_active', '=', true)
    .execute();
  await db
    .insertInto('churn_models')
    .values({
      id,
      horizon_days: card.horizon_days,
      outcome: card.outcome,
      card: JSON.stringify(card),
      parameters: parameters === null ? null : JSON.stringify(parameters),
      is_active: true,
      trained_by,
      trained_at,
    })
    .execute();
}

export type NewRisk = AccountRisk & { mrr_minor: number | null };
export type Scoring = { horizon: Horizon; modelId: string; currency: string; dataAt: Date; scoredAt: Date };

/** Writes what changed of the accounts given; how many that were. */
export async function upsertRisks(db: Db, risks: readonly NewRisk[], scoring: Scoring): Promise<number> {
  const text = (of: (risk: NewRisk) => string | number | null) => joinedTexts(risks.map(of));
  const { numAffectedRows } = await sql`
    insert into churn_risks (account_id, horizon_days, model_id, risk, level, contributions, mrr_minor, currency,
      data_at, scored_at)
    select account_id, ${scoring.horizon}::smallint, ${scoring.modelId}, risk, level, contributions, mrr_minor,
      ${scoring.currency}, ${scoring.dataAt}, ${scoring.scoredAt}
    from unnest(${text(({ accountId }) => accountId)}, ${text(({ risk }) => Number(risk.toFixed(6)))}::numeric[],
      ${text(({ level }) => level)}, ${joinedJson(risks.map(({ base, parts, rest }) => ({ base, parts, rest })))}::json[],
      ${text(({ mrr_minor }) => mrr_minor)}::bigint[]) as x(account_id, risk, level, contributions, mrr_minor)
    on conflict (account_id, horizon_days) do update set model_id = excluded.model_id, risk = excluded.risk,
      level = excluded.level, contributions = excluded.contributions, mrr_minor = excluded.mrr_minor,
      currency = excluded.currency, data_at = excluded.data_at, scored_at = excluded.scored_at
    where churn_risks.model_id <> excluded.model_id
      or churn_risks.risk <> excluded.risk or churn_risks.level <> excluded.level
      or churn_risks.mrr_minor is distinct from excluded.mrr_minor or churn_risks.currency <> excluded.currency
      or case when churn_risks.contributions::text = excluded.contributions::text then false
        else churn_risks.contributions::jsonb <> excluded.contributions::jsonb end`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** Forgets the risks of accounts that are scored no longer: they left, or nothing can be predicted any more. */
export async function deleteRisksExcept(db: Db, horizon: Horizon, accountIds: readonly string[]): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from churn_risks where horizon_days = ${horizon} and account_id <> all(${accountIds}::text[])`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** The same, of the accounts named. */
export async function deleteRisksOf(
  db: Db,
  horizon: Horizon,
  accounts: { among: readonly string[]; except: readonly string[] },
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from churn_risks where horizon_days = ${horizon} and account_id = any(${accounts.among}::text[])
      and account_id <> all(${accounts.except}::text[])`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

export async function insertDrift(
  db: Db,
  row: { id: string; modelId: string; result: Drift; at: Date },
): Promise<void> {
  await db
    .insertInto('churn_drifts')
    .values({ id: row.id, model_id: row.modelId, result: JSON.stringify(row.result), measured_at: row.at })
    .execute();
}

export type TrainingRow = Selectable<ChurnTrainings>;

export async function insertTraining(db: Db, row: TrainingRow): Promise<void> {
  await db.insertInto('churn_trainings').values(row).execute();
}

/** Ends trainings nobody has heard of since `before`: their process died. */
export async function failSilentTrainings(db: Db, horizon: Horizon, before: Date, error: string): Promise<void> {
  await db
    .updateTable('churn_trainings')
    .set({ state: 'failed', error })
    .where('horizon_days', '=', horizon)
    .where('state', 'in', ['waiting', 'running'])
    .where('touched_at', '<', before)
    .execute();
}

export async function findOpenTraining(db: Db, horizon: Horizon): Promise<TrainingRow | undefined> {
  return db
    .selectFrom('churn_trainings')
    .selectAll()
    .where('horizon_days', '=', horizon)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst();
}

export async function findTraining(db: Db, id: string): Promise<TrainingRow | undefined> {
  return db.selectFrom('churn_trainings').selectAll().where('id', '=', id).executeTakeFirst();
}

type Change = Partial<Pick<TrainingRow, 'state' | 'progress' | 'model_id' | 'error'>> & { touched_at: Date };

/** Changes a training that is still open; its row after that, undefined when it was over already. */
export async function updateOpenTraining(db: Db, id: string, change: Change): Promise<TrainingRow | undefined> {
  return db
    .updateTable('churn_trainings')
    .set(change)
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .returningAll()
    .executeTakeFirst();
}
