import { AppError, invalidField, notFound } from '../../kernel/errors.ts';
import { addDays } from '../../kernel/time.ts';
import { writeAudit } from '../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../platform/ctx.ts';
import { say } from '../../platform/locale.ts';
import { type Attempt, type Certification, PROOF_BYTES_MOST, type ProofType, type QuizAnswers } from './model.ts';
import { checkCertification, gradeQuiz, isProof, mayTry } from './rules.ts';
import * as store from './store.ts';

type Key = { programme_id: string; partner_id: string };

const STARTER = ['say_so', 'yourself', 'claims', 'refund', 'data'] as const;

/** Five questions every partner should be able to answer: where a programme's own quiz starts. */
function starterQuiz(): Certification {
  const words = (key: string) => say(`certifications:starter.${key}`);
  return {
    name: words('name'),
    kind: 'quiz',
    instructions: words('instructions'),
    pass_percent: 80,
    valid_days: 365,
    retry_hours: 24,
    questions: STARTER.map((key) => ({
      key,
      text: words(`${key}.text`),
      choices: ['a', 'b', 'c'].map((choice) => words(`${key}.${choice}`)),
      right: [key === 'yourself' || key === 'refund' ? 1 : 0],
    })),
  };
}

/** How partners of the programme become certified; undefined when there is no way. */
export async function getCertification(
  ctx: Ctx,
  programme: { id: string; template: string },
): Promise<Certification | undefined> {
  const stored = await store.findCertification(ctx, programme.id);
  return stored ?? (programme.template === 'certified_partner' ? starterQuiz() : undefined);
}

/** Sets the quiz or the proof that is asked for; certificates already earned stay. @throws 422 */
export async function saveCertification(ctx: Ctx, programmeId: string, input: Certification): Promise<void> {
  requireScope(ctx, 'programmes:write');
  checkCertification(input);
  await inTransaction(ctx, async (ctx) => {
    await store.upsertCertification(ctx, programmeId, input);
    await writeAudit(ctx, {
      action: 'programme.certification',
      subjectKind: 'programme',
      subjectId: programmeId,
      detail: { name: input.name, kind: input.kind, questions: input.questions.length, pass: input.pass_percent },
    });
  });
}

const NEW: Omit<Attempt, 'id' | 'programme_id' | 'partner_id' | 'kind' | 'created_at'> = {
  state: 'waiting',
  questions: [],
  answers: {},
  score_percent: null,
  proof_name: null,
  proof_type: null,
  note: null,
  reason: null,
  decided_by: null,
  decided_at: null,
  expires_at: null,
};

/** Grades a quiz at once and keeps the try, passed or not. @throws 409 too soon after a failure, or when a proof is asked */
export async function takeQuiz(ctx: Ctx, key: Key, certification: Certification, answers: QuizAnswers) {
  requireScope(ctx, 'portal:write');
  return inTransaction(ctx, async (ctx) => {
    await checkTurn(ctx, key, certification, 'quiz');
    const now = ctx.clock.now();
    const { passed, score_percent, wrong } = gradeQuiz(certification, answers);
    const attempt: Attempt = {
      ...NEW,
      ...key,
      id: newId(ctx, 'attempt'),
      kind: 'quiz',
      state: passed ? 'passed' : 'failed',
      questions: certification.questions,
      answers,
      score_percent,
      decided_by: 'quiz',
      decided_at: now,
      expires_at: passed ? expiry(certification, now) : null,
      created_at: now,
    };
    await store.insertAttempt(ctx, attempt, null);
    return { attempt, wrong };
  });
}

export type ProofInput = { name: string; type: ProofType; content_base64: string; note?: string | undefined };

