import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { SENT_WITH, type SendOn } from './quick-front.ts';
import type { Visit } from './quick-request.ts';
import { type Front, frontServer } from './shell.ts';

const READ = ['user-agent', 'referer', 'x-forwarded-for', 'dnt', 'sec-gpc', 'purpose', 'sec-purpose', 'x-moz'];

/** Leads to an address that tells all that was read of the visit. */
function told({ url, method, headers, socket }: Visit): string {
  const read = READ.map((name) => headers[name] ?? null);
  return `/to?${encodeURIComponent(JSON.stringify([url, method, socket.remoteAddress, ...read]))}`;
}

const plain: Front = {
  handle(req, res) {
    if (!req.url?.startsWith('/r/') || req.method !== 'GET') return false;
    res.writeHead(302, ['location', told(req), 'content-length', '0', ...SENT_WITH]).end();
    return true;
  },
};
const owns = ({ url }: Visit) => url?.startsWith('/r/') === true;
const quick: Front = {
  ...plain,
  sendOn(visit, sendOn) {
    if (owns(visit)) sendOn(told(visit));
    return owns(visit);
  },
};

async function listen(front: Front): Promise<{ server: Server; port: number }> {
  const server = frontServer(front, (req, res) => {
    req.resume();
    res.writeHead(404, { 'content-length': '2' }).end('no');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

async function open(port: number, allowHalfOpen = false): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen, noDelay: true });
  await once(socket, 'connect');
  return socket;
}

/** Everything that is answered to these pieces, one after the other, until both sides have ended or one hung up. */
async function answerTo(port: number, pieces: readonly string[]): Promise<{ text: string; isWhole: boolean }> {
  const socket = await open(port, true);
  let text = '';
  socket.setEncoding('latin1').on('data', (some) => {
    text += some;
  });
  const over = new Promise<boolean>((resolve) => socket.once('error', () => resolve(false)).once('end', resolve));
  for (const piece of pieces) {
    if (socket.writable) socket.write(piece, 'latin1');
    await turn();
  }
  socket.end();
  const isWhole = (await over) !== false;
  socket.on('error', () => {}).destroy();
  return { text: text.replaceAll(/\r\nDate: [^\r]+/g, '\r\nDate: then'), isWhole };
}

/** Of a connection that was hung up the network may keep the end to itself. */
function expectSame([ours, theirs]: { text: string; isWhole: boolean }[]): void {
  const least = Math.min(
    ...[ours, theirs].map((one) => (one?.isWhole ? Number.POSITIVE_INFINITY : (one?.text.length ?? 0))),
  );
  expect(ours?.text.slice(0, least)).toBe(theirs?.text.slice(0, least));
}

async function answersOf(socket: Socket, count: number): Promise<string> {
  let seen = '';
  for (let found = 0; found < count; found = seen.split('HTTP/1.1 ').length - 1) {
    const [bytes] = await once(socket, 'data');
    seen += String(bytes);
  }
  return seen;
}

const request = (more = '', path = '/r/abc') => `GET ${path} HTTP/1.1\r\nHost: x\r\n${more}\r\n`;

