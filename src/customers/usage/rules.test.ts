import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UsageRow } from './model.ts';
import { firstOfEach, liveUsage, sumDays, sumSpans } from './rules.ts';

const use = fc.record({
  account_id: fc.constantFrom('ac_1', 'ac_2', 'ac_3'),
  id: fc.integer({ min: 0, max: 9 }).map(String),
  occurred_at: fc.date({ min: new Date('1969-12-30'), max: new Date('1970-01-03'), noInvalidDate: true }),
  feature: fc.constantFrom('export', 'export to 1970-01-01', 'search'),
  quantity: fc.option(fc.nat(9), { nil: undefined }),
  duration_s: fc.option(fc.nat(99)),
  error_count: fc.option(fc.nat(3)),
});
const rowsOf = fc.array(use, { maxLength: 60 });
const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

describe('events as they come', () => {
  it('keep the first of each id of an account, account by account, no account in two pieces', () => {
    fc.assert(
      fc.property(rowsOf, fc.integer({ min: 1, max: 30 }), (rows, size) => {
        const pieces = [...firstOfEach(liveUsage(rows).own, size)];
        const first = pieces.flat();
        const accounts = pieces.flatMap((piece) => [...new Set(piece.map(({ account_id }) => account_id))]);
        expect(accounts).toEqual([...new Set(accounts)]);
        for (const piece of pieces.slice(0, -1)) expect(piece.length).toBeGreaterThanOrEqual(size);
        const same = (a: UsageRow) => (b: UsageRow) => a.account_id === b.account_id && a.id === b.id;
        const expected = rows.filter((row, index) => rows.findIndex(same(row)) === index);
        expect(new Set(first)).toEqual(new Set(expected));
        expect(first.map(({ account_id }) => account_id)).toEqual(expected.map((row) => row.account_id).sort());
      }),
    );
  });

  it('add up to days of UTC and spans that hold each of them once', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const days = sumDays(rows);
        const keys = days.map(({ account_id, on_date, feature }) => JSON.stringify([account_id, on_date, feature]));
        expect(new Set(keys).size).toBe(days.length);
        for (const day of days) {
          const own = rows.filter(
            ({ account_id, occurred_at, feature }) =>
              account_id === day.account_id &&
              feature === day.feature &&
              occurred_at.toISOString().startsWith(day.on_date),
          );
          expect(day).toMatchObject({
            events: own.length,
            quantity: total(own.map(({ quantity }) => quantity ?? 1)),
            duration_s: total(own.map(({ duration_s }) => duration_s ?? 0)),
            errors: total(own.map(({ error_count }) => error_count ?? 0)),
          });
        }
        expect(total(days.map(({ events }) => events))).toBe(rows.length);
        for (const span of sumSpans(days)) {
          const dates = days.filter(({ account_id }) => account_id === span.account_id).map(({ on_date }) => on_date);
          expect([span.first_on, span.last_on]).toEqual([dates.sort()[0], dates.at(-1)]);
        }
        expect(total(sumSpans(days).map(({ events }) => events))).toBe(rows.length);
      }),
    );
  });
});
