import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type Database, openDatabase } from '../../src/platform/database.ts';
import { freePort } from '../harness/command.ts';
import { openTestDatabase } from '../harness/db.ts';
import { type Furniture, furnish, judge, makeClients, SOUND, startLife } from './edge-life.fixture.ts';

const ROUNDS = 20;
const MOST_ANSWERS = 40;
/** Long enough for the drain to be in the middle of something. */
const LONGEST_MS = 150;

/** A database and a data folder that one process after the other uses. */
async function makePlace() {
  const GOODWORD_DATA = mkdtempSync(join(tmpdir(), 'gw-edge-'));
  const basics = { GOODWORD_DATA, GOODWORD_SECRET: 'test-secret-of-32-characters-long', LOG_LEVEL: 'error' };
  const gone = () => rmSync(GOODWORD_DATA, { recursive: true });
  const serverDir = inject('serverDir');
  if (!serverDir) {
    cpSync(inject('embeddedTemplate') ?? '', join(GOODWORD_DATA, 'pg'), { recursive: true });
    const open = () => openDatabase({ databaseUrl: undefined, dataDir: GOODWORD_DATA });
    return { env: basics, open, remove: async () => gone() };
  }
  const database = await openTestDatabase();
  const { rows } = await database.pool.query<{ name: string }>('select current_database() as name');
  const DATABASE_URL = `postgres://goodword@localhost/${rows[0]?.name}?host=${serverDir}`;
  const open = () => openDatabase({ databaseUrl: DATABASE_URL, dataDir: GOODWORD_DATA });
  return { env: { ...basics, DATABASE_URL }, open, remove: () => database.close().then(gone) };
}

let place: Awaited<ReturnType<typeof makePlace>>;
let furniture: Furniture;
const within = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
  const database = await place.open();
  return work(database).finally(() => database.close());
};
beforeAll(async () => {
  place = await makePlace();
  furniture = await within(furnish);
});
afterAll(() => place.remove());

it(`loses no click and no event it acknowledged to ${ROUNDS} kills under four clients, and counts none twice`, async () => {
  const PORT = String(await freePort());
  const promised = { clicks: [] as string[], events: [] as string[], refused: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const life = await startLife({ ...place.env, PORT });
    const clients = makeClients(`http://127.0.0.1:${PORT}`, furniture);
    await clients.answered(1 + Math.floor(Math.random() * MOST_ANSWERS));
    await setTimeout(Math.random() * LONGEST_MS);
    await life.kill('SIGKILL');
    await clients.stop();
    expect([round, life.complaint()]).toEqual([round, '']);
    promised.clicks.push(...clients.promised.clicks);
    promised.events.push(...clients.promised.events);
  }
  expect(Math.min(promised.clicks.length, promised.events.length)).toBeGreaterThan(ROUNDS);
  const last = await startLife({ ...place.env, PORT });
  expect([await last.kill('SIGTERM'), last.complaint()]).toEqual([0, '']);
  expect(await within((database) => judge(database, promised))).toEqual(SOUND);
}, 600_000);
