import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

export type EngineFiles = { dataDir: string | undefined; socketPath: string };
export type Engine = { stop(): Promise<void> };

const AGAIN_MS = [0, 1_000, 2_000, 5_000];

/**
 * Runs the engine's worker and starts it again when it ends by itself, as PostgreSQL does when it cannot write its log
 * (a full disk): what was committed is there, what was under way is not, and callers hear that the database is away.
 * @throws what ended the very first start
 */
export async function runEngine(files: EngineFiles, tell: (line: string) => void): Promise<Engine> {
  const ending = new AbortController();
  let worker = await startWorker(files);
  const watching = (async () => {
    for (;;) {
      await ended(worker);
      if (ending.signal.aborted) return;
      tell('The embedded database stopped by itself (is the disk full?) and is started again.');
      const next = await startAgain(files, ending.signal);
      if (!next) return;
      worker = next;
      tell('The embedded database is there again; everything that was committed is in it.');
    }
  })();
  return {
    async stop() {
      ending.abort();
      worker.postMessage('stop');
      await watching;
    },
  };
}

/** The new worker; undefined when the product is stopped meanwhile. */
async function startAgain(files: EngineFiles, ending: AbortSignal): Promise<Worker | undefined> {
  for (let tries = 0; ; tries++) {
    await wait(AGAIN_MS[Math.min(tries, AGAIN_MS.length - 1)], undefined, { signal: ending }).catch(() => {});
    if (ending.aborted) return undefined;
    const worker = await startWorker(files).catch(() => undefined);
    if (worker && !ending.aborted) return worker;
    await worker?.terminate();
  }
}

async function startWorker(files: EngineFiles): Promise<Worker> {
  rmSync(files.socketPath, { force: true });
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: files });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  worker.once('message', () => resolve());
  worker.on('error', reject);
  worker.once('exit', () => reject(new Error('The embedded database ended while it was starting.')));
  await promise;
  return worker;
}

/** Not `once`: that one rejects when the worker reports what it dies of, just before it exits. */
function ended(worker: Worker): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (worker.threadId === -1) resolve();
  else worker.once('exit', () => resolve());
  return promise;
}
