import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Device } from './model.ts';
import { checkTarget, checkTargetRules, codeStem, targetFor } from './rules.ts';

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

describe('where a visitor is led', () => {
  const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)';
  const ROBOT = 'Mozilla/5.0 (Linux; Android 15; Pixel 9)';
  const DESK = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
  const rule = (name: string, countries: string[], devices: Device[] = []) => ({
    countries,
    devices,
    target_url: `https://product.example/${name}`,
  });
  const link = {
    target_url: PRODUCT,
    target_rules: [
      rule('hu-phone', ['HU'], ['ios', 'android']),
      rule('hu', ['HU']),
      rule('desk', [], ['desktop']),
      rule('dach', ['DE', 'AT', 'CH']),
    ],
  };

  it.each([
    ['HU', PHONE, 'hu-phone'],
    ['HU', ROBOT, 'hu-phone'],
    ['HU', DESK, 'hu'],
    ['AT', DESK, 'desk'],
    ['AT', PHONE, 'dach'],
    [undefined, DESK, 'desk'],
    [undefined, PHONE, 'start'],
    ['HU', undefined, 'hu'],
    ['US', 'A toaster', 'start'],
  ])('from %s with %s it is %s', (country, user_agent, name) => {
    expect(targetFor(link, { country, user_agent })).toMatch(new RegExp(`/${name}$`));
  });

  it('holds each of the targets to the domains of the company', () => {
    fc.assert(
      fc.property(fc.array(fc.webUrl(), { minLength: 1 }), (targets) => {
        const rules = targets.map((target_url) => ({ countries: ['HU'], devices: [], target_url }));
        try {
          for (const { target_url } of checkTargetRules(rules, PRODUCT, []))
            expect(new URL(target_url).hostname).toMatch(/(^|\.)product\.example$/);
        } catch (error) {
          expect(error).toMatchObject({
            code: 'unprocessable',
            detail: { field: expect.stringContaining('target_rules.') },
          });
        }
      }),
    );
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
