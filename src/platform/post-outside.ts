import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** What came back: a status, or why nothing did. `answer` is the beginning of the body. */
export type Posted = { status: number | null; error: string | null; answer: string; ms: number };

export type PostOptions = {
  headers: Record<string, string>;
  timeoutMs: number;
  /** Lets the request reach this machine and private networks, and go there without HTTPS. */
  toPrivate: boolean;
  /** POST when absent; a GET sends no body. */
  method?: 'GET' | 'POST';
};

const ANSWER_CHARS = 1000;

/**
 * POSTs to (or GETs) an address somebody else chose. The network address is checked when the connection is made, so a name that
 * leads inside is refused too; redirects are an answer like any other and never followed. Never throws.
 */
export async function postOutside(url: string, body: string, options: PostOptions): Promise<Posted> {
  const began = performance.now();
  const result = await send(new URL(url), body, options).catch((error: Error & { code?: string }) => ({
    status: null,
    error: error.name === 'AbortError' ? `no answer within ${options.timeoutMs / 1000} s` : wordOf(error),
    answer: '',
  }));
  return { ...result, ms: Math.round(performance.now() - began) };
}

/** Why an address may not be posted to, as far as its words tell; names are looked up only when it is used. */
export function refusalOf(text: string, toPrivate: boolean): string | undefined {
  if (!URL.canParse(text)) return 'This is not an address.';
  const url = new URL(text);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && toPrivate)) return 'It must begin with https://.';
  if (url.username || url.password || url.hash) return 'It may hold neither a user name and password nor a fragment.';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host)) return refusalOfAddress(url, host, toPrivate);
  return !toPrivate && LOCAL_NAME.test(host) ? INWARD : undefined;
}

const INWARD = 'It leads to this machine or a private network.';
const LOCAL_NAME = /(^|\.)(localhost|local|internal)\.?$/i;

function refusalOfAddress(url: URL, address: string, toPrivate: boolean): string | undefined {
  const isInside = isPrivateAddress(address);
  if (isInside && !toPrivate) return INWARD;
  return !isInside && url.protocol === 'http:' ? 'It must begin with https://.' : undefined;
}

function send(url: URL, body: string, options: PostOptions): Promise<Omit<Posted, 'ms'>> {
  const client = url.protocol === 'https:' ? https : http;
  const { promise, resolve, reject } = Promise.withResolvers<Omit<Posted, 'ms'>>();
  const refusal = refusalOf(url.href, options.toPrivate);
  if (refusal) return Promise.reject(new Error(refusal));
  const isGet = options.method === 'GET';
  const request = client.request(url, {
    method: options.method ?? 'POST',
    agent: false,
    headers: isGet ? options.headers : { ...options.headers, 'content-length': Buffer.byteLength(body) },
    signal: AbortSignal.timeout(options.timeoutMs),
    lookup: lookupFor(url, options.toPrivate),
  });
  let answered = false;
  request.on('error', (error) => answered || reject(error));
  request.on('response', (response) => {
    answered = true;
    readStart(response, (answer) => resolve({ status: response.statusCode ?? 0, error: null, answer }));
  });
  request.end(isGet ? undefined : body);
  return promise;
}

/** The status counts from the moment it is there; a body that is long, slow or cut off changes nothing. */
function readStart(response: http.IncomingMessage, done: (text: string) => void): void {
  let text = '';
  const finish = () => {
    done(text.slice(0, ANSWER_CHARS).replaceAll('\0', ''));
    response.destroy();
  };
  response.setEncoding('utf8');
  response.on('data', (chunk: string) => {
    text += chunk;
    if (text.length >= ANSWER_CHARS) finish();
  });
  response.on('end', finish);
  response.on('error', finish);
  response.on('close', finish);
}

/** Looks a name up for this one connection and refuses it when one of its addresses may not be reached. */
function lookupFor(url: URL, toPrivate: boolean): LookupFunction {
  return (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0);
      const refusal = found.map(({ address }) => refusalOfAddress(url, address, toPrivate)).find(Boolean);
      if (refusal) return callback(new Error(refusal), '', 0);
      if (options.all) return callback(null, found);
      callback(null, found[0]?.address ?? '', found[0]?.family ?? 4);
    });
  };
}

const WORDS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  ECONNRESET: 'the connection was cut',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not signed by anyone known',
};

function wordOf(error: Error & { code?: string }): string {
  return WORDS[error.code ?? ''] ?? error.message;
}

/** Everything that is not the public internet (IANA special-purpose registries), and what wraps an IPv4 address. */
const INSIDE = new BlockList();
const V4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4';
const V6 =
  '::/96 ::ffff:0:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8';
for (const [nets, family] of [
  [V4, 'ipv4'],
  [V6, 'ipv6'],
] as const) {
  for (const net of nets.split(' ')) {
    const [address = '', bits] = net.split('/');
    INSIDE.addSubnet(address, Number(bits), family);
  }
}

export function isPrivateAddress(address: string): boolean {
  return INSIDE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}
