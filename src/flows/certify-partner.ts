import { AppError, notFound } from '../kernel/errors.ts';
import type { Attempt, Certification, QuizAnswers } from '../partners/certifications/model.ts';
import * as certifications from '../partners/certifications/service.ts';
import { recordEvidence } from '../partners/gates/service.ts';
import { findProgrammeWithTerms } from '../partners/programmes/service.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';

type Key = { programme_id: string; partner_id: string };

/** How partners of the programme become certified. @throws 404 when there is no way */
export async function findCertification(ctx: Ctx, programmeId: string): Promise<Certification> {
  const { programme } = await findProgrammeWithTerms(ctx, programmeId);
  const certification = await certifications.getCertification(ctx, programme);
  if (!certification) throw notFound('certification of programme', programmeId);
  return certification;
}

/** The partner takes the quiz: kept with its score, and the gate opens at once when it is passed. */
export async function certifyByQuiz(ctx: Ctx, key: Key, answers: QuizAnswers) {
  requireScope(ctx, 'portal:write');
  return inTransaction(ctx, async (ctx) => {
    const certification = await findCertification(ctx, key.programme_id);
    const { attempt, wrong } = await certifications.takeQuiz(ctx, key, certification, answers);
    if (attempt.state === 'passed') await openGate(ctx, attempt, { how: 'quiz', score: attempt.score_percent });
    return { attempt: certifications.describeAttempt(attempt), wrong };
  });
}

/** Somebody looked at a proof: the gate opens from now on, or the partner reads why not. @throws 404, 409 */
export async function certifyByProof(ctx: Ctx, attemptId: string, input: certifications.ProofDecision) {
  requireScope(ctx, 'partners:write');
  return inTransaction(ctx, async (ctx) => {
    const { programme_id } = await certifications.findAttempt(ctx, attemptId);
    const certification = await findCertification(ctx, programme_id);
    const attempt = await certifications.decideProof(ctx, attemptId, certification, input);
    if (attempt.state === 'passed') await openGate(ctx, attempt, { how: 'proof', name: attempt.proof_name });
    return certifications.describeAttempt(attempt);
  });
}

async function openGate(ctx: Ctx, attempt: Attempt, evidence: { how: string } & Record<string, unknown>) {
  const { programme_id, partner_id, expires_at: valid_until } = attempt;
  const detail = { ...evidence, attempt_id: attempt.id };
  await recordEvidence(ctx, {
    programme_id,
    partner_id,
    gate: 'certification',
    passed: true,
    valid_until,
    evidence: detail,
  });
}

/** Refuses what a partner of another programme asks about this one. @throws 404 */
export function mustBeIn(programmes: readonly { programme_id: string }[], programmeId: string): void {
  if (programmes.some(({ programme_id }) => programme_id === programmeId)) return;
  throw new AppError('not_found', `There is no programme ${programmeId} here.`, { what: 'programme', id: programmeId });
}
