import type { Action } from '../model.ts';
import { walked } from './sequences.ts';

type Path = { steps: readonly Action[]; difference: { value: number } };
type Walker = { succeeded: boolean; days: ReadonlyMap<Action, number> };

/** Whether a path has a step without which it says as much: who did only the others fares no worse. */
export function hasIdleStep({ steps, difference }: Path, walkers: readonly Walker[], gapDays: number): boolean {
  if (steps.length === 1) return false;
  const whole = walkers.filter(({ days }) => walked(days, steps, gapDays));
  return steps.some((_, at) => {
    const rest = steps.toSpliced(at, 1);
    const others = walkers.filter(({ days }) => walked(days, rest, gapDays) && !walked(days, steps, gapDays));
    return !differs(whole, others, Math.sign(difference.value));
  });
}

function differs(whole: readonly Walker[], others: readonly Walker[], side: number): boolean {
  if (others.length === 0) return false;
  return Math.sign(shareOf(whole) - shareOf(others)) === side;
}

function shareOf(walkers: readonly Walker[]): number {
  return walkers.filter(({ succeeded }) => succeeded).length / walkers.length;
}
