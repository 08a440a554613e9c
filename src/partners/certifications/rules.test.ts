import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Certification, Question } from './model.ts';
import { checkCertification, gradeQuiz, isProof, mayTry } from './rules.ts';

const question = (key: string, right = [0]): Question => ({ key, text: key, choices: ['a', 'b', 'c'], right });
const quiz = (change: Partial<Certification> = {}): Certification => ({
  name: 'Basics',
  kind: 'quiz',
  instructions: '',
  pass_percent: 80,
  valid_days: 365,
  retry_hours: 24,
  questions: [question('a'), question('b', [1, 2]), question('c', [2])],
  ...change,
});

describe('a quiz', () => {
  it.each<[string, Partial<Certification>, string]>([
    ['nothing to answer', { questions: [] }, 'questions'],
    ['no right answer', { questions: [question('a', [])] }, 'questions[0].right'],
    ['an answer that is not there', { questions: [question('a', [3])] }, 'questions[0].right'],
    ['an answer named twice', { questions: [question('a', [1, 1])] }, 'questions[0].right'],
    ['two questions of one name', { questions: [question('a'), question('a')] }, 'questions[1].key'],
  ])('cannot have %s', (_, change, field) => {
    const named = expect.objectContaining({ detail: expect.objectContaining({ field }) });
    expect(() => checkCertification(quiz(change))).toThrow(named);
  });

  it.each([
    [100, { a: [0], b: [2, 1], c: [2] }, 100, true],
    [67, { a: [0], b: [1, 2] }, 66, false],
    [66, { a: [0], b: [1, 2] }, 66, true],
    [1, {}, 0, false],
    [34, { a: [0], b: [1] }, 33, false],
    [33, { a: [0], b: [0, 1, 2] }, 33, true],
  ])('with a mark of %i %% grades %j as %i %%: %s', (pass_percent, answers, score, passed) => {
    expect(gradeQuiz(quiz({ pass_percent }), answers)).toMatchObject({ score_percent: score, passed });
  });

  it('is passed by who answers everything right, whatever the mark, and never by who leaves it empty', () => {
    const any = fc.array(fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 100 }), (rights, pass_percent) => {
        const questions = rights.map((right, index) => question(`q${index}`, right));
        const all = Object.fromEntries(questions.map(({ key, right }) => [key, right.toReversed()]));
        expect(gradeQuiz({ questions, pass_percent }, all)).toEqual({ score_percent: 100, passed: true, wrong: [] });
        expect(gradeQuiz({ questions, pass_percent }, {}).passed).toBe(false);
      }),
    );
  });
});

describe('another try', () => {
  const now = new Date('2026-03-10T12:00:00Z');
  const decided = (text: string) => ({ state: 'failed' as const, decided_at: new Date(text) });
  it.each<[string, Parameters<typeof mayTry>[0], string]>([
    ['the first', undefined, 'may'],
    ['a day after a failure', decided('2026-03-09T12:00:00Z'), 'may'],
    ['sooner', decided('2026-03-09T12:00:01Z'), 'too_early'],
    ['while a proof is being looked at', { state: 'waiting', decided_at: null }, 'waiting'],
    ['to renew what was passed', { state: 'passed', decided_at: now }, 'may'],
  ])('%s', (_, newest, expected) => {
    const verdict = mayTry(newest, { retry_hours: 24 }, now);
    expect(verdict.may ? 'may' : verdict.why).toBe(expected);
  });
});

it('takes a proof only for what its bytes are', () => {
  expect(isProof('application/pdf', Buffer.from('%PDF-1.7'))).toBe(true);
  expect(isProof('image/png', Buffer.from('<script>'))).toBe(false);
});
