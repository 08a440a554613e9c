import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { stripeTransfers } from './stripe-transfers.ts';
import { type TransferOrder, type TransferProvider, TransferRefused } from './transfers.ts';

const KEY = 'test-key-of-a-stand-in';

type Transfer = Record<string, unknown> & { id: string; transfer_group: string };
type Fault = 'none' | 'hangs up after paying' | { status: number; error: Record<string, unknown> } | 'no json';

/** Stands for Stripe as its reference describes transfers, idempotent requests, errors and events. */
function standIn() {
  const book: Transfer[] = [];
  const replies = new Map<string, { form: string; transfer: Transfer }>();
  const events: { id: string; type: string; data: { object: Transfer } }[] = [];
  const seen: { method: string; url: string; headers: IncomingMessage['headers']; form: string }[] = [];
  const state = { fault: 'none' as Fault };

  const answer = (response: ServerResponse, status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  function pay(form: string): Transfer {
    const fields = Object.fromEntries(new URLSearchParams(form));
    const made = { object: 'transfer', reversed: false, amount_reversed: 0, livemode: false, ...fields };
    const transfer = { ...made, id: `tr_${book.length + 1}`, amount: Number(fields.amount) } as unknown as Transfer;
    book.push(transfer);
    return transfer;
  }
  function create(request: IncomingMessage, response: ServerResponse, form: string): void {
    const key = String(request.headers['idempotency-key']);
    const known = replies.get(key);
    if (known && known.form !== form) {
      answer(response, 400, { error: { type: 'idempotency_error', message: 'Keys for idempotent requests …' } });
      return;
    }
    const transfer = known?.transfer ?? pay(form);
    replies.set(key, { form, transfer });
    if (state.fault === 'hangs up after paying') response.destroy();
    else answer(response, 200, transfer);
  }
  function list(url: URL): object {
    const whole = { object: 'list', url: url.pathname, has_more: false };
    if (url.pathname === '/v1/transfers')
      return { ...whole, data: book.filter((one) => one.transfer_group === url.searchParams.get('transfer_group')) };
    const newest = events.toReversed();
    const last = newest.findIndex(({ id }) => id === url.searchParams.get('ending_before'));
    return { ...whole, data: last < 0 ? newest : newest.slice(0, last) };
  }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const form = Buffer.concat(chunks).toString();
    seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, form });
    if (state.fault === 'no json') return response.writeHead(502).end('<html>Bad gateway</html>');
    if (typeof state.fault === 'object') return answer(response, state.fault.status, { error: state.fault.error });
    const url = new URL(request.url ?? '', 'http://stand-in');
    if (request.method === 'POST') create(request, response, form);
    else answer(response, 200, list(url));
  });
  return { server, book, events, seen, state };
}

describe('transfers by Stripe', () => {
  let stripe: ReturnType<typeof standIn>;
  let server: Server;
  let provider: TransferProvider;
  let number = 0;
  const order = (more: Partial<TransferOrder> = {}): TransferOrder => {
    number += 1;
    return { key: `PAY${number}`, amountMinor: 1999, currency: 'EUR', account: 'acct_1', text: 'March', ...more };
  };
  beforeAll(async () => {
    stripe = standIn();
    server = stripe.server.listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const { port } = server.address() as AddressInfo;
    provider = stripeTransfers({ key: KEY, url: `http://127.0.0.1:${port}` });
  });
  beforeEach(() => {
    stripe.state.fault = 'none';
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  it('are ordered as a form, with the key, and reported in our words', async () => {
    const wanted = order();
    expect(await provider.create(wanted)).toEqual({
      key: wanted.key,
      ref: 'tr_1',
      state: 'paid',
      amountMinor: 1999,
      currency: 'EUR',
      account: 'acct_1',
    });
    const sent = stripe.seen.at(-1);
    expect(sent?.headers).toMatchObject({
      authorization: `Bearer ${KEY}`,
      'content-type': 'application/x-www-form-urlencoded',
      'idempotency-key': wanted.key,
    });
    expect(Object.fromEntries(new URLSearchParams(sent?.form))).toEqual({
      amount: '1999',
      currency: 'eur',
      destination: 'acct_1',
      transfer_group: wanted.key,
      description: 'March',
    });
  });

  it('are paid once under a key: the same order again is the same transfer, another one leaves it open', async () => {
    const wanted = order();
    const first = await provider.create(wanted);
    const before = stripe.book.length;
    expect(await provider.create(wanted)).toEqual(first);
    const other = provider.create({ ...wanted, amountMinor: 5 });
    await expect(other).rejects.toThrow(/idempotent/);
    await expect(other).rejects.not.toBeInstanceOf(TransferRefused);
    expect(stripe.book).toHaveLength(before);
  });

  it('are found by their key when the answer was lost after paying, and not paid again', async () => {
    const wanted = order();
    stripe.state.fault = 'hangs up after paying';
    const lost = provider.create(wanted);
    await expect(lost).rejects.toThrow();
    await expect(lost).rejects.not.toBeInstanceOf(TransferRefused);
    stripe.state.fault = 'none';
    expect(await provider.find(wanted.key)).toMatchObject({ key: wanted.key, state: 'paid', amountMinor: 1999 });
    await provider.create(wanted);
    expect(stripe.book.filter(({ transfer_group }) => transfer_group === wanted.key)).toHaveLength(1);
    expect(await provider.find('NEVER-ORDERED')).toBeUndefined();
  });

  it.each([
    [400, 'invalid_request_error', true],
    [402, 'card_error', true],
    [404, 'invalid_request_error', true],
    [400, 'idempotency_error', false],
    [401, 'authentication_error', false],
    [409, 'idempotency_error', false],
    [429, 'rate_limit_error', false],
    [500, 'api_error', false],
  ])('answered %s, %s: refused for good is %s', async (status, type, isCertain) => {
    stripe.state.fault = { status, error: { type, message: `It said ${type}.` } };
    const failed = await provider.create(order()).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Error);
    expect((failed as Error).message).toBe(`It said ${type}.`);
    expect(failed instanceof TransferRefused).toBe(isCertain);
  });

  it('answered by something that is not Stripe leave the outcome open', async () => {
    stripe.state.fault = 'no json';
    const failed = await provider.create(order()).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Error);
    expect(failed).not.toBeInstanceOf(TransferRefused);
  });

  it('that were reversed are told as returned, oldest first, once', async () => {
    for (const n of [1, 2]) {
      const { key } = order();
      const object = { id: `tr_r${n}`, amount: 700, amount_reversed: 700, currency: 'eur', destination: 'acct_2' };
      const event = { id: `evt_${n}`, type: 'transfer.reversed', data: { object: { ...object, transfer_group: key } } };
      stripe.events.push(event);
    }
    const { reports, cursor } = await provider.news(undefined);
    expect(reports.map(({ ref, state }) => [ref, state])).toEqual([
      ['tr_r1', 'returned'],
      ['tr_r2', 'returned'],
    ]);
    expect(cursor).toBe('evt_2');
    expect(await provider.news(cursor)).toEqual({ reports: [], cursor });
    expect(stripe.seen.at(-1)?.url).toBe('/v1/events?type=transfer.reversed&limit=100&ending_before=evt_2');
  });
});