/** Keeps an uploaded proof for a person to look at. @throws 422 when it is empty, too large or something else than it says */
export async function submitProof(ctx: Ctx, key: Key, certification: Certification, input: ProofInput) {
  requireScope(ctx, 'portal:write');
  const bytes = Buffer.from(input.content_base64, 'base64');
  if (bytes.length === 0 || bytes.length > PROOF_BYTES_MOST)
    throw invalidField('content_base64', `A file has from 1 to ${PROOF_BYTES_MOST} bytes.`, 'Send a smaller file.');
  if (!isProof(input.type, bytes)) throw invalidField('content_base64', `This is no ${input.type}.`);
  return inTransaction(ctx, async (ctx) => {
    await checkTurn(ctx, key, certification, 'proof');
    const attempt: Attempt = {
      ...NEW,
      ...key,
      id: newId(ctx, 'attempt'),
      kind: 'proof',
      proof_name: input.name,
      proof_type: input.type,
      note: input.note ?? null,
      created_at: ctx.clock.now(),
    };
    await store.insertAttempt(ctx, attempt, bytes);
    return attempt;
  });
}

async function checkTurn(ctx: Ctx, key: Key, certification: Certification, kind: 'quiz' | 'proof'): Promise<void> {
  if (certification.kind !== kind)
    throw new AppError('conflict', `This programme asks for a ${certification.kind}.`, { kind: certification.kind });
  await store.lockPartner(ctx, key.partner_id);
  const verdict = mayTry(await store.findNewest(ctx, key), certification, ctx.clock.now());
  if (verdict.may) return;
  if (verdict.why === 'waiting')
    throw new AppError('conflict', 'Your proof is being looked at.', { hint: 'Wait for the answer first.' });
  throw new AppError('conflict', 'It is too early for another try.', { from: verdict.from.toISOString() });
}

function expiry({ valid_days }: Certification, now: Date): Date | null {
  return valid_days === null ? null : addDays(now, valid_days);
}

export type ProofDecision = { state: 'passed' | 'failed'; reason: string };

/** Somebody looked at a proof and says yes or no. @throws 404, 409 when it was decided already */
export async function decideProof(
  ctx: Ctx,
  id: string,
  certification: Certification,
  input: ProofDecision,
): Promise<Attempt> {
  requireScope(ctx, 'partners:write');
  return inTransaction(ctx, async (ctx) => {
    const attempt = await findAttempt(ctx, id);
    if (attempt.state !== 'waiting') throw new AppError('conflict', `This proof was ${attempt.state} already.`);
    const now = ctx.clock.now();
    const change = {
      ...input,
      decided_by: ctx.actor.id,
      decided_at: now,
      expires_at: input.state === 'passed' ? expiry(certification, now) : null,
    };
    await store.updateAttempt(ctx, id, change);
    return { ...attempt, ...change };
  });
}

/** @throws 404 */
export async function findAttempt(ctx: Ctx, id: string): Promise<Attempt> {
  const attempt = await store.lockAttempt(ctx, id);
  if (!attempt) throw notFound('certification', id);
  return attempt;
}

/** The file a partner sent. @throws 404 */
export async function readProof(ctx: Ctx, id: string): Promise<{ name: string; type: string; bytes: Buffer }> {
  requireScope(ctx, 'partners:read');
  const row = await store.findProof(ctx, id);
  if (!row?.proof) throw notFound('proof', id);
  return { name: row.proof_name ?? 'proof', type: row.proof_type ?? 'application/octet-stream', bytes: row.proof };
}

/** Tries, those that wait for somebody first. */
export async function listAttempts(ctx: Ctx, filter: store.AttemptFilter) {
  requireScope(ctx, 'partners:read');
  return (await store.listAttempts(ctx, filter)).map(describeAttempt);
}

/** The partner's newest try; undefined before the first. */
export function findNewestAttempt(ctx: Ctx, key: Key): Promise<Attempt | undefined> {
  return store.findNewest(ctx, key);
}

/** A try as the API answers it, without the questions. */
export function describeAttempt<T extends Attempt>({ questions: _questions, answers: _answers, ...rest }: T) {
  return {
    ...rest,
    decided_at: rest.decided_at?.toISOString() ?? null,
    expires_at: rest.expires_at?.toISOString() ?? null,
    created_at: rest.created_at.toISOString(),
  };
}
