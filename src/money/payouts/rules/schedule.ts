import { addDaysToDate, type IsoDate } from '../../../kernel/time.ts';
import type { Schedule } from '../model.ts';
import { bankDayFrom, bankDaysBefore } from './bank-days.ts';

/** A batch is prepared this many bank days before its payday: to be looked at, approved, and carried by the bank. */
export const LEAD_BANK_DAYS = 3;

/** The first scheduled day from `from` on, a bank day or not; null: the programme has no days. */
export function scheduledDayFrom(schedule: Schedule, from: IsoDate): IsoDate | null {
  const date = Temporal.PlainDate.from(from);
  if (schedule.every === 'demand') return null;
  if (schedule.every === 'week') return date.add({ days: (schedule.day - date.dayOfWeek + 7) % 7 }).toString();
  const inMonth = date.with({ day: Math.min(schedule.day, date.daysInMonth) });
  if (Temporal.PlainDate.compare(inMonth, date) >= 0) return inMonth.toString();
  const next = date.with({ day: 1 }).add({ months: 1 });
  return next.with({ day: Math.min(schedule.day, next.daysInMonth) }).toString();
}

/** A scheduled day with the day money moves, the next bank day, and the day its batch is prepared. */
export type Payday = { scheduledOn: IsoDate; payOn: IsoDate; prepareOn: IsoDate };

function paydayFrom(schedule: Schedule, from: IsoDate): Payday | null {
  const scheduledOn = scheduledDayFrom(schedule, from);
  if (scheduledOn === null) return null;
  const payOn = bankDayFrom(scheduledOn);
  return { scheduledOn, payOn, prepareOn: bankDaysBefore(payOn, LEAD_BANK_DAYS) };
}

/** The payday on which money that is payable from `payableOn` on goes out: the first one not prepared before that day. */
export function promisedPayday(schedule: Schedule, payableOn: IsoDate): Payday | null {
  let payday = paydayFrom(schedule, payableOn);
  while (payday && payday.prepareOn < payableOn) payday = paydayFrom(schedule, addDaysToDate(payday.scheduledOn, 1));
  return payday;
}

/** How long after its day a payday that was missed is still made up for. */
const LATE_DAYS = 10;

/** The paydays to be prepared today, oldest first; one that was missed lately is among them, none before `since`. */
export function duePaydays(schedule: Schedule, today: IsoDate, since: IsoDate): Payday[] {
  const earliest = addDaysToDate(today, -LATE_DAYS);
  const due: Payday[] = [];
  let payday = paydayFrom(schedule, since > earliest ? since : earliest);
  while (payday && payday.prepareOn <= today) {
    due.push(payday);
    payday = paydayFrom(schedule, addDaysToDate(payday.scheduledOn, 1));
  }
  return due;
}
