import type { Sequence } from '../../../stats/prefix-span.ts';
import { type Action, type PathCase, readAction } from '../model.ts';

/** A path seen in fewer accounts than this says nothing, and neither does one that nearly everybody walks. */
const LEAST_SHARE = 0.05;
const LEAST_ACCOUNTS = 10;
const MOST_SHARE = 0.97;
const MOST_ACTIONS = 60;
const MOST_STEPPED = 14;

/** The fewest accounts a pattern must be seen in. */
export function leastSupport(accounts: number): number {
  return Math.max(LEAST_ACCOUNTS, Math.ceil(accounts * LEAST_SHARE));
}

/** Actions seen often enough and not by everybody, the commonest first; who succeeded is not looked at. */
export function telling(cases: readonly PathCase[]): Action[] {
  const counts = new Map<Action, number>();
  for (const { done } of cases) for (const { action } of done) counts.set(action, (counts.get(action) ?? 0) + 1);
  const most = cases.length * MOST_SHARE;
  return [...counts]
    .filter(([, count]) => count >= leastSupport(cases.length) && count <= most)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_ACTIONS)
    .map(([action]) => action);
}

/** Actions whose order may matter: firsts, not "three times or more". */
export function stepped(actions: readonly Action[]): Action[] {
  return actions
    .filter((action) => {
      const read = readAction(action);
      return read?.kind !== 'use' || read.times === 1;
    })
    .slice(0, MOST_STEPPED);
}

/** One step a day from the first day on, empty where nothing new was done, so that a gap is counted in days. */
export function toSequence({ done }: PathCase, kept: ReadonlySet<Action>): Sequence {
  const own = done.filter(({ action }) => kept.has(action));
  const last = Math.max(-1, ...own.map(({ day }) => day));
  const days: string[][] = Array.from({ length: last + 1 }, () => []);
  for (const { action, day } of own) days[day]?.push(action);
  return days;
}

/** Whether the steps were done in this order, each on a later day and at most `gapDays` after the one before. */
export function walked(done: ReadonlyMap<Action, number>, steps: readonly Action[], gapDays: number): boolean {
  let before: number | undefined;
  for (const step of steps) {
    const day = done.get(step);
    if (day === undefined) return false;
    if (before !== undefined && (day <= before || day - before > gapDays)) return false;
    before = day;
  }
  return true;
}

/** The first day of every action. */
export function firstDays({ done }: PathCase): Map<Action, number> {
  return new Map(done.map(({ action, day }) => [action, day]));
}
