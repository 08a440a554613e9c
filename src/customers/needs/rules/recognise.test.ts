import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Saying } from '../model.ts';
import { keywordIn, recogniseNeeds } from './recognise.ts';

const MISSED = { id: 'nd_1', kind: 'pain_point', name: 'Missed visits', keywords: ['no-show', 'forgot'] } as const;
const ROUTES = { id: 'nd_2', kind: 'use_case', name: 'Route planning', keywords: [] } as const;
const needs = [MISSED, ROUTES].map((one) => ({ ...one, keywords: [...one.keywords] }));
const saying = (text: string, more: Partial<Saying> = {}): Saying => ({
  account_id: 'ac_1',
  source: 'answer',
  kind: null,
  text,
  said_at: new Date('2026-01-02T00:00:00Z'),
  ...more,
});

describe('what customers need', () => {
  it.each([
    ['We have too many no shows.', undefined],
    ['We have a no-show every week', 'no-show'],
    ['MISSED  VISITS, again', 'Missed visits'],
    ['The driver forgot it', 'forgot'],
    ['unforgotten', undefined],
    ['', undefined],
  ])('is recognised by whole words in “%s”', (text, word) => {
    expect(keywordIn(text, { ...MISSED, keywords: [...MISSED.keywords] })).toBe(word);
  });

  it('is stated where the record names it in its own field, and only suggested elsewhere', () => {
    const [stated] = recogniseNeeds(needs, [saying('missed visits', { source: 'record', kind: 'pain_point' })]);
    expect(stated).toMatchObject({ need_id: 'nd_1', is_stated: true, source: 'record' });
    const [heard] = recogniseNeeds(needs, [saying('Missed visits')]);
    expect(heard).toMatchObject({ is_stated: false, source: 'answer' });
    expect(recogniseNeeds(needs, [saying('Missed visits', { source: 'record', kind: 'use_case' })])).toEqual([]);
  });

  it('is seen once an account: in the record before an answer before a ticket, the earliest first', () => {
    const late = new Date('2026-02-01T00:00:00Z');
    const ticket = saying('forgot', { source: 'ticket' });
    const answers = [saying('forgot again', { said_at: late }), saying('they forgot')];
    expect(recogniseNeeds(needs, [ticket, ...answers])).toMatchObject([{ evidence: 'they forgot' }]);
    const record = saying('no-show problem', { source: 'record', kind: 'pain_point', said_at: null });
    expect(recogniseNeeds(needs, [ticket, ...answers, record])).toMatchObject([{ source: 'record', is_stated: false }]);
  });

  it('does not depend on the order in which things were said', () => {
    const texts = fc.constantFrom('forgot', 'route planning', 'Missed visits', 'nothing');
    const drawn = fc.record({
      text: texts,
      source: fc.constantFrom('answer' as const, 'ticket' as const),
      at: fc.integer({ min: 1, max: 1e6 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(drawn, { selector: ({ at }) => at, maxLength: 12 }), (all) => {
        const told = all.map(({ text, source, at }) => saying(text, { source, said_at: new Date(at * 1000) }));
        const sorted = (some: readonly Saying[]) =>
          recogniseNeeds(needs, some).toSorted((a, b) => (a.need_id < b.need_id ? -1 : 1));
        expect(sorted(told.toReversed())).toEqual(sorted(told));
      }),
    );
  });
});
