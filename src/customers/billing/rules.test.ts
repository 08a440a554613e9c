import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rational } from '../../kernel/money.ts';
import type { SubscriptionState } from './model.ts';
import { monthlyMinor, toSpans } from './rules.ts';

function state(day: number, more: Partial<SubscriptionState> = {}): SubscriptionState {
  return {
    source: 'api',
    subscription_external_id: 'sub_1',
    event_id: `e${day}`,
    account_id: 'ac_1',
    at: new Date(Date.UTC(2026, 0, day, 12)),
    rank: 1,
    status: 'active',
    plan: 'team',
    seats: 5,
    billing_interval: 'month',
    interval_count: 1,
    currency: 'EUR',
    mrr_minor: 10_000,
    started_at: new Date(Date.UTC(2026, 0, 1)),
    ended_at: null,
    ...more,
  };
}

const brief = (states: SubscriptionState[]) =>
  toSpans(states).map(({ started_on, ended_on, mrr_minor, is_trial }) =>
    [started_on.slice(8), ended_on?.slice(8) ?? '', mrr_minor, ...(is_trial ? ['trial'] : [])].join(' '),
  );

describe('what a subscription is a month', () => {
  it.each([
    ['a month', 12_000, 'month', 1, 12_000],
    ['a year, a twelfth of it', 12_000, 'year', 1, 1000],
    ['two years', 24_000, 'year', 2, 1000],
    ['a week, 52 of them a year', 1200, 'week', 1, 5200],
    ['a quarter', 3001, 'quarter', 1, 1000],
    ['half a year, rounded half away from zero', 9, 'half_year', 1, 2],
    ['a day, 365 of them a year', 1200, 'day', 1, 36_500],
  ] as const)('comes from %s', (_what, amount, interval, count, mrr) => {
    expect(monthlyMinor(rational(amount), interval, count)).toBe(mrr);
  });
});

describe('the spans of a subscription', () => {
  it('begin when it did, change with it, and end with it', () => {
    const trial = state(1, { status: 'trial' });
    const more = state(20, { mrr_minor: 20_000 });
    const over = state(28, { status: 'ended', ended_at: new Date(Date.UTC(2026, 0, 27)) });
    expect(brief([trial, state(15), more, over])).toEqual(['01 15 10000 trial', '15 20 10000', '20 27 20000']);
  });

  it('go back to the beginning when only a later change is known', () => {
    expect(brief([state(20)])).toEqual(['01  10000']);
  });

  it('leave a gap while it does not run', () => {
    expect(brief([state(1), state(10, { status: 'paused' }), state(20)])).toEqual(['01 10 10000', '20  10000']);
  });

  it('take the last of several changes of one day, and join what goes on unchanged', () => {
    const up = state(10, { event_id: 'a', mrr_minor: 99 });
    const back = state(10, { event_id: 'b', at: new Date(Date.UTC(2026, 0, 10, 13)) });
    expect(brief([state(1), up, back])).toEqual(['01  10000']);
  });

  it('are the same in every order of arrival, and never overlap', () => {
    const drawn = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      rank: fc.integer({ min: 0, max: 2 }),
      mrr_minor: fc.constantFrom(0, 100, 200),
      status: fc.constantFrom('trial', 'active', 'paused', 'ended'),
    });
    const history = fc
      .array(drawn, { minLength: 1, maxLength: 8 })
      .map((all) =>
        all.map(({ day, ...rest }, index) => state(day, { ...rest, event_id: `e${index}` }) as SubscriptionState),
      );
    const both = history.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(both, ([all, shuffled]) => {
        const spans = toSpans(shuffled);
        expect(spans).toEqual(toSpans(all));
        for (const [index, span] of spans.entries()) {
          expect(span.ended_on === null || span.ended_on > span.started_on).toBe(true);
          const next = spans[index + 1];
          if (next) expect(span.ended_on !== null && span.ended_on <= next.started_on).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
