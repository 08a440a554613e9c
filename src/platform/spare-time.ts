import { performance } from 'node:perf_hooks';

const LOOK_MS = 250;
const LEAST = 0.25;
/** Of its time that a process is at work: less is given above the first, more again below the second. */
const BUSY = { much: 0.6, little: 0.45 };
const STEP = { down: 0.7, up: 1.15 };

/** Of the time since the last question, how much the process was at work: 0 to 1. */
export function makeBusy(): () => number {
  let last = performance.eventLoopUtilization();
  return () => {
    const next = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(next, last);
    last = next;
    return utilization;
  };
}

/**
 * Of what is allowed, the share that a process should give while it has so much to do: all of it as long as it has time,
 * down to a quarter, found in small steps. Whoever asks for much feels it, who asks for little does not.
 */
export function makeSpareShare(busy: () => number = makeBusy()): (nowMs: number) => number {
  let share = 1;
  let lookedAt = Number.NEGATIVE_INFINITY;
  return (nowMs) => {
    if (nowMs - lookedAt < LOOK_MS && nowMs >= lookedAt) return share;
    lookedAt = nowMs;
    const now = busy();
    if (now > BUSY.much) share = Math.max(LEAST, share * STEP.down);
    else if (now < BUSY.little) share = Math.min(1, share * STEP.up);
    return share;
  };
}
