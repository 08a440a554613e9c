import type { Draw } from './draw.ts';

/** The path to success, planted: first use of each, in this order, in the first month. */
export const PLANTED_PATH = ['routes', 'invoicing', 'reports'] as const;
/** What everybody tries in the first month, whether they will succeed or not. */
const TRIED = ['calendar', 'photos', 'time-clock', 'messages', 'api'] as const;

export const FIRST_MONTH = 30;
const WALKERS = 0.33;
/** What walking the path adds to the fit, and what not walking it takes: on average nothing. */
const HELPS = 0.22;

/** A feature used on a day of the first month, counted from sign-up. */
export type FirstUse = { day: number; feature: string };
export type FirstMonth = { walks: boolean; uses: FirstUse[] };

/**
 * The first month: everybody tries things out, as much as anybody else. Three in ten use the planted path's features in
 * their order; the others at most two of them, whenever.
 */
export function firstMonth(draw: Draw): FirstMonth {
  const walks = draw.chance(WALKERS);
  const days = Array.from({ length: FIRST_MONTH }, (_, day) => day).filter(() => draw.chance(0.4));
  const tried = days.map((day) => ({ day, feature: draw.pick(TRIED) }));
  return { walks, uses: [...tried, ...(walks ? inOrder(draw) : nowAndThen(draw))] };
}

/** Each some days after the one before, and used again later. */
function inOrder(draw: Draw): FirstUse[] {
  let day = draw.whole(0, 4);
  return PLANTED_PATH.flatMap((feature) => {
    const first = day;
    day += draw.whole(5, 11);
    return [{ day: first, feature }, ...(first + 2 < FIRST_MONTH ? [{ day: first + 2, feature }] : [])];
  });
}

function nowAndThen(draw: Draw): FirstUse[] {
  const missing = draw.pick(PLANTED_PATH);
  const some = PLANTED_PATH.filter((feature) => feature !== missing && draw.chance(0.5));
  return some.map((feature) => ({ day: draw.whole(0, FIRST_MONTH - 1), feature }));
}

/** What the first month adds to how well the product serves an account; nothing in a world without causes. */
export function pathHelps({ walks }: FirstMonth, nullWorld = false): number {
  if (nullWorld) return 0;
  return walks ? HELPS : (-HELPS * WALKERS) / (1 - WALKERS);
}
