import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VETO_CODES } from '../advocates/model.ts';
import { ASK_STATES } from './model.ts';
import { decideAnswer, decideSend, withLink } from './rules.ts';

const NOW = new Date('2026-03-01T00:00:00Z');
const LATER = new Date('2026-03-31T00:00:00Z');
const against = (...codes: string[]) => codes.map((code) => ({ code }));

describe('sending an ask', () => {
  it.each<[string, string[], string | undefined, object]>([
    ['goes out when nothing stands against it', [], undefined, { send: true }],
    [
      'goes out to somebody with a low score: who invites has decided',
      ['score_low', 'coverage_low'],
      undefined,
      { send: true },
    ],
    [
      'waits while a veto stands',
      ['health_red'],
      undefined,
      { send: false, can_override: true, because: against('health_red') },
    ],
    ['goes out against a veto for a reason', ['health_red', 'no_consent'], 'agreed on the phone', { send: true }],
    ['never goes to who unsubscribed', ['unsubscribed'], 'but', { send: false, can_override: false }],
    ['never goes to who said no', ['consent_refused'], 'but', { send: false, can_override: false }],
    ['cannot go without an address', ['no_email'], 'but', { send: false, can_override: false }],
    [
      'names the final reason, not the others',
      ['health_red', 'unsubscribed'],
      'but',
      { because: against('unsubscribed') },
    ],
  ])('%s', (_name, codes, reason, decision) => {
    expect(decideSend(against(...codes), reason)).toMatchObject(decision);
  });

  it('is never made easier by one more veto', () => {
    const codes = fc.uniqueArray(fc.constantFrom(...VETO_CODES));
    fc.assert(
      fc.property(
        codes,
        fc.constantFrom(...VETO_CODES),
        fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
        (some, more, reason) => {
          const before = decideSend(against(...some), reason);
          const after = decideSend(against(...some, more), reason);
          if (!before.send) expect(after.send).toBe(false);
        },
      ),
    );
  });
});

describe('the link of an ask', () => {
  it('is open while it was sent and has not expired', () => {
    expect(decideAnswer({ state: 'sent', expires_at: LATER }, NOW)).toBe('open');
    expect(decideAnswer({ state: 'sent', expires_at: LATER }, LATER)).toBe('expired');
  });

  it.each(ASK_STATES.filter((state) => state !== 'sent'))('of a %s ask accepts nothing', (state) => {
    expect(decideAnswer({ state, expires_at: LATER }, NOW)).not.toBe('open');
  });

  it('stands where the writer left its place, or at the end', () => {
    expect(withLink('Look: {link}!', '{link}', 'https://a.io/i/1')).toBe('Look: https://a.io/i/1!');
    expect(withLink('Hello', '{link}', 'https://a.io/i/1')).toBe('Hello\n\nhttps://a.io/i/1');
  });

  it('is put in as it is, whatever signs it holds', () => {
    expect(withLink('{link}', '{link}', 'https://a.io/$&')).toBe('https://a.io/$&');
  });
});
