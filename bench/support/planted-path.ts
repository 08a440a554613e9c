import { makeDraw } from '../../src/simulator/draw.ts';
import { FIRST_MONTH, PLANTED_PATH } from '../../src/simulator/path.ts';
import type { SimAccount } from '../../src/simulator/population.ts';
import { type DailyUsage, makeDailyUsage } from '../../src/simulator/usage.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { type Done, type PathCase, USE_TIMES, useAction as usedOften } from '../../src/success/paths/model.ts';
import { findPaths } from '../../src/success/paths/rules/find.ts';

export type PathVerdict = { found: boolean; steps: string[]; others: string[] };
type Judged = { account: SimAccount; succeeded: boolean };

const PLANTED = new Set(PLANTED_PATH.flatMap((feature) => USE_TIMES.map((times) => usedOften(feature, times))));
const DAY_MS = 86_400_000;

/**
 * Is the planted path found in a simulated company held in memory? `found`: the path shown is made of planted steps in
 * their order, two of them or more. `others`: what was confirmed and has no planted step in it.
 */
export function pathVerdict(judged: readonly Judged[], { today, seed }: { today: string; seed: number }): PathVerdict {
  const draw = makeDraw(seededRandom(seed));
  const cases = judged.flatMap(({ account, succeeded }): PathCase[] => {
    const days = makeDailyUsage(draw, account.key, account, today).map((one) => ({ ...one, day: ageOn(account, one) }));
    const early = days.filter(({ day }) => day < FIRST_MONTH);
    const stayed = account.life.ended_on === null || ageOn(account, { on_date: account.life.ended_on }) > FIRST_MONTH;
    if (!stayed) return [];
    const active_days = new Set(early.map(({ day }) => day)).size;
    return [{ account_id: account.key, succeeded, stratum: account.plan, active_days, done: firsts(early) }];
  });
  const { paths, best } = findPaths({
    cases,
    parameters: { landmark_day: FIRST_MONTH, gap_days: 30, seed },
    outcomeDay: 90,
  });
  const steps = best?.path.steps ?? [];
  const confirmed = paths.filter((path) => path.confirmed);
  return {
    found: steps.length > 1 && isInOrder(steps),
    steps,
    others: confirmed
      .filter((path) => !path.steps.some((step) => PLANTED.has(step)))
      .map((path) => path.steps.join(' → ')),
  };
}

function ageOn(account: SimAccount, { on_date }: Pick<DailyUsage, 'on_date'>): number {
  return Math.round((Date.parse(on_date) - Date.parse(account.signed_up_on)) / DAY_MS);
}

function firsts(days: readonly (DailyUsage & { day: number })[]): Done[] {
  const byFeature = Map.groupBy(days, ({ feature }) => feature);
  return [...byFeature].flatMap(([feature, own]) => {
    const sorted = [...new Set(own.map(({ day }) => day))].sort((a, b) => a - b);
    return USE_TIMES.flatMap((times) => {
      const day = sorted[times - 1];
      return day === undefined ? [] : [{ action: usedOften(feature, times), day }];
    });
  });
}

function isInOrder(steps: readonly string[]): boolean {
  const places = steps.map((step) => PLANTED_PATH.findIndex((feature) => step === usedOften(feature, 1)));
  return places.every((place, at) => place >= 0 && place > (places[at - 1] ?? -1));
}
