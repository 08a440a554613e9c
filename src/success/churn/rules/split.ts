import { addDaysToDate, type IsoDate } from '../../../kernel/time.ts';
import type { ChurnRow, Period } from '../model.ts';

export const FOLDS = 5;
/** The latest third of the snapshots is for the test. */
const TEST_SHARE = 1 / 3;

/** Which of five folds a row is in: groups are dealt in the order they first come, so that no account is in two. */
export function foldsOf(rows: readonly ChurnRow[]): number[] {
  const order = new Map<string, number>();
  return rows.map(({ group }) => {
    const at = order.get(group) ?? order.size;
    order.set(group, at);
    return at % FOLDS;
  });
}

export type TimeSplit = { isTraining: (row: ChurnRow) => boolean; isTest: (row: ChurnRow) => boolean } & {
  trained: Period | null;
  tested: Period | null;
};

/**
 * Training before, test after: a snapshot is for the training only when its horizon has passed before the first snapshot of
 * the test. Undefined when that leaves no snapshot to learn from. Without dates everything is for both, by account alone.
 */
export function splitByTime(rows: readonly ChurnRow[], horizonDays: number): TimeSplit | undefined {
  const days = [...new Set(rows.flatMap(({ on }) => (on === null ? [] : [on])))].sort();
  if (days.length === 0) return { isTraining: () => true, isTest: () => true, trained: null, tested: null };
  const tested = days.slice(-Math.max(1, Math.floor(days.length * TEST_SHARE)));
  const firstTest = tested[0] as IsoDate;
  const trained = days.filter((on) => addDaysToDate(on, horizonDays) <= firstTest);
  if (trained.length === 0) return undefined;
  const [training, test] = [new Set(trained), new Set(tested)];
  return {
    isTraining: ({ on }) => on !== null && training.has(on),
    isTest: ({ on }) => on !== null && test.has(on),
    trained: periodOf(trained),
    tested: periodOf(tested),
  };
}

function periodOf(days: readonly IsoDate[]): Period {
  return { from: days[0] as IsoDate, to: days.at(-1) as IsoDate, snapshots: days.length };
}
