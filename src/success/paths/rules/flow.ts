import type { Action, FlowStage, PathCase } from '../model.ts';
import { firstDays, walked } from './sequences.ts';

const DUE_SHARE = 0.75;

type Walker = { succeeded: boolean; days: ReadonlyMap<Action, number> };

/** Step by step: how many went on and how many of them succeeded, against those who stopped there. */
export function flowOf(cases: readonly PathCase[], steps: readonly Action[], gapDays: number): FlowStage[] {
  let before: Walker[] = cases.map((one) => ({ succeeded: one.succeeded, days: firstDays(one) }));
  return steps.map((action, index) => {
    const upToHere = steps.slice(0, index + 1);
    const on = before.filter(({ days }) => walked(days, upToHere, gapDays));
    const stage: FlowStage = {
      action,
      reached: on.length,
      succeeded: successes(on),
      stopped: before.length - on.length,
      stopped_succeeded: successes(before) - successes(on),
      due_day: dueDay(on, action),
    };
    before = on;
    return stage;
  });
}

const successes = (walkers: readonly Walker[]) => walkers.filter(({ succeeded }) => succeeded).length;

/** By then three quarters of those who succeeded had done it (of all who did it, when nobody succeeded). */
function dueDay(walkers: readonly Walker[], action: Action): number {
  const happy = walkers.filter(({ succeeded }) => succeeded);
  const days = (happy.length > 0 ? happy : walkers).map(({ days }) => days.get(action) ?? 0).sort((a, b) => a - b);
  return days[Math.max(0, Math.ceil(days.length * DUE_SHARE) - 1)] ?? 0;
}
