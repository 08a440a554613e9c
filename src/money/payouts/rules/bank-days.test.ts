import { describe, expect, it } from 'vitest';
import { addDaysToDate } from '../../../kernel/time.ts';
import { bankDayFrom, bankDaysAfter, bankDaysBefore, easterSunday, isBankDay } from './bank-days.ts';

/** Gauss's algorithm as Lichtenberg completed it: a second opinion on Easter. */
function easterByGauss(year: number): string {
  const k = Math.floor(year / 100);
  const m = 15 + Math.floor((3 * k + 3) / 4) - Math.floor((8 * k + 13) / 25);
  const s = 2 - Math.floor((3 * k + 3) / 4);
  const a = year % 19;
  const d = (19 * a + m) % 30;
  const r = Math.floor((d + Math.floor(a / 11)) / 29);
  const og = 21 + d - r;
  const sz = 7 - ((year + Math.floor(year / 4) + s) % 7);
  return addDaysToDate(`${year}-03-01`, og + 7 - ((og - sz) % 7) - 1);
}

describe('bank days', () => {
  it('know Easter of every year from 1900 to 2199 like a second algorithm', () => {
    for (let year = 1900; year < 2200; year += 1)
      expect([year, easterSunday(year)]).toEqual([year, easterByGauss(year)]);
  });

  it('are those of TARGET2: the closing days of 2024 to 2026 as the European Central Bank publishes them', () => {
    const closed = [
      '2024-01-01 2024-03-29 2024-04-01 2024-05-01 2024-12-25 2024-12-26',
      '2025-01-01 2025-04-18 2025-04-21 2025-05-01 2025-12-25 2025-12-26',
      '2026-01-01 2026-04-03 2026-04-06 2026-05-01 2026-12-25',
    ].flatMap((line) => line.split(' '));
    const found: string[] = [];
    for (let day = '2024-01-01'; day < '2027-01-01'; day = addDaysToDate(day, 1))
      if (!isBankDay(day) && Temporal.PlainDate.from(day).dayOfWeek < 6) found.push(day);
    expect(found).toEqual(closed);
  });

  it.each([
    ['2026-04-02', '2026-04-02'],
    ['2026-04-03', '2026-04-07'],
    ['2026-12-25', '2026-12-28'],
    ['2027-01-01', '2027-01-04'],
  ])('take %s to the next day on which banks pay, %s', (day, next) => expect(bankDayFrom(day)).toBe(next));

  it('count forward and back over a holiday', () => {
    expect(bankDaysAfter('2026-04-01', 2)).toBe('2026-04-07');
    expect(bankDaysBefore('2026-04-07', 3)).toBe('2026-03-31');
    expect(bankDaysAfter('2026-04-04', 0)).toBe('2026-04-07');
  });
});
