import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { provideCluster } from './embedded-cluster.ts';
import { takeTurns } from './embedded-turns.ts';

const { dataDir, socketPath } = workerData as { dataDir: string | undefined; socketPath: string };

if (dataDir !== undefined) await provideCluster(dataDir);
// Ends this worker alone; the main thread starts another.
const giveUp = () => process.exit(1);
const db = takeTurns(await PGlite.create(dataDir === undefined ? {} : { dataDir }), giveUp);
const server = new PGLiteSocketServer({ db, path: socketPath, maxConnections: 20 });
await server.start();
parentPort?.postMessage('ready');

parentPort?.on('message', async () => {
  await server.stop();
  await db.close();
  parentPort?.postMessage('stopped');
  parentPort?.close();
});
