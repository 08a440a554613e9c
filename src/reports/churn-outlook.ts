import { sql } from 'kysely';
import { notFound } from '../kernel/errors.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import type { Drift, Horizon, ModelCard } from '../success/churn/model.ts';
import { findRisk, type RiskRow } from './churn-risks.ts';
import type { CardView, Outlook } from './churn-schema.ts';
import {
  challengerInWords,
  driftInWords,
  featureName,
  limitsOf,
  outcomeInWords,
  refusalInWords,
  whatIsNeeded,
} from './churn-words.ts';

type Model = { id: string; card: ModelCard; trained_by: string; trained_at: Date };

async function findModel(ctx: Ctx, horizon: Horizon): Promise<Model | undefined> {
  const { rows } = await sql<Model>`
    select id, card, trained_by, trained_at from churn_models
    where horizon_days = ${horizon} and is_active`.execute(ctx.db);
  return rows[0];
}

/** Can anybody's leaving be told here, how much is exposed, has the world moved, is a training under way? */
export async function churnOutlook(ctx: Ctx, horizon: Horizon): Promise<Outlook> {
  requireScope(ctx, 'success:read');
  const model = await findModel(ctx, horizon);
  const { scored_at, ...exposed } = await exposure(ctx, horizon);
  return {
    horizon_days: horizon,
    status: model?.card.outcome ?? 'untrained',
    sentence: outcomeInWords(model?.card),
    needed: whatIsNeeded(model?.card, horizon),
    trained_at: model?.trained_at.toISOString() ?? null,
    scored_at: scored_at?.toISOString() ?? null,
    data_until: model?.card.data_until ?? null,
    auc: model?.card.quality?.auc ?? null,
    base_rate: model?.card.base_rate ?? null,
    exposed,
    drift: model ? await presentDrift(ctx, model.id) : null,
    training: await newestTraining(ctx, horizon),
  };
}

type Exposure = Outlook['exposed'] & { scored_at: Date | null };

async function exposure(ctx: Ctx, horizon: Horizon): Promise<Exposure> {
  const { rows } = await sql<Exposure>`
    select count(*) as accounts, count(*) filter (where level = 'high') as high,
      count(*) filter (where level = 'raised') as raised, max(currency) as currency,
      coalesce(sum(mrr_minor), 0)::bigint as mrr_minor,
      coalesce(sum(mrr_minor) filter (where level = 'high'), 0)::bigint as high_mrr_minor,
      coalesce(round(sum(risk * mrr_minor)), 0)::bigint as expected_loss_minor,
      count(*) filter (where mrr_minor is null) as without_mrr, max(scored_at) as scored_at
    from churn_risks where horizon_days = ${horizon}`.execute(ctx.db);
  return rows[0] as Exposure;
}

async function presentDrift(ctx: Ctx, modelId: string): Promise<Outlook['drift']> {
  const { rows } = await sql<{ result: Drift; measured_at: Date }>`
    select result, measured_at from churn_drifts where model_id = ${modelId}
    order by measured_at desc, id desc limit 1`.execute(ctx.db);
  const [row] = rows;
  if (!row) return null;
  return {
    verdict: row.result.verdict,
    sentence: driftInWords(row.result),
    measured_at: row.measured_at.toISOString(),
  };
}

type TrainingRow = Omit<NonNullable<Outlook['training']>, 'started_at'> & { started_at: Date };

async function newestTraining(ctx: Ctx, horizon: Horizon): Promise<Outlook['training']> {
  const { rows } = await sql<TrainingRow>`
    select id, horizon_days, state, progress, error, started_at from churn_trainings
    where horizon_days = ${horizon} order by started_at desc, id desc limit 1`.execute(ctx.db);
  return rows[0] ? { ...rows[0], started_at: rows[0].started_at.toISOString() } : null;
}

/** The model card of the model in force. @throws 404 before the first training. */
export async function churnCard(ctx: Ctx, horizon: Horizon): Promise<CardView> {
  requireScope(ctx, 'success:read');
  const model = await findModel(ctx, horizon);
  if (!model) throw notFound('churn model for days', String(horizon));
  return cardInWords(model);
}

/** A card with its sentences, as it is shown and printed. */
export function cardInWords({ card, trained_by, trained_at }: Omit<Model, 'id'>): CardView {
  const { challenger } = card;
  return {
    ...card,
    sentence: outcomeInWords(card),
    needed: whatIsNeeded(card, card.horizon_days),
    challenger: challenger && { ...challenger, sentence: challengerInWords(card) ?? '' },
    features: card.features.map((one) => ({ ...one, name: featureName(one.feature) })),
    refused: card.refused.map((one) => ({ ...one, reason: refusalInWords(one) })),
    limits: limitsOf(card),
    trained_by,
    trained_at: trained_at.toISOString(),
  };
}

export type AccountRiskView = {
  status: Outlook['status'] | 'not_a_customer';
  sentence: string;
  horizon_days: Horizon;
  risk: RiskRow | null;
  base_rate: number | null;
};

/** May this account leave, and why? @throws 404 for an account that is not known. */
export async function accountChurnRisk(ctx: Ctx, id: string, horizon: Horizon): Promise<AccountRiskView> {
  requireScope(ctx, 'success:read');
  const { rows } = await sql<{ id: string }>`select id from accounts where id = ${id}`.execute(ctx.db);
  if (!rows[0]) throw notFound('account', id);
  const model = await findModel(ctx, horizon);
  const risk = (await findRisk(ctx, id, horizon)) ?? null;
  const isElsewhere = model?.card.outcome === 'predicts' && !risk;
  return {
    status: isElsewhere ? 'not_a_customer' : (model?.card.outcome ?? 'untrained'),
    sentence: isElsewhere ? say('churn:outcomes.not_a_customer') : outcomeInWords(model?.card),
    horizon_days: horizon,
    risk,
    base_rate: model?.card.base_rate ?? null,
  };
}
