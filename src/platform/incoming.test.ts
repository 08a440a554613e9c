import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppError } from '../kernel/errors.ts';
import { makeBodyReader } from './incoming.ts';

describe('bodies outside the API', () => {
  const limits = { bytes: 1_000, bytesTogether: 1_500, ms: 500 };
  let server: Server;
  let base: string;

  beforeAll(async () => {
    const read = makeBodyReader(limits);
    server = createServer((req, res) => {
      read(req).then(
        (body) => res.end(body),
        (error) => res.writeHead(400).end((error as AppError).code),
      );
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const send = async (body: BodyInit, headers: Record<string, string> = {}) =>
    (await fetch(base, { method: 'POST', body, headers })).text();

  async function half(bytes: number): Promise<Socket> {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.on('error', () => {});
    socket.write(`POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 1000\r\n\r\n${'x'.repeat(bytes)}`);
    await once(server, 'request');
    return socket;
  }

  it('are read plain and packed, however the packing is spelled', async () => {
    expect(await send('hello')).toBe('hello');
    expect(await send(gzipSync('hello'), { 'content-encoding': 'GZIP' })).toBe('hello');
  });

  it('are refused when they inflate beyond the limit', async () => {
    expect(await send(gzipSync('x'.repeat(1_000_000)), { 'content-encoding': 'gzip' })).toBe('too_large');
  });

  it('that stop in the middle give way to whole ones, the oldest first', async () => {
    const slow = [await half(900), await half(550)];
    const [oldest] = slow.map((socket) => once(socket, 'data'));
    expect(await send('y'.repeat(100))).toBe('y'.repeat(100));
    expect(String(await oldest)).toContain('unavailable');
    for (const socket of slow) socket.destroy();
  });

  it('that stop in the middle lose their connection and give their room back', async () => {
    const slow = await half(900);
    await once(slow.resume(), 'close');
    expect(await send('y'.repeat(1_000))).toBe('y'.repeat(1_000));
  });
});
