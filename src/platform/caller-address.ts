import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { memoise } from './cache.ts';

const NAMED: Record<string, readonly string[]> = {
  loopback: ['127.0.0.0/8', '::1'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

type Sent = { socket: { remoteAddress?: string }; headers: IncomingHttpHeaders };

/**
 * Who sent a request: the connection's other end, or, as long as that is a proxy we trust, whom it names last in
 * `X-Forwarded-For`. `trusted` as in TRUST_PROXY: names of ranges, addresses and networks, by commas.
 */
export function callerAddress(trusted: string | undefined): (req: Sent) => string {
  if (!trusted) return (req) => plainAddress(req.socket.remoteAddress ?? '');
  const proxies = proxiesOf(trusted);
  const isProxy = memoise((address) => isAmong(proxies, address), 1_000);
  return (req) => {
    let caller = plainAddress(req.socket.remoteAddress ?? '');
    const named = String(req.headers['x-forwarded-for'] ?? '').split(',');
    while (named.length > 0 && isProxy(caller)) {
      const before = plainAddress(named.pop()?.trim() ?? '');
      if (isIP(before) === 0) break;
      caller = before;
    }
    return caller;
  };
}

function proxiesOf(trusted: string): BlockList {
  const list = new BlockList();
  for (const part of trusted.split(',').flatMap((one) => NAMED[one.trim()] ?? one.trim())) {
    const [address = '', bits] = part.split('/');
    const family = familyOf(address);
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

function isAmong(proxies: BlockList, address: string): boolean {
  return isIP(address) !== 0 && proxies.check(address, familyOf(address));
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** An IPv4 address in IPv6's clothes is the IPv4 address. */
export const plainAddress = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');
