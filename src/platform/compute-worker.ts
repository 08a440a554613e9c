import { parentPort, workerData } from 'node:worker_threads';
import type { Progress } from '../stats/progress.ts';
import type { ComputeMessage } from './compute.ts';

const STEPS = 100;
const { module, name, input } = workerData as { module: string; name: string; input: unknown };
const post = (message: ComputeMessage) => parentPort?.postMessage(message);

let told = 0;
const report: Progress = (share) => {
  if (share * STEPS < told + 1 && share < 1) return;
  told = Math.floor(share * STEPS);
  post({ progress: share });
};

const run: unknown = (await import(module))[name];
if (typeof run !== 'function') throw new Error(`${module} exports no function ${name}`);
post({ answer: await run(input, report) });
