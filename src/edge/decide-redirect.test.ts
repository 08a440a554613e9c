import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRedirect, networkOf, type RedirectLink, type Visit, withToken } from './decide-redirect.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const link: RedirectLink = {
  target_url: 'https://product.example/',
  state: 'active',
  expires_at: null,
  partner_state: 'approved',
  programme_state: 'live',
};
const visit: Visit = {
  method: 'GET',
  user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  purpose: '',
  refuses_tracking: false,
};

describe('where a visit of a link goes', () => {
  it('takes a token along when a person comes over a live link', () => {
    expect(decideRedirect(link, visit, NOW)).toEqual({
      kind: 'redirect',
      target_url: link.target_url,
      click: { kind: 'human', consent: true },
      token: true,
    });
  });

  it('ends at the very instant the link expires', () => {
    const expiring = { ...link, expires_at: NOW };
    expect(decideRedirect(expiring, visit, new Date(NOW.getTime() - 1))).toMatchObject({ token: true });
    expect(decideRedirect(expiring, visit, NOW)).toMatchObject({ token: false, click: null });
  });

  it.each([
    { state: 'ended' },
    { partner_state: 'suspended' },
    { partner_state: 'invited' },
    { programme_state: 'paused' },
  ])('sends the visitor on but earns nothing with %j', (change) => {
    expect(decideRedirect({ ...link, ...change }, visit, NOW)).toMatchObject({ kind: 'redirect', click: null });
  });

  it('never hands a token to what is not a person, or to who said no', () => {
    const agents = fc.oneof(fc.string(), fc.constantFrom(undefined, visit.user_agent, 'curl/8.5.0'));
    fc.assert(
      fc.property(
        agents,
        fc.string(),
        fc.boolean(),
        fc.constantFrom('GET', 'HEAD'),
        (user_agent, purpose, no, method) => {
          const decision = decideRedirect(link, { method, user_agent, purpose, refuses_tracking: no }, NOW);
          if (decision.kind === 'not_found' || !decision.token) return;
          expect([decision.click, no, method]).toEqual([{ kind: 'human', consent: true }, false, 'GET']);
        },
      ),
    );
  });
});

it('keeps the query and the fragment of the target', () => {
  expect(withToken('https://product.example/a?b=c#d', 'T')).toBe('https://product.example/a?b=c&gw_click=T#d');
});

it.each([
  ['203.0.113.77', '203.0.113'],
  ['::ffff:203.0.113.77', '203.0.113'],
  ['2001:db8:1:2::3', '2001:db8:1'],
  ['127.0.0.1', undefined],
  ['::1', undefined],
  ['192.168.1.4', undefined],
  ['172.20.0.3', undefined],
  ['172.32.0.3', '172.32.0'],
])('puts %s into the network %s', (ip, network) => expect(networkOf(ip)).toBe(network));
