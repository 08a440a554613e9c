import { describe, expect, it } from 'vitest';
import { isPrivateAddress, postOutside, refusalOf } from './post-outside.ts';

const PUBLIC = ['8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8'];
const INSIDE = [
  '127.0.0.1',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '255.255.255.255',
  '::1',
  '::',
  'fd00::1',
  'fe80::1',
  '::ffff:10.0.0.1',
  '64:ff9b::a00:1',
  '2002:7f00:1::',
  '::ffff:0:127.0.0.1',
  '3fff::1',
  '5f00::1',
];

describe('an address to post to', () => {
  it.each(PUBLIC)('%s is outside', (address) => expect(isPrivateAddress(address)).toBe(false));
  it.each(INSIDE)('%s is inside', (address) => expect(isPrivateAddress(address)).toBe(true));

  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://localhost/',
    'https://db.internal/',
    'https://printer.local./',
    'http://hooks.example.com/',
    'https://user:word@hooks.example.com/',
    'https://hooks.example.com/#part',
    'ftp://hooks.example.com/',
    'hooks.example.com',
    '',
  ])('%j is refused', (url) => expect(refusalOf(url, false)).toEqual(expect.any(String)));

  it('is https on the public internet', () => {
    expect(refusalOf('https://hooks.example.com:8443/a?b=c', false)).toBeUndefined();
  });

  it('may be inside and without https when the installation allows it, but never public without https', () => {
    expect(refusalOf('http://localhost:3000/', true)).toBeUndefined();
    expect(refusalOf('http://10.0.0.1/', true)).toBeUndefined();
    expect(refusalOf('http://8.8.8.8/', true)).toEqual(expect.any(String));
  });

  it('is checked again when the connection is made: a name that leads inside is refused', async () => {
    const posted = await postOutside('https://ip6-localhost/', '{}', {
      headers: {},
      timeoutMs: 2000,
      toPrivate: false,
    });
    expect(posted.status).toBeNull();
    expect(posted.error).toMatch(/private network|no such host|looked up/);
  });
});
