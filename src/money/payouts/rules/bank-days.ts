import { addDaysToDate, type IsoDate } from '../../../kernel/time.ts';

/** Fixed closing days of TARGET2 (European Central Bank): New Year, Labour Day, Christmas and the day after. */
const FIXED = ['01-01', '05-01', '12-25', '12-26'];

/** Easter Sunday of a year of the Gregorian calendar (Meeus, Jones and Butcher, "Astronomical Algorithms", ch. 8). */
export function easterSunday(year: number): IsoDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const f = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - f + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return new Temporal.PlainDate(year, Math.floor(days / 31), (days % 31) + 1).toString();
}

/** Whether euro payments are settled on the day: no weekend, no closing day of TARGET2. */
export function isBankDay(day: IsoDate): boolean {
  if (Temporal.PlainDate.from(day).dayOfWeek > 5 || FIXED.includes(day.slice(5))) return false;
  const easter = easterSunday(Number(day.slice(0, 4)));
  return day !== addDaysToDate(easter, -2) && day !== addDaysToDate(easter, 1);
}

/** The day itself, or the next one on which banks pay. */
export function bankDayFrom(day: IsoDate): IsoDate {
  let next = day;
  while (!isBankDay(next)) next = addDaysToDate(next, 1);
  return next;
}

/** `count` bank days before the day; 0: the day itself. */
export function bankDaysBefore(day: IsoDate, count: number): IsoDate {
  let before = day;
  for (let left = count; left > 0; ) {
    before = addDaysToDate(before, -1);
    if (isBankDay(before)) left -= 1;
  }
  return before;
}

/** `count` bank days after the day, which need not be one itself. */
export function bankDaysAfter(day: IsoDate, count: number): IsoDate {
  let after = bankDayFrom(day);
  for (let left = count; left > 0; left -= 1) after = bankDayFrom(addDaysToDate(after, 1));
  return after;
}
