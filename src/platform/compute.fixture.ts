import type { Progress } from '../stats/progress.ts';

export function countTo(last: number, report?: Progress): number {
  let sum = 0;
  for (let n = 1; n <= last; n += 1) {
    sum += n;
    report?.(n / last);
  }
  return sum;
}

export function neverEnds(_input: null, report?: Progress): never {
  for (let share = 0; ; share = 0.5) report?.(share);
}

export function refuses(what: string): never {
  throw new RangeError(`refused ${what}`);
}
