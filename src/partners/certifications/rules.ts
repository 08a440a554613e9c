import { invalidField } from '../../kernel/errors.ts';
import { HOUR_MS } from '../../kernel/time.ts';
import type { Attempt, Certification, ProofType, Question, QuizAnswers } from './model.ts';

/** @throws 422 naming the question that cannot be answered */
export function checkCertification({ kind, questions }: Certification): void {
  const keys = new Set<string>();
  questions.forEach((question, index) => {
    const at = `questions[${index}]`;
    if (keys.has(question.key)) throw invalidField(`${at}.key`, `Two questions are called ${question.key}.`);
    keys.add(question.key);
    if (question.right.length === 0) throw invalidField(`${at}.right`, 'No answer to this question is right.');
    const wrong = question.right.find((choice) => choice >= question.choices.length);
    if (wrong !== undefined) throw invalidField(`${at}.right`, `There is no choice ${wrong}; the first one is 0.`);
    if (new Set(question.right).size !== question.right.length)
      throw invalidField(`${at}.right`, 'One choice is named twice.');
  });
  if (kind === 'quiz' && questions.length === 0) throw invalidField('questions', 'A quiz needs a question.');
}

export type Grade = { score_percent: number; passed: boolean; wrong: string[] };

/** A question counts when exactly its right choices were chosen. Passed when right ÷ all reaches the mark, compared exactly. */
export function gradeQuiz(
  { questions, pass_percent }: Pick<Certification, 'questions' | 'pass_percent'>,
  answers: QuizAnswers,
): Grade {
  const wrong = questions.filter((question) => !isRight(question, answers[question.key] ?? [])).map(({ key }) => key);
  const right = questions.length - wrong.length;
  const passed = questions.length > 0 && right * 100 >= pass_percent * questions.length;
  return { score_percent: Math.floor((right * 100) / Math.max(1, questions.length)), passed, wrong };
}

function isRight({ right }: Question, chosen: readonly number[]): boolean {
  const picked = new Set(chosen);
  return picked.size === right.length && right.every((choice) => picked.has(choice));
}

export type TryVerdict = { may: true } | { may: false; why: 'waiting' } | { may: false; why: 'too_early'; from: Date };

/** Whether the partner may try now: not while a proof is being looked at, nor too soon after a failure. */
export function mayTry(
  newest: Pick<Attempt, 'state' | 'decided_at'> | undefined,
  { retry_hours }: Pick<Certification, 'retry_hours'>,
  now: Date,
): TryVerdict {
  if (newest?.state === 'waiting') return { may: false, why: 'waiting' };
  if (newest?.state !== 'failed' || !newest.decided_at) return { may: true };
  const from = new Date(newest.decided_at.getTime() + retry_hours * HOUR_MS);
  return from > now ? { may: false, why: 'too_early', from } : { may: true };
}

const SIGNATURES: Record<ProofType, string> = {
  'application/pdf': '25504446',
  'image/png': '89504e47',
  'image/jpeg': 'ffd8ff',
};

/** Whether the first bytes are those of the type it claims to be. */
export function isProof(type: ProofType, bytes: Buffer): boolean {
  return bytes.subarray(0, 4).toString('hex').startsWith(SIGNATURES[type]);
}
