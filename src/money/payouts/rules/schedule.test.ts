import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDaysToDate } from '../../../kernel/time.ts';
import type { Schedule } from '../model.ts';
import { bankDaysBefore, isBankDay } from './bank-days.ts';
import { duePaydays, LEAD_BANK_DAYS, promisedPayday, scheduledDayFrom } from './schedule.ts';

const monthly = (day: number): Schedule => ({ every: 'month', day });
const weekly = (day: number): Schedule => ({ every: 'week', day });

describe('a payday', () => {
  it.each([
    ['the first of the month, from mid-month', monthly(1), '2026-03-15', '2026-04-01'],
    ['the day itself', monthly(15), '2026-03-15', '2026-03-15'],
    ['the 31st, in April', monthly(31), '2026-04-02', '2026-04-30'],
    ['the 30th, in February', monthly(30), '2026-02-01', '2026-02-28'],
    ['the 31st, over the end of a year', monthly(31), '2026-12-31', '2026-12-31'],
    ['Friday, from a Monday', weekly(5), '2026-03-02', '2026-03-06'],
    ['Monday, from a Tuesday', weekly(1), '2026-03-03', '2026-03-09'],
  ])('is %s', (_, schedule, from, day) => expect(scheduledDayFrom(schedule, from)).toBe(day));

  it('moves off Easter and Christmas to the next bank day, never earlier', () => {
    expect(promisedPayday(monthly(3), '2026-03-10')).toMatchObject({ scheduledOn: '2026-04-03', payOn: '2026-04-07' });
    expect(promisedPayday(monthly(25), '2026-12-01')).toMatchObject({ payOn: '2026-12-28', prepareOn: '2026-12-22' });
  });

  it('is the one after next for money that becomes payable when the next is being prepared', () => {
    const payday = promisedPayday(monthly(1), '2026-03-01');
    expect(payday).toMatchObject({ payOn: '2026-04-01', prepareOn: '2026-03-27' });
    expect(promisedPayday(monthly(1), '2026-03-27')?.payOn).toBe('2026-04-01');
    expect(promisedPayday(monthly(1), '2026-03-28')?.payOn).toBe('2026-05-04');
  });

  it('does not exist where one pays on demand', () => {
    expect(promisedPayday({ every: 'demand', day: 1 }, '2026-03-01')).toBeNull();
    expect(duePaydays({ every: 'demand', day: 1 }, '2026-03-01', '2020-01-01')).toEqual([]);
  });

  it('is a bank day, keeps the lead, and is prepared on the day it says or later: nothing promised is missed', () => {
    const schedules = fc.oneof(
      fc.integer({ min: 1, max: 31 }).map(monthly),
      fc.integer({ min: 1, max: 7 }).map(weekly),
    );
    fc.assert(
      fc.property(schedules, fc.integer({ min: 0, max: 3000 }), (schedule, offset) => {
        const payableOn = addDaysToDate('2024-01-01', offset);
        const payday = promisedPayday(schedule, payableOn);
        if (!payday) throw new Error('no payday');
        expect(isBankDay(payday.payOn)).toBe(true);
        expect(payday.prepareOn).toBe(bankDaysBefore(payday.payOn, LEAD_BANK_DAYS));
        expect(payday.prepareOn >= payableOn).toBe(true);
        expect(duePaydays(schedule, payday.prepareOn, '2020-01-01')).toContainEqual(payday);
        expect(duePaydays(schedule, addDaysToDate(payday.prepareOn, -1), '2020-01-01')).not.toContainEqual(payday);
      }),
    );
  });

  it('that was missed for a few days is made up for, one before the programme began is not', () => {
    expect(duePaydays(monthly(1), '2026-04-05', '2020-01-01').map(({ payOn }) => payOn)).toEqual(['2026-04-01']);
    expect(duePaydays(monthly(1), '2026-04-05', '2026-04-02')).toEqual([]);
    expect(duePaydays(monthly(1), '2026-04-20', '2020-01-01')).toEqual([]);
  });
});