describe('visits answered below node:http', () => {
  let [a, b]: { server: Server; port: number }[] = [];
  const ports = () => [a?.port ?? 0, b?.port ?? 0] as const;
  const answers = (pieces: readonly string[]) => Promise.all(ports().map((port) => answerTo(port, pieces)));

  beforeAll(async () => {
    [a, b] = await Promise.all([listen(quick), listen(plain)]);
  });
  afterAll(() => {
    a?.server.close();
    b?.server.close();
  });

  it.each([
    ['a browser', request('User-Agent: Firefox\r\nReferer: https://a.example/\r\nDNT: 1\r\nAccept: */*\r\n')],
    ['spaces around what a header says', request('user-agent:  \t a b \t \r\nDNT:1\r\n')],
    ['an empty header', request('user-agent:\r\nreferer: \r\n')],
    [
      'a repeated header',
      request('user-agent: one\r\nuser-agent: two\r\nx-forwarded-for: 1\r\nx-forwarded-for: 2\r\n'),
    ],
    ['letters beyond ASCII', request('user-agent: caf\xe9\r\n')],
    ['a zero byte in a header', request('user-agent: a\0b\r\n')],
    ['a zero byte in the address', request('', '/r/a\0bc')],
    ['lines that end with a line feed alone', request().replaceAll('\r\n', '\n')],
    ['a carriage return alone', request('user-agent: a\rb\r\n')],
    ['a header that goes on in the next line', request('user-agent: a\r\n b\r\n')],
    ['a space before the colon', request('user-agent : a\r\n')],
    ['no name before the colon', request(': a\r\n')],
    ['a header without a colon', request('user-agent\r\n')],
    ['no host', 'GET /r/abc HTTP/1.1\r\n\r\n'],
    ['an empty host', 'GET /r/abc HTTP/1.1\r\nHost:\r\n\r\n'],
    ['two hosts', request('host: y\r\n')],
    ['no headers', 'GET /r/abc HTTP/1.1\r\n\r\n'],
    ['an older version', request().replace('1.1', '1.0')],
    ['an unknown version', request().replace('1.1', '1.2')],
    ['a whole address', request('', 'http://x/r/abc')],
    ['an address with a fragment', request('', '/r/abc#d')],
    ['letters that an address should not have', request('', '/r/a"<>{}|\\^`b')],
    ['letters beyond ASCII in the address', request('', '/r/caf\xe9')],
    ['two spaces', request('', ' /r/abc')],
    ['another method', request().replace('GET', 'HEAD')],
    ['a method in small letters', request().replace('GET', 'get')],
    ['what is no HTTP', 'hello\r\n\r\n'],
    ['nothing', ''],
    ['an empty line first', `\r\n${request()}`],
    ['another path', request('', '/v1/health')],
    ['the end of the connection', request('Connection: close\r\n') + request()],
    ['the end of the connection among others', request('Connection: keep-alive, close\r\n') + request()],
    ['an upgrade', request('Connection: upgrade\r\nUpgrade: websocket\r\n') + request()],
    ['a body', `${request('Content-Length: 3\r\n')}abc${request()}`],
    ['a request hidden in a body', `${request(`Content-Length: ${request().length}\r\n`)}${request()}${request()}`],
    ['two lengths', `${request('Content-Length: 3\r\nContent-Length: 4\r\n')}abcd${request()}`],
    ['a length and chunks', `${request('Content-Length: 3\r\nTransfer-Encoding: chunked\r\n')}0\r\n\r\n${request()}`],
    ['chunks', `${request('Transfer-Encoding: chunked\r\n')}3\r\nabc\r\n0\r\n\r\n${request()}`],
    ['chunks that hide', `${request('Transfer-Encoding: xchunked\r\n')}3\r\nabc\r\n0\r\n\r\n${request()}`],
    ['what it expects', request('Expect: 100-continue\r\n') + request()],
    ['three at once', request() + request('dnt: 1\r\n') + request('', '/r/def')],
    ['one and the beginning of another', request() + request().slice(0, 20)],
    ['too long an address', request('', `/r/${'a'.repeat(20_000)}`)],
    ['a long address', request('', `/r/${'a'.repeat(5_000)}`)],
    ['too much of headers', request(`user-agent: ${'a'.repeat(20_000)}\r\n`)],
    ['many headers', request(Array.from({ length: 300 }, (_, n) => `a${n}: b\r\n`).join(''))],
  ])('gets the same answer with %s', async (_what, bytes) => {
    expectSame(await answers([bytes]));
  });

  it('gets the same answer whatever its headers say and however its bytes come', async () => {
    const name = fc.constantFrom(...READ, 'Host', 'Accept', 'Cookie', 'Connection', 'Via', 'Te', 'X-Moz', 'DNT');
    const value = fc.oneof(
      fc.constantFrom('1', '', ' prefetch', 'keep-alive', 'close', '203.0.113.7, 10.0.0.1', 'https://a.example/?q=1'),
      fc.string({ maxLength: 12 }),
      fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)), maxLength: 3 }),
    );
    const header = fc.tuple(name, value).map(([name, value]) => `${name}: ${value}\r\n`);
    const path = fc.constantFrom('/r/abc', '/r/abc?via=a&sub1=b%20c', '/r/%2e%2e/', '/v1/x', '/r/a//b?', '/r/');
    const one = fc.tuple(path, fc.array(header, { maxLength: 5 }));
    const bytes = fc.array(one, { minLength: 1, maxLength: 3 });
    const cuts = fc.array(fc.nat(400), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(bytes, cuts, async (requests, cuts) => {
        const all = requests.map(([path, headers]) => request(headers.join(''), path)).join('');
        const places = [0, ...cuts.sort((x, y) => x - y), all.length].map((at) => Math.min(at, all.length));
        const pieces = places.slice(1).map((to, at) => all.slice(places[at], to));
        expectSame(await answers(pieces.filter((piece) => piece !== '')));
      }),
      { numRuns: 150 },
    );
  });

  it('serves one connection after the other way of asking too, and goes on', async () => {
    const socket = await open(ports()[0]);
    for (const path of ['/r/one', '/r/two', '/v1/three', '/r/four']) {
      socket.write(request('', path));
      expect(await answersOf(socket, 1)).toContain(path.startsWith('/r/') ? '302 Found' : '404 Not Found');
    }
    socket.destroy();
  });
});

