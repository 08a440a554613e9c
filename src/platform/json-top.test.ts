import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonTop } from './json-top.ts';

/** The same by JSON.parse. */
function parsed(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields = Object.keys(value).map((name) => [name, (value as Record<string, unknown>)[name]] as const);
  const told = (field: unknown) =>
    Array.isArray(field) ? field.length : typeof field === 'string' ? field : undefined;
  return new Map(fields.map(([name, field]) => [name, told(field)]));
}

const read = (text: string) => readJsonTop(Buffer.from(text));
/** Order does not matter: JSON.parse puts fields with numbers as names first. */
function same(text: string): void {
  expect(read(text), text).toEqual(parsed(text));
}

const pieces = fc.constantFrom(
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"batch"',
    '"\\u0041"',
    '"\\x"',
    '"',
    '\\',
    '1',
    '-',
    '0',
    '01',
    '1.5e+3',
    '.',
  ],
  ...[
    'e',
    'true',
    'null',
    'nul',
    ' ',
    '\n',
    '\t',
    '\u0000',
    'é',
    '😀',
    '{}',
    '[]',
    '{"a":',
    '"a":[1,',
    '-0',
    '1E',
    '""',
  ],
);

describe('the top of a JSON object', () => {
  it('is what JSON.parse finds, of any value', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), fc.nat(3), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        if (!text.includes('"__proto__"')) same(text);
      }),
    );
  });

  it('is none of what JSON.parse refuses, wherever a text is cut, mended or made of pieces', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(), fc.nat(3), pieces, (value, at, cut, piece) => {
        const text = JSON.stringify(value);
        const place = at % (text.length + 1);
        const changed = text.slice(0, place) + piece + text.slice(place + cut);
        if (!changed.includes('__proto__') && changed.isWellFormed()) same(changed);
      }),
      { numRuns: 1_000 },
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (some) => same(`{${some.join('')}`)),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ['a batch', '{"batch":[1,[2,3],{"a":[4]}],"sentAt":"now"}', { batch: 3, sentAt: 'now' }],
    ['no items', '{"batch":[],"writeKey":"k\\u0041\\n"}', { batch: 0, writeKey: 'kA\n' }],
    ['a field twice', '{"b\\u0061tch":[1,2],"batch":5}', { batch: undefined }],
    ['a batch that is none', '{"batch":{"a":1,"b":2},"events":[{}]}', { batch: undefined, events: 1 }],
    ['room between', ' {\t"n" : -1.5e3 ,"deep":{"batch":[1]} } \r\n', { n: undefined, deep: undefined }],
    ['an endless number', `{"long":${'9'.repeat(70_000)}.5,"last":"x"}`, { long: undefined, last: 'x' }],
  ])('tells how many items lists hold and what texts say: %s', (_what, text, expected) => {
    expect(Object.fromEntries(read(text) ?? [])).toEqual(expected);
  });

  it('is read however deep it lies, and lies open at the end of nothing', () => {
    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(read(deep)).toEqual(new Map([['a', 1]]));
    expect(read(deep.slice(0, -2))).toBeUndefined();
    expect(read('{"a":1}{')).toBeUndefined();
    expect(read('\ufeff{}')).toBeUndefined();
    expect(read('')).toBeUndefined();
  });
});
