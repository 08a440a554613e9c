import type { Ctx } from '../../platform/ctx.ts';
import type { Attempt, AttemptState, Certification, Question, QuizAnswers } from './model.ts';

export async function findCertification(ctx: Ctx, programmeId: string): Promise<Certification | undefined> {
  const row = await ctx.db
    .selectFrom('certifications')
    .select(['name', 'kind', 'instructions', 'pass_percent', 'valid_days', 'retry_hours', 'questions'])
    .where('programme_id', '=', programmeId)
    .executeTakeFirst();
  return row && { ...row, kind: row.kind as Certification['kind'], questions: row.questions as Question[] };
}

export async function upsertCertification(ctx: Ctx, programmeId: string, input: Certification): Promise<void> {
  const change = {
    ...input,
    questions: JSON.stringify(input.questions),
    updated_by: ctx.actor.id,
    updated_at: ctx.clock.now(),
  };
  await ctx.db
    .insertInto('certifications')
    .values({ programme_id: programmeId, ...change })
    .onConflict((oc) => oc.column('programme_id').doUpdateSet(change))
    .execute();
}

type Row = Omit<Attempt, 'kind' | 'state' | 'questions' | 'answers'> & {
  kind: string;
  state: string;
  questions: unknown;
  answers: unknown;
};

function toAttempt(row: Row): Attempt {
  return {
    ...row,
    kind: row.kind as Attempt['kind'],
    state: row.state as AttemptState,
    questions: row.questions as Question[],
    answers: row.answers as QuizAnswers,
  };
}

const COLUMNS = [
  'certification_attempts.id',
  'certification_attempts.programme_id',
  'certification_attempts.partner_id',
  'certification_attempts.kind',
  'certification_attempts.state',
  'certification_attempts.questions',
  'certification_attempts.answers',
  'certification_attempts.score_percent',
  'certification_attempts.proof_name',
  'certification_attempts.proof_type',
  'certification_attempts.note',
  'certification_attempts.reason',
  'certification_attempts.decided_by',
  'certification_attempts.decided_at',
  'certification_attempts.expires_at',
  'certification_attempts.created_at',
] as const;

export async function insertAttempt(ctx: Ctx, attempt: Attempt, proof: Buffer | null): Promise<void> {
  await ctx.db
    .insertInto('certification_attempts')
    .values({
      ...attempt,
      questions: JSON.stringify(attempt.questions),
      answers: JSON.stringify(attempt.answers),
      proof,
    })
    .execute();
}

type Key = { programme_id: string; partner_id: string };

export async function findNewest(ctx: Ctx, key: Key): Promise<Attempt | undefined> {
  const row = await ctx.db
    .selectFrom('certification_attempts')
    .select(COLUMNS)
    .where('programme_id', '=', key.programme_id)
    .where('partner_id', '=', key.partner_id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row && toAttempt(row);
}

/** Tries of one partner take turns until the transaction ends. */
export async function lockPartner(ctx: Ctx, partnerId: string): Promise<void> {
  await ctx.db.selectFrom('partners').select('id').where('id', '=', partnerId).forUpdate().execute();
}

export async function lockAttempt(ctx: Ctx, id: string): Promise<Attempt | undefined> {
  const row = await ctx.db
    .selectFrom('certification_attempts')
    .select(COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && toAttempt(row);
}

export async function updateAttempt(
  ctx: Ctx,
  id: string,
  change: Pick<Attempt, 'state' | 'reason' | 'decided_by' | 'decided_at' | 'expires_at'>,
): Promise<void> {
  await ctx.db.updateTable('certification_attempts').set(change).where('id', '=', id).execute();
}

export async function findProof(ctx: Ctx, id: string) {
  return ctx.db
    .selectFrom('certification_attempts')
    .select(['proof', 'proof_name', 'proof_type'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export type AttemptFilter = {
  programme_id?: string | undefined;
  partner_id?: string | undefined;
  state?: AttemptState | undefined;
};

/** Those that wait first; newest first. */
export async function listAttempts(ctx: Ctx, filter: AttemptFilter) {
  let query = ctx.db
    .selectFrom('certification_attempts')
    .innerJoin('partners', 'partners.id', 'certification_attempts.partner_id')
    .innerJoin('programmes', 'programmes.id', 'certification_attempts.programme_id')
    .select(COLUMNS)
    .select(['partners.name as partner_name', 'programmes.name as programme_name']);
  if (filter.programme_id) query = query.where('certification_attempts.programme_id', '=', filter.programme_id);
  if (filter.partner_id) query = query.where('certification_attempts.partner_id', '=', filter.partner_id);
  if (filter.state) query = query.where('certification_attempts.state', '=', filter.state);
  const rows = await query
    .orderBy((eb) => eb('certification_attempts.state', '=', 'waiting'), 'desc')
    .orderBy('certification_attempts.created_at', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    ...toAttempt(row),
    partner_name: row.partner_name,
    programme_name: row.programme_name,
  }));
}