describe('visits whose answer takes a while', () => {
  let [due, front]: [SendOn[], Front] = [[], quick];
  const openOne = async () => {
    due = [];
    front = {
      handle: plain.handle,
      sendOn: (visit, sendOn) => owns(visit) && due.push(sendOn) > 0,
    };
    const { server, port } = await listen(front);
    const connected = once(server, 'connection');
    const socket = await open(port);
    const [theirs] = (await connected) as [Socket];
    return { server, socket, theirs };
  };
  const asked = async (count: number) => {
    while (due.length < count) await turn();
  };

  it('are answered in their order, also when the next was sent before', async () => {
    const { server, socket } = await openOne();
    socket.write(request());
    await asked(1);
    socket.write(request('dnt: 1\r\n') + request('', '/v1/x'));
    await turn();
    due[0]?.('/first');
    const seen = await answersOf(socket, 3);
    expect(seen.match(/(location: \/\w+|404)/g)).toEqual(['location: /first', 'location: /to', '404']);
    socket.destroy();
    server.close();
  });

  it('are left to node:http when it turns out that more is needed', async () => {
    const { server, socket } = await openOne();
    socket.write(request('user-agent: a\r\n'));
    await asked(1);
    due[0]?.(undefined);
    expect(await answersOf(socket, 1)).toContain(encodeURIComponent('"/r/abc","GET","127.0.0.1","a"'));
    socket.destroy();
    server.close();
  });

  it('are left to node:http when they cannot be answered', async () => {
    const { server, socket } = await openOne();
    front.sendOn = () => {
      throw new Error('no');
    };
    const other = await listen(front);
    const second = await open(other.port);
    second.write(request());
    expect(await answersOf(second, 1)).toContain('302 Found');
    for (const one of [socket, second]) one.destroy();
    for (const one of [server, other.server]) one.close();
  });

  it('harm nobody when the visitor has gone', async () => {
    const { server, socket, theirs } = await openOne();
    socket.write(request());
    await asked(1);
    socket.resetAndDestroy();
    while (!theirs.destroyed) await turn();
    due[0]?.('/late');
    server.close();
    await once(server, 'close');
  });

  it('are answered before the server has closed, and are the last of their connection', async () => {
    const { server, socket } = await openOne();
    const idle = await open((server.address() as AddressInfo).port);
    idle.write(request());
    await asked(1);
    due[0]?.('/done');
    await answersOf(idle, 1);
    socket.write(request());
    await asked(2);
    const closed = once(server, 'close');
    server.close();
    await once(idle.resume(), 'close');
    due[1]?.('/last');
    expect(await text(socket)).toMatch(/location: \/last\r\n(.+\r\n)*Connection: close\r\n\r\n$/);
    await closed;
  });

  it('are cut off when the server must end at once', async () => {
    const { server, socket } = await openOne();
    socket.write(request());
    await asked(1);
    server.close();
    server.closeAllConnections();
    await once(socket.resume(), 'close');
  });

  it('wait for no reader: who does not read is left to node:http', async () => {
    const { server, socket, theirs } = await openOne();
    theirs.write = (() => false) as Socket['write'];
    socket.write(request());
    await asked(1);
    due[0]?.('/never');
    Reflect.deleteProperty(theirs, 'write');
    socket.write(request());
    expect(await answersOf(socket, 1)).toContain('location: /to');
    expect(due).toHaveLength(1);
    socket.destroy();
    server.close();
  });

  it('are answered to who has said that nothing more will come', async () => {
    const { server, socket } = await openOne();
    socket.end(request());
    await asked(1);
    await turn();
    due[0]?.('/for-the-patient');
    expect(await text(socket)).toMatch(/location: \/for-the-patient\r\n(.+\r\n)*Connection: close\r\n\r\n$/);
    server.close();
  });

  describe('on a connection that is silent', () => {
    const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);
    beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }));
    afterEach(() => void vi.useRealTimers());

    it('end with it, a second after it was promised to be kept and not while an answer is due', async () => {
      const { server, socket, theirs } = await openOne();
      socket.write(request());
      await asked(1);
      pass(100);
      due[0]?.('/patient');
      expect(await answersOf(socket, 1)).toMatch(/\/patient(.|\r\n)*timeout=72\r\n/);
      pass(73);
      expect(theirs.destroyed).toBe(false);
      pass(1);
      await once(socket.resume(), 'close');
      server.close();
    });

    it('are left to node:http when the silence came first', async () => {
      const { server, socket } = await openOne();
      pass(11);
      socket.write(request());
      expect(await answersOf(socket, 1)).toContain('location: /to');
      expect(due).toEqual([]);
      socket.destroy();
      server.close();
    });
  });
});
