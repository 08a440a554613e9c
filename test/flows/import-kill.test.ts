import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type Database, openDatabase } from '../../src/platform/database.ts';
import { goodword } from '../harness/command.ts';
import { openTestDatabase } from '../harness/db.ts';
import { ACCOUNTS, type Folder, makeFolder } from './import-files.fixture.ts';

const ROUNDS = 20;
/** Few enough that a run takes about as long as we wait at most before we kill it, on a machine that does nothing else. */
const USAGE = 6_000;
const SUBSCRIPTIONS = 600;
const LONGEST_MS = 1_000;

type Place = { env: Record<string, string>; open(): Promise<Database>; remove(): Promise<void> };

/** A database of the rung that the command and the test open one after the other. */
async function makePlace(): Promise<Place> {
  const serverDir = inject('serverDir');
  const dataDir = mkdtempSync(join(tmpdir(), 'gw-kill-'));
  const gone = async () => rmSync(dataDir, { recursive: true, force: true });
  if (!serverDir) {
    cpSync(inject('embeddedTemplate') ?? '', join(dataDir, 'pg'), { recursive: true });
    const env = { GOODWORD_DATA: dataDir };
    return { env, open: () => openDatabase({ databaseUrl: undefined, dataDir }), remove: gone };
  }
  const database = await openTestDatabase();
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database.db);
  const url = `postgres://goodword@localhost/${rows[0]?.name}?host=${serverDir}`;
  const remove = async () => {
    await database.close();
    await gone();
  };
  return {
    env: { GOODWORD_DATA: dataDir, DATABASE_URL: url },
    open: () => openDatabase({ databaseUrl: url, dataDir }),
    remove,
  };
}

/** What is stored, by the ids of the files and without the ids and instants of the run. */
async function contents(place: Place): Promise<Record<string, unknown>> {
  const database = await place.open();
  try {
    const { rows } = await sql<Record<string, unknown>>`select
      (select json_agg(row(external_id, name, industry, signed_up_at) order by external_id) from accounts) as accounts,
      (select json_agg(row(s.external_id, a.external_id, mrr_minor, started_on) order by s.external_id)
        from subscriptions s join accounts a on a.id = s.account_id) as subscriptions,
      (select count(*) from usage_events) as events,
      (select md5(string_agg(concat_ws('|', a.external_id, u.id, occurred_at, feature, quantity), ',' order by u.id collate "C"))
        from usage_events u join accounts a on a.id = u.account_id) as usage,
      (select md5(string_agg(concat_ws('|', a.external_id, on_date, feature, events, d.quantity, duration_s, errors), ','
        order by a.external_id collate "C", on_date, feature collate "C"))
        from usage_daily d join accounts a on a.id = d.account_id) as days,
      (select coalesce(sum(events), 0)::bigint from usage_daily) as counted`.execute(database.db);
    return rows[0] ?? {};
  } finally {
    await database.close();
  }
}

/** Files whose content is another in every round, so that each killed run has something to change. */
function filesOf(round: number): Record<string, string> {
  const accounts = Array.from({ length: 200 }, (_, n) => `A-${n + 10},Company ${n} ${round},X,2024-01-01,ads\n`);
  const subscriptions = Array.from(
    { length: SUBSCRIPTIONS },
    (_, n) => `S-${n},A-${10 + (n % 200)},2024-01-01,,${n + round},1,monthly\n`,
  );
  const usage = Array.from(
    { length: USAGE },
    (_, n) => `U-${n},S-${n % SUBSCRIPTIONS},2024-0${1 + (n % 9)}-01,feature_${n % 5},${1 + ((n + round) % 7)},60,0\n`,
  );
  return {
    'accounts.csv': ACCOUNTS + accounts.join(''),
    'subscriptions.csv': `subscription_id,account_id,start_date,end_date,mrr_usd,seats,billing_frequency\n${subscriptions.join('')}`,
    'usage.csv': `usage_id,subscription_id,usage_date,feature_name,usage_count,usage_duration_secs,error_count\n${usage.join('')}`,
  };
}

let folder: Folder;
let killed: Place;
let clean: Place;
beforeAll(async () => {
  folder = makeFolder();
  killed = await makePlace();
  clean = await makePlace();
});
afterAll(async () => {
  folder.remove();
  await killed.remove();
  await clean.remove();
});

it(`survives kill -9 in the middle of an import, ${ROUNDS} times: nothing lost, nothing twice`, async () => {
  let interrupted = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    folder.write(filesOf(round));
    const run = goodword(['import', folder.path, '--json'], killed.env);
    const wait = new Promise<void>((resolve) => run.process.stderr?.once('data', () => resolve()));
    await Promise.race([wait, run.ended]);
    await setTimeout(Math.random() * LONGEST_MS);
    run.process.kill('SIGKILL');
    if ((await run.ended).code === null) interrupted += 1;
    const { events, counted } = await contents(killed);
    expect([0, USAGE], `round ${round}`).toContain(events);
    expect(counted, `round ${round}`).toBe(events);
  }
  expect(interrupted).toBeGreaterThan(ROUNDS / 4);
  for (const place of [killed, clean]) {
    const { code, err } = await goodword(['import', folder.path, '--json'], place.env).ended;
    expect(code, err).toBe(0);
  }
  const whole = await contents(killed);
  expect(whole).toEqual(await contents(clean));
  expect(whole.events).toBe(USAGE);
  const again = JSON.parse((await goodword(['import', folder.path, '--json'], killed.env).ended).out);
  for (const counts of Object.values(again.entities)) expect(counts).toMatchObject({ inserted: 0, updated: 0 });
}, 900_000);
