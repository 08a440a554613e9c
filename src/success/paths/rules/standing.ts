import { addDaysToDate, type IsoDate } from '../../../kernel/time.ts';
import type { AccountStanding, Done, FollowedPath, Standing } from '../model.ts';

type Followed = Pick<FollowedPath, 'steps' | 'landmark_day'>;
type Subject = { account_id: string; started_on: IsoDate; age_days: number; done: readonly Done[] };

/** How far an account is along the path: each step counts from its first day, in whatever order they came. */
export function decideStanding(path: Followed, { account_id, started_on, age_days, done }: Subject): AccountStanding {
  const days = path.steps.map(({ action }) => done.find((one) => one.action === action)?.day ?? null);
  return {
    account_id,
    started_on,
    steps: days.map((day) => (day === null ? null : addDaysToDate(started_on, day))),
    done_count: days.filter((day) => day !== null).length,
    standing: standingOf(path, days, age_days),
  };
}

function standingOf(path: Followed, days: readonly (number | null)[], age: number): Standing {
  if (days.every((day) => day !== null)) return 'done';
  if (age > path.landmark_day) return 'missed';
  return path.steps.some(({ due_day }, step) => days[step] === null && due_day < age) ? 'behind' : 'on_track';
}
