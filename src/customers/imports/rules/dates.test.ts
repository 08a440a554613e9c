import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideOrder, noVotes, parseDate, parseInstant, voteDate } from './dates.ts';

function orderOf(...texts: string[]) {
  const votes = noVotes();
  for (const text of texts) voteDate(votes, text);
  return decideOrder(votes);
}

describe('the order of day and month', () => {
  it('is day first only when a day above 12 proves it', () => {
    expect(orderOf('03/04/2024', '25/12/2024')).toBe('dmy');
    expect(orderOf('03/04/2024', '12/25/2024')).toBe('mdy');
  });

  it('is open when nothing proves it, or when the values contradict each other', () => {
    expect(orderOf('03/04/2024', '05/06/2024')).toBe('ambiguous');
    expect(orderOf('25/12/2024', '12/25/2024')).toBe('ambiguous');
  });

  it('is ISO for ISO dates, and for nothing at all', () => {
    expect(orderOf('2024-03-04', '2024-12-25 10:00:00')).toBe('iso');
    expect(orderOf()).toBe('iso');
  });

  it('knows seconds since 1970', () => {
    expect(orderOf('1714000000')).toBe('unix_s');
  });
});

describe('reading a date', () => {
  it.each([
    ['2024-02-29', 'iso', '2024-02-29'],
    ['2024-02-29T23:30:00+02:00', 'iso', '2024-02-29'],
    ['2024-03-01T00:30:00+02:00', 'iso', '2024-02-29'],
    ['2024-3-1 4:05', 'iso', '2024-03-01'],
    ['29.02.2024', 'dmy', '2024-02-29'],
    ['02/29/24', 'mdy', '2024-02-29'],
    ['1714000000', 'unix_s', '2024-04-24'],
  ] as const)('%s (%s) is %s', (text, order, date) => {
    expect(parseDate(text, order)).toBe(date);
  });

  it.each(['2023-02-29', '2024-13-01', '2024-00-10', 'yesterday', '03/04/2024', '2024-01-01T25:00:00'])(
    '%s is no ISO date',
    (text) => {
      expect(parseDate(text, 'iso')).toBeUndefined();
    },
  );

  it('keeps the instant of what JavaScript writes', () => {
    const between = {
      min: new Date('0100-01-01T00:00:00Z'),
      max: new Date('9000-01-01T00:00:00Z'),
      noInvalidDate: true,
    };
    fc.assert(
      fc.property(fc.date(between), (date) => {
        expect(new Date(parseInstant(date.toISOString(), 'iso') ?? '').getTime()).toBe(date.getTime());
      }),
    );
  });

  it('reads a morning and an evening hour', () => {
    expect(parseInstant('12/25/2024 12:15 AM', 'mdy')).toBe('2024-12-25T00:15:00Z');
    expect(parseInstant('12/25/2024 1:15 PM', 'mdy')).toBe('2024-12-25T13:15:00Z');
  });
});
