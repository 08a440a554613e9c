import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/platform/database.ts';
import { openTestDatabase } from '../harness/db.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const ask = async (question: string) => {
  const { rows } = await sql<{ answer: string }>`select ${question}::text as answer`.execute(database.db);
  return rows[0]?.answer;
};

it('answers each question with its own answer when several waited for a transaction to end', async () => {
  // Connections are made first, so that all questions wait at once.
  await Promise.all(Array.from({ length: 6 }, (_, n) => ask(`warm ${n}`)));
  const transaction = database.db.transaction().execute(async (db) => {
    for (let n = 0; n < 20; n += 1) await sql`select ${n}::int`.execute(db);
  });
  const questions = Array.from({ length: 6 }, (_, n) => `question ${n}`);
  const answers = await Promise.all(questions.map(ask));
  await transaction;
  expect(answers).toEqual(questions);
});

it('goes on after answers of every length', async () => {
  for (let length = 8100; length < 8300; length += 1) {
    const [long, short] = await Promise.all([ask('x'.repeat(length)), ask('short')]);
    expect([long?.length, short]).toEqual([length, 'short']);
  }
});
