import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { callerAddress } from './caller-address.ts';

const from = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
  }) as unknown as IncomingMessage;

it.each([
  [undefined, '203.0.113.1', '198.51.100.7', '203.0.113.1'],
  [undefined, '::ffff:203.0.113.1', '198.51.100.7', '203.0.113.1'],
  ['loopback', '127.0.0.1', '198.51.100.7', '198.51.100.7'],
  ['loopback', '::ffff:127.0.0.1', '198.51.100.7', '198.51.100.7'],
  ['loopback', '::1', '2001:db8::5', '2001:db8::5'],
  ['loopback', '127.0.0.1', undefined, '127.0.0.1'],
  ['loopback', '127.0.0.1', 'not an address', '127.0.0.1'],
  ['loopback', '203.0.113.1', '198.51.100.7', '203.0.113.1'],
  ['loopback', '127.0.0.1', '1.1.1.1, 198.51.100.7', '198.51.100.7'],
  ['loopback, 10.0.0.0/8', '127.0.0.1', '1.1.1.1, 198.51.100.7, 10.1.2.3', '198.51.100.7'],
  ['uniquelocal', '192.168.4.4', '10.0.0.9, 172.16.0.1', '10.0.0.9'],
  ['203.0.113.1', '203.0.113.1', '198.51.100.7', '198.51.100.7'],
])('trusting %s, a request from %s for %s is from %s', (trusted, socket, forwarded, caller) => {
  expect(callerAddress(trusted)(from(socket, forwarded))).toBe(caller);
});
