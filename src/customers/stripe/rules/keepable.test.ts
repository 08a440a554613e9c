import { describe, expect, it } from 'vitest';
import { parseKeepable } from './keepable.ts';

describe('a JSON text that no database keeps', () => {
  it('is read without the NUL characters of its names and values, at any depth', () => {
    const json = '{"a\\u0000b":["x\\u0000y",{"c":"\\u0000","n":7,"none":null}],"half":"\\ud800"}';
    expect(parseKeepable(json)).toEqual({ ab: ['xy', { c: '', n: 7, none: null }], half: '\ufffd' });
  });

  it('keeps the six characters that only look like one', () => {
    expect(parseKeepable('{"a":"\\\\u0000"}')).toEqual({ a: '\\u0000' });
  });

  it('is still refused when it is no JSON', () => {
    expect(() => parseKeepable('{"a":"\0"}')).toThrow(SyntaxError);
  });
});
