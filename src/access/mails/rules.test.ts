import { expect, it } from 'vitest';
import { ROLE_SCOPES } from '../../kernel/scopes.ts';
import { hideLinks } from './rules.ts';

const MAIL =
  'Sign in: http://localhost:4400/welcome/eyJ3aG8iOnsib.c2lnbmF0dXJl or answer http://localhost:4400/i/abcdefghijklmnopqrst.';

it('a reader who could not let the person in does not see the link that does', () => {
  expect(hideLinks(MAIL, new Set(ROLE_SCOPES.viewer))).toBe(
    'Sign in: http://localhost:4400/welcome/… or answer http://localhost:4400/i/…',
  );
});

it('a reader sees neither where a gift may be sent nor the way into a private programme', () => {
  const mail =
    'http://localhost:4400/gift/abcdefghijklmnopqrst http://localhost:4400/join/club?invite=eyJlbWFpbCI6.c2ln';
  expect(hideLinks(mail, new Set(ROLE_SCOPES.viewer))).toBe(
    'http://localhost:4400/gift/… http://localhost:4400/join/club?invite=…',
  );
  expect(hideLinks(mail, new Set(ROLE_SCOPES.manager))).toBe(mail);
});

it('a manager sees the invitation that managers send, and an owner sees the whole mail', () => {
  expect(hideLinks(MAIL, new Set(ROLE_SCOPES.manager))).toContain('/i/abcdefghijklmnopqrst');
  expect(hideLinks(MAIL, new Set(ROLE_SCOPES.manager))).toContain('/welcome/…');
  expect(hideLinks(MAIL, new Set(ROLE_SCOPES.owner))).toBe(MAIL);
});
