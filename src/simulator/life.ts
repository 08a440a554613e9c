import { addDaysToDate, addMonthsToDate, type IsoDate } from '../kernel/time.ts';
import { clamp, type Draw } from './draw.ts';
import { PLANS, type Plan } from './plans.ts';

/** A stretch of one contract: what changes ends it and starts the next. */
export type Spell = { plan: Plan; seats: number; mrr_minor: number; started_on: IsoDate; ended_on: IsoDate | null };

/** What became of a customer. `levels`: how much the product is used, 0-1, one a week from sign-up to the end or today. */
export type Life = { spells: Spell[]; levels: number[]; ended_on: IsoDate | null; notice_on: IsoDate | null };

export type Start = {
  plan: Plan;
  /** How easily customers of the plan leave; 1: as most. */
  leaves: number;
  seats: number;
  fit: number;
  friction: number;
  is_annual: boolean;
  signed_up_on: IsoDate;
  today: IsoDate;
};

const NOTICE_DAYS = 50;
const FADE_WEEKS = 11;

/**
 * Fit and friction set how much the product is used; use decides who grows and who leaves; most who leave use it less
 * and less in the eleven weeks before. A year's contract can only end with the year.
 */
export function live(draw: Draw, start: Start): Life {
  const steady = clamp(start.fit * 1.05 - 0.3 * start.friction, 0.03, 0.98);
  const spells: Spell[] = [];
  let seats = start.seats;
  let left: IsoDate | null = null;
  open(spells, start, seats, start.signed_up_on);
  const horizon = addDaysToDate(start.today, NOTICE_DAYS);
  for (let month = 1; left === null; month++) {
    const on = addMonthsToDate(start.signed_up_on, month);
    if (on > horizon) break;
    if (leaves(draw, steady, start, month)) left = on;
    else if (on <= start.today) seats = change(draw, { spells, start, steady, seats, on });
  }
  const ended_on = left !== null && left <= start.today ? left : null;
  if (ended_on) close(spells, ended_on);
  const isKnown = left !== null && ended_on === null && draw.chance(0.5);
  return {
    spells,
    levels: weeklyLevels(draw, start, steady, left),
    ended_on,
    notice_on: isKnown ? addDaysToDate(start.today, -draw.whole(1, 20)) : null,
  };
}

function leaves(draw: Draw, steady: number, start: Start, month: number): boolean {
  if (start.is_annual && month % 12 !== 0) return false;
  const monthly = 0.003 + 0.3 * Math.max(0, 0.64 - steady) ** 1.5 + 0.015 * start.friction ** 2;
  return draw.chance(start.leaves * clamp(start.is_annual ? monthly * 8 : monthly, 0, 0.6));
}

type Change = { spells: Spell[]; start: Start; steady: number; seats: number; on: IsoDate };

/** Who uses it much adds seats now and then; who hardly does gives some back. */
function change(draw: Draw, { spells, start, steady, seats, on }: Change): number {
  const grows = steady > 0.6 && draw.chance(0.11 * steady);
  const shrinks = steady < 0.5 && draw.chance(0.02);
  if (!grows && !shrinks) return seats;
  const next = grows ? Math.ceil(seats * (1.1 + 0.3 * draw.random())) : Math.max(2, Math.floor(seats * 0.8));
  if (next === seats) return seats;
  close(spells, on);
  open(spells, start, next, on);
  return next;
}

function open(spells: Spell[], start: Start, seats: number, on: IsoDate): void {
  const mrr_minor = seats * PLANS[start.plan].seat_minor;
  spells.push({ plan: start.plan, seats, mrr_minor, started_on: on, ended_on: null });
}

function close(spells: Spell[], on: IsoDate): void {
  const last = spells.at(-1);
  if (last) last.ended_on = on;
}

function weeklyLevels(draw: Draw, start: Start, steady: number, left: IsoDate | null): number[] {
  const until = left !== null && left < start.today ? left : start.today;
  const weeks = Math.max(1, Math.ceil(weeksBetween(start.signed_up_on, until)));
  const endWeek = left === null ? Number.POSITIVE_INFINITY : weeksBetween(start.signed_up_on, left);
  const fades = left !== null && draw.chance(0.85);
  let wander = 0;
  return Array.from({ length: weeks }, (_, week) => {
    wander = 0.85 * wander + draw.normal(0, 0.03);
    const ramp = Math.min(1, 0.35 + week / 8);
    const fade = fades ? clamp(0.1 + (endWeek - week) / FADE_WEEKS, 0.1, 1) : 1;
    return clamp((steady + wander) * ramp * fade, 0.01, 1);
  });
}

function weeksBetween(from: IsoDate, to: IsoDate): number {
  return (Date.parse(to) - Date.parse(from)) / (7 * 86_400_000);
}
