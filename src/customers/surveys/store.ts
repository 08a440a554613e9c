import type { Insertable } from 'kysely';
import type { SurveyAnswers, Surveys } from '../../../db/types.ts';
import { type BulkTable, type UpsertCounts, upsertRows } from '../../platform/bulk.ts';
import type { Db } from '../../platform/postgres.ts';

export type SurveyRow = Insertable<Surveys>;
export type SurveyAnswerRow = Omit<Insertable<SurveyAnswers>, 'attributes'> & { attributes?: object };

const SURVEYS: BulkTable = {
  table: 'surveys',
  key: ['source', 'external_id'],
  fixed: ['id', 'created_at'],
  columns: {
    id: 'text',
    source: 'text',
    external_id: 'text',
    kind: 'text',
    title: 'text',
    created_at: 'timestamptz',
  },
};

const ANSWERS: BulkTable = {
  table: 'survey_answers',
  key: ['source', 'external_id'],
  fixed: ['id'],
  merged: ['attributes'],
  defaults: { attributes: "'{}'" },
  columns: {
    id: 'text',
    survey_id: 'text',
    account_id: 'text',
    person_id: 'text',
    source: 'text',
    external_id: 'text',
    score: 'numeric',
    scale_max: 'smallint',
    answer_text: 'text',
    answered_at: 'timestamptz',
    attributes: 'jsonb',
  },
};

/** Adds or changes surveys by (source, external_id). */
export function upsertSurveys(db: Db, rows: readonly SurveyRow[]): Promise<UpsertCounts> {
  return upsertRows(db, SURVEYS, rows);
}

/** Adds or changes answers by (source, external_id). */
export function upsertSurveyAnswers(db: Db, rows: readonly SurveyAnswerRow[]): Promise<UpsertCounts> {
  return upsertRows(db, ANSWERS, rows);
}

/** Every survey of a source: its id by the id the source gave it. */
export async function mapSurveyIds(db: Db, source: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom('surveys').select(['external_id', 'id']).where('source', '=', source).execute();
  return new Map(rows.map((row) => [row.external_id, row.id]));
}
