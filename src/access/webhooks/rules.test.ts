import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../kernel/time.ts';
import { bodyOf, failureOf, hears, nextAttempt, nextState } from './rules.ts';

const NOW = new Date('2026-03-01T00:00:00Z');
const at = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

describe('a message that failed', () => {
  it('is tried again nine times, each time after a longer pause, and then given up', () => {
    const times = Array.from({ length: 10 }, (_, index) => nextAttempt(index + 1, NOW));
    const pauses = times.slice(0, 9).map((time) => (time?.getTime() ?? 0) - NOW.getTime());
    expect(pauses[0]).toBe(5000);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(times[9]).toBeUndefined();
  });

  it('is explained, a redirect as one that is not followed', () => {
    expect(failureOf({ status: null, error: 'nothing listens there' })).toBe('nothing listens there');
    expect(failureOf({ status: 500, error: null })).toBe('it answered 500');
    expect(failureOf({ status: 302, error: null })).toContain('redirect');
  });
});

describe('a receiver', () => {
  const on = { state: 'on', failing_since: null } as const;

  it('starts failing with the first failure and stops with the first success', () => {
    expect(nextState(on, { status: 500 }, NOW)).toEqual({ state: 'on', failing_since: NOW });
    expect(nextState({ state: 'on', failing_since: at(-3) }, { status: 204 }, NOW)).toEqual(on);
  });

  it('is switched off after five days without a success, not a moment before', () => {
    const since = at(-5);
    expect(nextState({ state: 'on', failing_since: since }, { status: null }, NOW).state).toBe('failing');
    const later = new Date(since.getTime() + 1);
    expect(nextState({ state: 'on', failing_since: later }, { status: null }, NOW).state).toBe('on');
  });

  it('is switched off at once when it says that it is gone', () => {
    expect(nextState(on, { status: 410 }, NOW).state).toBe('gone');
  });

  it('stays off when somebody switched it off while a message was under way', () => {
    expect(nextState({ state: 'off', failing_since: null }, { status: 410 }, NOW).state).toBe('off');
    expect(nextState({ state: 'off', failing_since: null }, { status: 200 }, NOW).state).toBe('off');
  });

  it('hears what it listens to from the moment it is there', () => {
    const webhook = { state: 'on', topics: ['ask.sent'], created_at: NOW } as const;
    const event = { topic: 'ask.sent', created_at: NOW };
    expect(hears({ ...webhook, topics: [...webhook.topics] }, event)).toBe(true);
    expect(hears({ ...webhook, topics: ['*'] }, { ...event, topic: 'partner.state_changed' })).toBe(true);
    expect(hears({ ...webhook, topics: ['ask.sent'] }, { ...event, topic: 'partner.state_changed' })).toBe(false);
    expect(hears({ ...webhook, topics: ['*'] }, { ...event, created_at: at(-1) })).toBe(false);
    expect(hears({ ...webhook, topics: ['*'], state: 'off' }, event)).toBe(false);
  });
});

it('a message says what happened, when, and to whom', () => {
  expect(JSON.parse(bodyOf({ topic: 'ask.sent', payload: { ask_id: 'ak_1' }, created_at: NOW }))).toEqual({
    type: 'ask.sent',
    timestamp: '2026-03-01T00:00:00.000Z',
    data: { ask_id: 'ak_1' },
  });
});
