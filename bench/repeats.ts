// Product events in random order, up to 72 hours late, three in ten of them sent again, across starts of the edge: there
// must be one row for each id, and the days kept as they arrived must equal a recount of the rows.
// npm run bench repeats -- [--events 100000] [--starts 5] [--seed N]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeBasics } from '../src/compose-basics.ts';
import { openEdge } from '../src/compose-edge.ts';
import { readConfig } from '../src/config.ts';
import { frontServer } from '../src/http/shell.ts';
import { openDatabase } from '../src/platform/database.ts';
import { makeLog } from '../src/platform/log.ts';
import { migrate } from '../src/platform/migrate.ts';
import { seededRandom } from '../src/stats/random.ts';
import { furnish, judge, SOUND } from '../test/edge/edge-life.fixture.ts';
import { freePort } from '../test/harness/command.ts';
import { startTestServer } from '../test/harness/server.ts';

const BATCH = 100;
const REPEATED = 0.3;
const LATE_MS = 72 * 3_600_000 - 60_000;
const { values } = parseArgs({
  options: { events: { type: 'string' }, starts: { type: 'string' }, seed: { type: 'string' } },
});
const total = Number(values.events ?? 100_000);
const starts = Number(values.starts ?? 5);
const seed = Number(values.seed ?? 1 + Math.floor(Math.random() * 2 ** 31));
const random = seededRandom(seed);

const postgres = startTestServer({ fsync: 'on' });
const dataDir = mkdtempSync(join(tmpdir(), 'goodword-bench-'));
const database = await openDatabase({ databaseUrl: postgres.url, dataDir: '' });
try {
  await migrate(database.pool);
  const { key } = await furnish(database);
  const { pool, db } = database;
  const config = readConfig({ GOODWORD_DATA: dataDir, GOODWORD_SECRET: 'a secret of at least 32 characters' });
  const { systemCtx } = makeBasics({ config, log: makeLog('error'), pool, db });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  const startedAt = Date.now();
  const sent: { messageId: string; event: string; timestamp: string }[] = [];
  const next = () => {
    const again = random() < REPEATED ? sent[Math.floor(random() * sent.length)] : undefined;
    const timestamp = new Date(startedAt - random() * LATE_MS).toISOString();
    const one = again ?? { messageId: `m${sent.length}`, event: `Did ${Math.floor(random() * 20)}`, timestamp };
    sent.push(one);
    return { ...one, type: 'track', userId: 'u1' };
  };
  for (let start = 1; start <= starts; start += 1) {
    const edge = await openEdge({ config, systemCtx, pool, webDir: '', mayStore: () => {} });
    const server = frontServer(edge, (_req, res) => res.writeHead(404).end());
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    while (sent.length < (total * start) / starts) {
      const body = JSON.stringify({ batch: Array.from({ length: BATCH }, next) });
      const answer = await fetch(`http://127.0.0.1:${port}/v1/batch`, { method: 'POST', headers, body });
      if (answer.status !== 200) throw new Error(`the edge answered ${answer.status}`);
      await answer.arrayBuffer();
    }
    if (start === starts) await edge.drained();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await edge.stop();
  }
  const distinct = new Set(sent.map(({ messageId }) => messageId)).size;
  const { rows } = await pool.query<{ rows: number; differing: number }>(
    `with recount as (
       select account_id, (occurred_at at time zone 'UTC')::date as on_date, feature, count(*) as events,
         sum(quantity)::bigint as quantity from usage_events group by 1, 2, 3)
     select (select count(*) from usage_events) as rows, count(*) as differing
     from recount r full join usage_daily d using (account_id, on_date, feature)
     where (r.events, r.quantity) is distinct from (d.events::bigint, d.quantity::bigint)`,
  );
  const sums = await judge(database, {
    clicks: [],
    events: [...new Set(sent.map(({ messageId }) => messageId))],
    refused: 0,
  });
  const found = rows[0] ?? { rows: 0, differing: -1 };
  console.log(`seed ${seed}: ${sent.length} events sent over ${starts} starts, ${distinct} distinct`);
  console.log(`rows ${found.rows} (goal: ${distinct}), days that differ from a recount ${found.differing} (goal: 0)`);
  const isSound = JSON.stringify(sums) === JSON.stringify(SOUND) && found.differing === 0 && found.rows === distinct;
  process.exitCode = isSound ? 0 : 1;
} finally {
  await database.close();
  postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
