import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRedirect, type Visit, withToken } from './decide-redirect.ts';

const NOW = new Date('2026-03-01T12:00:00Z');
const link = {
  target_url: 'https://product.example/',
  target_rules: [],
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
  country: undefined,
};

describe('where a visit of a link goes', () => {
  it('takes a token along when a person comes over a live link', () => {
    expect(decideRedirect(link, visit, NOW)).toEqual({
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
    expect(decideRedirect({ ...link, ...change }, visit, NOW)).toMatchObject({ click: null, token: false });
  });

  it('sends everybody somewhere the link says, whoever they are and whatever its state', () => {
    const rule = { countries: ['HU', 'AT'], devices: ['ios' as const], target_url: 'https://product.example/hu' };
    const links = fc.record({
      state: fc.constantFrom('active', 'paused', 'ended'),
      partner_state: fc.constantFrom('approved', 'suspended'),
      programme_state: fc.constantFrom('live', 'paused'),
      expires_at: fc.constantFrom(null, NOW, new Date(NOW.getTime() + 1)),
    });
    const visits = fc.record({
      user_agent: fc.constantFrom(undefined, visit.user_agent, 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0)'),
      country: fc.constantFrom(undefined, 'HU', 'DE'),
      purpose: fc.constantFrom('', 'prefetch'),
      method: fc.constantFrom('GET', 'HEAD'),
      refuses_tracking: fc.boolean(),
    });
    fc.assert(
      fc.property(links, visits, (change, visit) => {
        const { target_url, click, token } = decideRedirect({ ...link, ...change, target_rules: [rule] }, visit, NOW);
        const isThere = visit.country === 'HU' && visit.user_agent?.includes('iPhone');
        expect(target_url).toBe(isThere ? rule.target_url : link.target_url);
        if (token) expect(click).toEqual({ kind: 'human', consent: true });
        if (change.state !== 'active' || change.expires_at === NOW) expect(click).toBeNull();
      }),
    );
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
          const seen = { ...visit, method, user_agent, purpose, refuses_tracking: no };
          const decision = decideRedirect(link, seen, NOW);
          if (!decision.token) return;
          expect([decision.click, no, method]).toEqual([{ kind: 'human', consent: true }, false, 'GET']);
        },
      ),
    );
  });
});

it('keeps the query and the fragment of the target', () => {
  expect(withToken('https://product.example/a?b=c#d', 'T')).toBe('https://product.example/a?b=c&gw_click=T#d');
  expect(
    withToken('https://product.example/?flag&to=https://product.example/x%20y&gw_click=old&%67w_click=', 'T'),
  ).toBe('https://product.example/?flag&to=https://product.example/x%20y&gw_click=T');
  expect(withToken('https://product.example/?', 'T')).toBe('https://product.example/?gw_click=T');
});
