import type { UsageRow } from '../customers/usage/model.ts';
import { addDaysToDate, type IsoDate } from '../kernel/time.ts';
import type { Draw } from './draw.ts';
import { FIRST_MONTH } from './path.ts';
import type { SimAccount } from './population.ts';

export type DailyUsage = { account_id: string; on_date: IsoDate; feature: string; events: number; duration_s: number };

export const FEATURES = [
  'calendar',
  'routes',
  'photos',
  'invoicing',
  'time-clock',
  'reports',
  'messages',
  'api',
] as const;
const WORKDAYS = 5;
const FIRST_LEVEL = 0.4;

/** The days on which an account used the product, by feature: more days, features and events the more it is used. */
export function makeDailyUsage(draw: Draw, id: string, account: SimAccount, today: IsoDate): DailyUsage[] {
  const seats = account.life.spells.at(-1)?.seats ?? 1;
  const favourites = FEATURES.toSorted(() => draw.random() - 0.5);
  const until = account.life.ended_on ?? today;
  const later = account.life.levels.flatMap((level, week) => {
    const days = Math.min(WORKDAYS, Math.round(3.4 * level + draw.random() * 0.7));
    return Array.from({ length: days }, (_, day) => week * 7 + day)
      .filter((day) => day >= FIRST_MONTH)
      .map((day) => addDaysToDate(account.signed_up_on, day))
      .flatMap((on) => dayOf(draw, { id, on, level, seats, favourites }));
  });
  return [...monthOf(id, account, seats), ...later].filter(({ on_date }) => on_date < until);
}

/** In the first month all are about as active, whoever they become: only what they try differs. */
function monthOf(account_id: string, { first_month, signed_up_on }: SimAccount, seats: number): DailyUsage[] {
  const days = new Map(first_month.uses.map(({ day, feature }) => [`${day} ${feature}`, { day, feature }]));
  const events = Math.max(1, Math.round(seats * FIRST_LEVEL * 4));
  return [...days.values()].map(({ day, feature }) => {
    const on_date = addDaysToDate(signed_up_on, day);
    return { account_id, on_date, feature, events, duration_s: events * 45 };
  });
}

type Day = { id: string; on: IsoDate; level: number; seats: number; favourites: string[] };

function dayOf(draw: Draw, { id, on, level, seats, favourites }: Day): DailyUsage[] {
  const reach = 1 + Math.floor(level * (FEATURES.length - 1));
  const used = new Set([favourites[draw.whole(0, reach - 1)]]);
  if (draw.chance(0.15)) used.add(favourites[0]);
  return [...used].map((feature) => {
    const events = Math.max(1, Math.round((seats * level * 4 * (0.5 + draw.random())) / used.size));
    return { account_id: id, on_date: on, feature: feature ?? FEATURES[0], events, duration_s: events * 45 };
  });
}

/** Single events for one day's rollup, so that the newest activity can be looked at one by one. */
export function eventsOf(day: DailyUsage): UsageRow[] {
  return Array.from({ length: Math.min(day.events, 20) }, (_, n) => ({
    account_id: day.account_id,
    id: `${day.on_date}-${day.feature}-${n}`,
    occurred_at: `${day.on_date}T${String(8 + Math.floor(n / 2)).padStart(2, '0')}:${n % 2 ? '30' : '00'}:00Z`,
    feature: day.feature,
    duration_s: 45,
  }));
}
