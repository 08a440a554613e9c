import { describe, expect, it } from 'vitest';
import { SCOPES } from '../../kernel/scopes.ts';
import { KEY_SCOPES } from './model.ts';
import { isLive, isUseNews, scopesBeyond, tidyScopes } from './rules.ts';

const NOW = new Date('2026-03-01T00:00:00Z');

describe('the scopes of a key', () => {
  it('are at most what its maker may do', () => {
    expect(scopesBeyond(['money:read', 'money:write'], new Set(['money:read']))).toEqual(['money:write']);
  });

  it('never hold a person’s part, whoever makes it', () => {
    expect(scopesBeyond(['settings:write', 'payouts:approve', 'portal:read', 'track:write'], new Set(SCOPES))).toEqual([
      'settings:write',
      'payouts:approve',
      'portal:read',
    ]);
    expect(KEY_SCOPES).toContain('track:write');
  });

  it('are kept once each', () => {
    expect(tidyScopes(['track:write', 'money:read', 'track:write'])).toEqual(['money:read', 'track:write']);
  });
});

describe('a key', () => {
  it('ends when it is revoked and at its last instant', () => {
    expect(isLive({ revoked_at: null, expires_at: null }, NOW)).toBe(true);
    expect(isLive({ revoked_at: NOW, expires_at: null }, NOW)).toBe(false);
    expect(isLive({ revoked_at: null, expires_at: NOW }, NOW)).toBe(false);
    expect(isLive({ revoked_at: null, expires_at: new Date(NOW.getTime() + 1) }, NOW)).toBe(true);
  });

  it('notes its use at most once a minute', () => {
    expect(isUseNews({ last_used_at: null }, NOW)).toBe(true);
    expect(isUseNews({ last_used_at: new Date(NOW.getTime() - 59_999) }, NOW)).toBe(false);
    expect(isUseNews({ last_used_at: new Date(NOW.getTime() - 60_000) }, NOW)).toBe(true);
  });
});
