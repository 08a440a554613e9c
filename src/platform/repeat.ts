import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from './log.ts';

export type Repeating = { stop(): Promise<void> };

/**
 * Runs `work` again and again, never twice at once: at once when it says that there is more, else after a pause. The
 * first of several failures in a row is logged. `stop` waits for the run under way.
 */
export function repeat(name: string, work: () => Promise<boolean>, { everyMs, log }: { everyMs: number; log: Log }) {
  const ending = new AbortController();
  let failing = false;
  const once = async () => {
    try {
      const more = await work();
      failing = false;
      return more;
    } catch (error) {
      if (!failing) log.error({ err: error }, `${name} failed and will be tried again`);
      failing = true;
      return false;
    }
  };
  const run = async () => {
    while (!ending.signal.aborted) {
      const more = await once();
      if (!more) await wait(everyMs, undefined, { signal: ending.signal, ref: false }).catch(() => {});
    }
  };
  const running = run();
  return {
    async stop() {
      ending.abort();
      await running;
    },
  } satisfies Repeating;
}
