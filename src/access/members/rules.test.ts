import { describe, expect, it } from 'vitest';
import { isExpired, landingPath, leavesNoOwner, maskEmail } from './rules.ts';

describe('the last owner', () => {
  const change = { userId: 'us_1', from: 'owner', to: 'viewer' } as const;

  it('may not step down or leave', () => {
    expect(leavesNoOwner(change, ['us_1'])).toBe(true);
    expect(leavesNoOwner({ ...change, to: undefined }, ['us_1'])).toBe(true);
  });

  it('may when another owner stays', () => {
    expect(leavesNoOwner(change, ['us_1', 'us_2'])).toBe(false);
    expect(leavesNoOwner({ ...change, to: 'owner' }, ['us_1'])).toBe(false);
    expect(leavesNoOwner({ userId: 'us_9', from: 'viewer', to: undefined }, ['us_1'])).toBe(false);
  });
});

describe('where a sign-in leads', () => {
  it('is a path on this installation', () => {
    expect(landingPath('/accounts?page=2', 'viewer')).toBe('/accounts?page=2');
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/a b',
    '/welcome/x',
    '',
  ])('is home for %j', (to) => {
    expect(landingPath(to, 'owner')).toBe('/');
    expect(landingPath(to, 'partner')).toBe('/portal');
  });

  it('is the portal for a partner who asked for the root', () => {
    expect(landingPath('/', 'partner')).toBe('/portal');
  });
});

it('a link ends at its last second', () => {
  const link = { who: { owner: true as const }, to: '/', nonce: 'n', expires: 1_000 };
  expect(isExpired(link, new Date(999_999))).toBe(false);
  expect(isExpired(link, new Date(1_000_000))).toBe(true);
});

it('an address is shown by its first letter and its domain', () => {
  expect(maskEmail('ada@example.com')).toBe('a…@example.com');
});
