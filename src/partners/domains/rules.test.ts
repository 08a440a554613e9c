import { describe, expect, it } from 'vitest';
import { holdsToken, readDomain } from './rules.ts';

describe('a domain links may lead to', () => {
  it.each([
    ['blog.example.com', 'blog.example.com'],
    ['https://Blog.Example.com/path?x#y', 'blog.example.com'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['example.com.', 'example.com'],
  ])('reads %s', (text, domain) => expect(readDomain(text)).toBe(domain));

  it.each(['', 'localhost', 'box.local', '10.0.0.1', '[::1]', 'a b.com', 'user@example.com', '-x.com', 'com'])(
    'refuses %j',
    (text) => expect(() => readDomain(text)).toThrow('public domain'),
  );

  it('is shown by a whole record, also in chunks', () => {
    expect(holdsToken([['v=spf1'], ['goodword-', 'abc']], 'goodword-abc')).toBe(true);
    expect(holdsToken([['goodword-abcd']], 'goodword-abc')).toBe(false);
    expect(holdsToken([], 'goodword-abc')).toBe(false);
  });
});
