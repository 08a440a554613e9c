import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOORS, REFUSALS } from '../model.ts';
import { readAccountFacts, readPersonFacts } from './facts.ts';
import { readEvent } from './read-event.ts';
import { splitRecord } from './split-record.ts';
import { isStorable } from './texts.ts';
import { skewOf } from './times.ts';

const NOW = Date.UTC(2026, 2, 1);
const reading = (door: (typeof DOORS)[number]) => ({ door, receivedMs: NOW, skewMs: undefined });
const names = ['type', 'event', 'userId', 'distinct_id', 'groupId', 'properties', 'traits', 'timestamp', 'messageId'];
const anything = fc.anything({ withNullPrototype: true, key: fc.oneof(fc.constantFrom(...names), fc.string()) });

describe('reading an event', () => {
  it('answers whatever it gets with facts that can be stored, or with a reason', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(...DOORS), (raw, door) => {
        const told = readEvent(raw, reading(door));
        const facts = typeof told === 'string' ? undefined : told;
        expect(facts !== undefined || (REFUSALS as readonly unknown[]).includes(told)).toBe(true);
        for (const name of [facts?.name, facts?.user, facts?.anonymous, facts?.account, facts?.id])
          expect(typeof name !== 'string' || isStorable(name)).toBe(true);
        expect(Number.isFinite(facts?.at ?? 0)).toBe(true);
      }),
    );
  });

  it('keeps of traits only what a column or a JSON text can hold', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), anything), (traits) => {
        for (const facts of [readAccountFacts(traits), readPersonFacts(traits)])
          expect(isStorable(JSON.stringify(facts))).toBe(true);
      }),
    );
  });

  it('gives the events of a record that has no ids the same ones whenever it is read', () => {
    const text = JSON.stringify({ door: 'segment', received_at: '2026-03-01T00:00:00Z', body: { batch: [{}, {}] } });
    const ids = splitRecord(Buffer.from(text), 'e:1:2').map(({ source, index }) => source.idOf(index));
    expect(ids).toEqual(['e:1:2:0', 'e:1:2:1']);
  });

  it.each([
    ['a clock that is right', NOW - 2_000, 0],
    ['a clock twenty minutes off', NOW + 1_200_000, 0],
    ['a clock seven hours ahead', NOW + 25_200_000 - 3_000, -25_200_000],
    ['a clock of another decade', 0, 0],
    ['no word of when it was sent', undefined, 0],
  ])('puts right %s', (_what, sentMs, skew) => {
    expect(skewOf(sentMs === undefined ? undefined : new Date(sentMs).toISOString(), NOW)).toBe(skew);
  });
});
