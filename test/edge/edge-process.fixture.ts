// The edge on the database of the environment, without the console and the jobs: quick to start, and to be killed.
import { makeBasics } from '../../src/compose-basics.ts';
import { openEdge } from '../../src/compose-edge.ts';
import { readConfig } from '../../src/config.ts';
import { frontServer } from '../../src/http/shell.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { makeLog } from '../../src/platform/log.ts';

const config = readConfig();
const database = await openDatabase(config);
const { systemCtx } = makeBasics({ config, log: makeLog('error'), pool: database.pool, db: database.db });
const edge = await openEdge({ config, systemCtx, pool: database.pool, webDir: '', mayStore: () => {} });
const server = frontServer(edge, (_req, res) => res.writeHead(404).end());
server.listen(config.port, config.host, () => process.stdout.write('The edge of Goodword is there\n'));
process.on('SIGTERM', async () => {
  server.close();
  server.closeAllConnections();
  await edge.stop();
  await database.close();
});
