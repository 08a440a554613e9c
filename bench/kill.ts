// kill -9 under four clients that follow a link and send events, some of them again: nothing acknowledged may be lost,
// nothing counted twice. Both rungs, each with the command that is used there.
// npm run bench kill -- [--rounds 100] [--rung embedded|server]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../src/platform/database.ts';
import { migrate } from '../src/platform/migrate.ts';
import { furnish, judge, makeClients, SOUND, startLife } from '../test/edge/edge-life.fixture.ts';
import { freePort } from '../test/harness/command.ts';
import { startTestServer } from '../test/harness/server.ts';

const LONGEST_MS = 1_000;
const CLI = join(import.meta.dirname, '../src/bin/cli.ts');
const { values } = parseArgs({ options: { rounds: { type: 'string' }, rung: { type: 'string' } } });
const rounds = Number(values.rounds ?? 100);
const waitMs = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let isSound = true;
for (const rung of values.rung ? [values.rung] : ['embedded', 'server']) {
  const dataDir = mkdtempSync(join(tmpdir(), 'goodword-bench-'));
  const postgres = rung === 'server' ? startTestServer() : undefined;
  try {
    isSound = (await play(dataDir, postgres?.url)) && isSound;
  } finally {
    postgres?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
process.exitCode = isSound ? 0 : 1;

async function play(dataDir: string, databaseUrl: string | undefined): Promise<boolean> {
  const open = () => openDatabase({ databaseUrl, dataDir });
  const first = await open();
  await migrate(first.pool);
  const furniture = await furnish(first);
  await first.close();
  const port = await freePort();
  const env = {
    GOODWORD_DATA: dataDir,
    GOODWORD_SECRET: 'a secret of at least 32 characters',
    PORT: String(port),
    LOG_LEVEL: 'fatal',
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  };
  const start = () =>
    databaseUrl
      ? startLife(env, [CLI, 'start', '--role', 'edge'])
      : startLife(env, [CLI, 'start', '--empty'], 'Goodword is at');
  const promised = { clicks: [] as string[], events: [] as string[], refused: 0 };
  for (let round = 1; round <= rounds; round += 1) {
    const life = await start();
    const clients = makeClients(`http://127.0.0.1:${port}`, furniture);
    await waitMs(Math.random() * LONGEST_MS);
    await life.kill('SIGKILL');
    await clients.stop();
    promised.clicks.push(...clients.promised.clicks);
    promised.events.push(...clients.promised.events);
    promised.refused += clients.promised.refused;
  }
  const last = await start();
  const code = await last.kill('SIGTERM');
  const database = await open();
  const found = await judge(database, promised);
  await database.close();
  const isSound = JSON.stringify(found) === JSON.stringify(SOUND) && code === 0;
  console.log(
    `${databaseUrl ? 'server' : 'embedded'}: ${rounds} kills; acknowledged ${promised.clicks.length} clicks and ${promised.events.length} events` +
      `; lost ${found.clicks_lost} and ${found.events_lost}, counted twice ${found.clicks_twice} and ${found.events_twice}, unusable ${found.unusable} (goal: 0)`,
  );
  return isSound;
}
