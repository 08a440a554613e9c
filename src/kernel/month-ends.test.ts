import { describe, expect, it } from 'vitest';
import { seededRandom } from '../stats/random.ts';
import { addMonths } from './time.ts';

const SEED = Number(process.env.GOODWORD_SEED ?? 1 + Math.floor(Math.random() * 2 ** 31));
const HOUR = 3_600_000;
const YEARS = [2024, 2032] as const;
const ZONES = Intl.supportedValuesOf('timeZone');
/** Instants a zone is tried at, beside those around its changes of the clock. */
const TRIED = 12;

/**
 * A second implementation, with nothing of Temporal: the wall clock of the zone from Intl, months added to its fields,
 * clamped to the month's last day, and read back as an instant. A wall time that comes twice means the first; one the
 * clock leaps over moves on by the leap.
 */
function addMonthsByHand(instant: number, months: number, zone: Zone): number {
  const wall = instant + zone.offsetAt(instant);
  const at = new Date(wall);
  const ended = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0));
  const day = Math.min(at.getUTCDate(), ended.getUTCDate());
  const target =
    Date.UTC(ended.getUTCFullYear(), ended.getUTCMonth(), day) + (wall - Math.floor(wall / (24 * HOUR)) * 24 * HOUR);
  const before = zone.offsetAt(target - 24 * HOUR);
  const after = zone.offsetAt(target + 24 * HOUR);
  const fits = [before, after].filter((offset) => zone.offsetAt(target - offset) === offset);
  return fits.length > 0 ? target - Math.max(...fits) : target - before;
}

type Zone = { name: string; offsetAt(instant: number): number; changes: number[] };

function openZone(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const known = new Map<number, number>();
  const read = (instant: number) => {
    const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part as Record<string, number>;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
  };
  const offsetAt = (instant: number) => {
    const found = known.get(instant) ?? read(instant);
    known.set(instant, found);
    return found;
  };
  return { name, offsetAt, changes: findChanges(offsetAt) };
}

/** The instants at which the zone's clock changes, to the minute. */
function findChanges(offsetAt: (instant: number) => number): number[] {
  const changes: number[] = [];
  const step = 30 * 24 * HOUR;
  for (let at = Date.UTC(YEARS[0], 0); at < Date.UTC(YEARS[1] + 1, 0); at += step) {
    if (offsetAt(at) === offsetAt(at + step)) continue;
    let [low, high] = [at, at + step];
    while (high - low > 60_000) {
      const middle = Math.floor((low + high) / 120_000) * 60_000;
      if (offsetAt(middle) === offsetAt(low)) low = middle;
      else high = middle;
    }
    changes.push(high);
  }
  return changes;
}

describe('months later', () => {
  it(`agree with a second implementation in all ${ZONES.length} zones, 2024 to 2032 (GOODWORD_SEED=${SEED})`, () => {
    const draw = seededRandom(SEED);
    const between = (low: number, high: number) => low + Math.floor(draw() * (high - low));
    let tried = 0;
    for (const name of ZONES) {
      const zone = openZone(name);
      for (let n = 0; n < TRIED; n += 1) {
        const months = between(1, 25);
        const change = zone.changes[between(0, zone.changes.length)];
        const near = change !== undefined && n % 3 === 0;
        const monthEnd = Date.UTC(between(YEARS[0], YEARS[1]), between(1, 13), 0, between(-14, 39), between(0, 60));
        const target = near ? (change ?? 0) + between(-2 * HOUR, 2 * HOUR) : monthEnd;
        const from = near ? addMonths(new Date(target), -months, name).getTime() : target;
        const expected = new Date(addMonthsByHand(from, months, zone)).toISOString();
        const found = addMonths(new Date(from), months, name).toISOString();
        tried += 1;
        if (found !== expected)
          throw new Error(
            `${name}: ${new Date(from).toISOString()} + ${months} months is ${found}, by hand ${expected}`,
          );
      }
    }
    expect(tried).toBe(ZONES.length * TRIED);
  });
});
