import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTarget, codeStem } from './rules.ts';

const PRODUCT = 'https://www.product.example/start';

describe('where a link may lead', () => {
  it('leads to the product when nothing is said', () => {
    expect(checkTarget(undefined, PRODUCT)).toBe(PRODUCT);
  });

  it.each(['https://product.example/pricing', 'http://app.product.example/a?b=c'])('allows %s', (target) => {
    expect(checkTarget(target, PRODUCT)).toBe(target);
  });

  it.each([
    'https://evil.example/',
    'https://product.example.evil.example/',
    'https://evilproduct.example/',
    'https://product.example@evil.example/',
    'https://user:pass@product.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    'ftp://product.example/',
    '/pricing',
    '',
  ])('refuses %j', (target) => {
    expect(() => checkTarget(target, PRODUCT)).toThrow(expect.objectContaining({ code: 'unprocessable' }));
  });

  it('may lead to another domain that is shown to be the company’s, and below it', () => {
    expect(checkTarget('https://blog.other.example/a', PRODUCT, ['other.example'])).toBe(
      'https://blog.other.example/a',
    );
    expect(() => checkTarget('https://notother.example/', PRODUCT, ['other.example'])).toThrow('other.example');
  });

  it('never leaves the domain of the product, whatever is asked', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withFragments: true }), fc.string()), (target) => {
        try {
          expect(new URL(checkTarget(target, PRODUCT)).hostname).toMatch(/(^|\.)product\.example$/);
        } catch (error) {
          expect(error).toMatchObject({ code: 'unprocessable' });
        }
      }),
    );
  });

  it('says what to do when the product has no address yet', () => {
    expect(() => checkTarget('https://a.example', null)).toThrow(expect.objectContaining({ code: 'conflict' }));
  });
});

describe('the readable half of a code', () => {
  it.each([
    ['Zoë Kovács-Nagy', 'zoe-kovacs-nagy'],
    ['  O’Neil & Sons, Ltd. of Somewhere Far ', 'o-neil-sons-ltd-of-somew'],
    ['日本', ''],
  ])('%j becomes %j', (name, stem) => expect(codeStem(name)).toBe(stem));

  it('fits an address whatever the name', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(codeStem(name)).toMatch(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?)?$/);
      }),
    );
  });
});
