import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clickText, isMachine, networkOf, SCANNERS, subIdsOf } from './rules.ts';

describe('who opens a link', () => {
  it.each([
    'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 380.0',
    'Mozilla/5.0 (Linux; Android 15; Pixel 9 Build/X; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/138.0 Mobile Safari/537.36',
  ])('is a person with %s', (agent) => expect(isMachine(agent)).toBe(false));

  it.each([
    'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
    'WhatsApp/2.23.20.0 A',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com',
    'TelegramBot (like TwitterBot)',
    'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
    'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
    'Mozilla/5.0 (compatible; MSIE 10.0; Windows NT 6.1; Trident/6.0; MSOffice 12)',
    'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.12026; Pro)',
    'Outlook-iOS/709.2226530.prod.iphone (3.24.1)',
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/79.0 Safari/537.36 BarracudaCentral',
    'Mozilla/5.0 (compatible; Trend Micro WTP ADD 1.2.1;)',
    'curl/8.5.0',
    '',
  ])('is a machine with "%s"', (agent) => expect(isMachine(agent)).toBe(true));

  it('is a machine when it says nothing of itself', () => expect(isMachine(undefined)).toBe(true));

  it.each(SCANNERS.flatMap(({ says }) => says))('is a machine when it says %s, whatever the capitals', (word) => {
    const agents = [word, word.toUpperCase(), word.toLowerCase()].map(
      (name) => `Mozilla/5.0 (compatible; ${name} 1.0)`,
    );
    expect(agents.map(isMachine)).toEqual([true, true, true]);
  });
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

describe('what a network writes on a link', () => {
  it('is kept once, short and in letters that can be stored', () => {
    const query = new URLSearchParams({ clickid: 'a\0b', sub1: 'x'.repeat(500), sub2: '', other: 'no' });
    query.append('clickid', 'second');
    expect(subIdsOf(query)).toEqual({ click_id: 'ab', sub1: 'x'.repeat(200) });
    expect(subIdsOf(new URLSearchParams('sub3=%ED%A0%80'))?.sub3?.isWellFormed()).toBe(true);
  });

  it('is nothing when there is nothing', () => expect(subIdsOf(new URLSearchParams('utm=1'))).toBeNull());
});

it('writes a click as everybody reads it, whatever a referrer and a network call themselves', () => {
  const ids = { link_id: 'ln_1', partner_id: 'pa_1', programme_id: 'pr_1', id: 'ck_1' };
  const keys = fc.constantFrom(null, 'a-Key_1');
  const odd = fc.option(fc.string({ unit: 'binary', minLength: 1 }).map((text) => text.toWellFormed()));
  fc.assert(
    fc.property(keys, keys, odd, odd, fc.boolean(), (visitor_key, network_key, referrer_host, sub1, consent) => {
      const kept = { visitor_key, network_key, referrer_host, sub: sub1 === null ? null : { sub1 } };
      const text = clickText({ ...ids, ...kept, consent, kind: 'human', at: '2026-03-01T12:00:00.000Z' });
      const occurred_at = '2026-03-01T12:00:00.000Z';
      expect(JSON.parse(text)).toEqual({
        ...ids,
        ...kept,
        consent,
        kind: 'human',
        occurred_at,
        known_account_id: null,
      });
    }),
  );
});
