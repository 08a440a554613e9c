import { Worker } from 'node:worker_threads';
import type { Progress } from '../stats/progress.ts';

/** A pure function of one plain input that may tell how far it is. */
type Fit = (input: never, report?: Progress) => unknown;
type Options = { signal?: AbortSignal | undefined; onProgress?: Progress | undefined };
export type ComputeMessage = { progress: number } | { answer: unknown };

/**
 * Runs a long fit in a worker thread, so that the server goes on answering: the exported function `name` of `module`
 * with `input` (both copied: plain values and typed arrays). `onProgress` hears the share done, a hundred times at most.
 * `signal` kills the thread. @throws the signal's reason when it aborts, and what the fit itself throws.
 * @example await compute<typeof fitLogistic>(new URL('../stats/logistic.ts', import.meta.url), 'fitLogistic', input)
 */
export function compute<F extends Fit>(
  module: URL,
  name: string,
  input: Parameters<F>[0],
  { signal, onProgress }: Options = {},
): Promise<ReturnType<F>> {
  if (signal?.aborted) return Promise.reject(signal.reason);
  const worker = new Worker(new URL('./compute-worker.ts', import.meta.url), {
    workerData: { module: module.href, name, input },
  });
  const { promise, resolve, reject } = Promise.withResolvers<ReturnType<F>>();
  const cancel = () => reject(signal?.reason);
  signal?.addEventListener('abort', cancel, { once: true });
  worker.on('message', (message: ComputeMessage) => {
    if ('answer' in message) resolve(message.answer as ReturnType<F>);
    else onProgress?.(message.progress);
  });
  worker.on('error', reject);
  worker.on('exit', () => reject(new Error(`the thread of ${name} ended without an answer`)));
  return promise.finally(async () => {
    signal?.removeEventListener('abort', cancel);
    await worker.terminate();
  });
}
