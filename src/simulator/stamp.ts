import { type IdKind, makeId } from '../kernel/ids.ts';
import type { IsoDate } from '../kernel/time.ts';
import type { Random } from '../stats/random.ts';

/** Ids, instants and the mark of everything simulated; the same for the same seed. */
export type Stamp = {
  source: 'simulated';
  today: IsoDate;
  id(kind: IdKind, on: IsoDate): string;
  at(on: IsoDate, hour: number, minute?: number): string;
  kept(on: IsoDate): { created_at: string; updated_at: string };
};

export function makeStamp(random: Random, today: IsoDate): Stamp {
  const at = (on: IsoDate, hour: number, minute = 0) =>
    `${on}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`;
  return {
    source: 'simulated',
    today,
    at,
    id: (kind, on) => makeId(kind, Date.parse(`${on}T00:00:00Z`), random),
    kept: (on) => ({ created_at: at(on, 0), updated_at: at(on, 0) }),
  };
}
