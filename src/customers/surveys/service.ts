import type { UpsertCounts } from '../../platform/bulk.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { mapSurveyIds, type SurveyAnswerRow, type SurveyRow, upsertSurveyAnswers, upsertSurveys } from './store.ts';

/** Adds or changes surveys in bulk. */
export async function saveSurveys(ctx: Ctx, rows: readonly SurveyRow[]): Promise<UpsertCounts> {
  requireScope(ctx, 'imports:write');
  return upsertSurveys(ctx.db, rows);
}

/** Adds or changes answers in bulk. */
export async function saveSurveyAnswers(ctx: Ctx, rows: readonly SurveyAnswerRow[]): Promise<UpsertCounts> {
  requireScope(ctx, 'imports:write');
  return upsertSurveyAnswers(ctx.db, rows);
}

/** Survey ids by the ids a source gave them. */
export async function surveyIds(ctx: Ctx, source: string): Promise<Map<string, string>> {
  requireScope(ctx, 'imports:write');
  return mapSurveyIds(ctx.db, source);
}
