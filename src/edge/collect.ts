import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WriteKey } from '../access/keys/model.ts';
import { BATCH_BYTES } from '../customers/events/model.ts';
import { countOf, recordOf, type Way, wayOf } from '../customers/events/rules/requests.ts';
import { AppError, ERROR_STATUS } from '../kernel/errors.ts';
import { makeBodyReader } from '../platform/incoming.ts';
import { readJsonTop } from '../platform/json-top.ts';
import { metrics } from '../platform/metrics.ts';
import { makeRate } from '../platform/rate.ts';
import { makeSpareShare } from '../platform/spare-time.ts';
import type { Door } from './edge.ts';

export type CollectDeps = {
  /** Resolves once the record is on the disk. @throws unavailable when there is no room */
  append(payload: Uint8Array): Promise<void>;
  /** The live key with this text; undefined when there is none. */
  findKey(text: string): Promise<WriteKey | undefined> | WriteKey | undefined;
  /** The script for customers' sites; undefined when it was not built. */
  snippet: { body: Buffer; etag: string } | undefined;
  /** Where clients are told to send to, without a trailing slash. */
  publicUrl: string;
  /** How many events a second one key may send for long. */
  eventsPerSecond: number;
  now(): Date;
};

const TOGETHER_BYTES = 64 * 1024 * 1024;
/** Slow bodies may not keep the others' room. */
const BODY_MS = 20_000;
/** What a key did not send it may send later, up to this much. */
const SAVED_SECONDS = 2;
/** Who sends too much waits for the answer: so many at a time, so long at most. */
const HELD = 400;
const HELD_MS = 1_000;
const NOT_JSON = 'The body is not a JSON object: send one event, or {"events": [...]}.';

/** The doors for events: a request is answered 200 once its events are on the disk, whatever is wrong with one of them. */
export function makeCollector(deps: CollectDeps): Door {
  const rate = makeRate(deps.eventsPerSecond, SAVED_SECONDS, makeSpareShare());
  const readBody = makeBodyReader({ bytes: BATCH_BYTES, bytesTogether: TOGETHER_BYTES, ms: BODY_MS });
  /** Texts of keys that sent too much, until when: such a body is not read as far as its key. */
  const spent = new Map<string, number>();
  const hold = makeHold();

  async function collect(req: IncomingMessage, res: ServerResponse, way: Way): Promise<void> {
    const nowMs = deps.now().getTime();
    const named = keyOf(req.headers.authorization);
    const known = named === undefined ? undefined : await keyNamed(deps, named);
    const early = known ? rate.waitMs(known.id, 1, nowMs) : 0;
    if (early > 0) return hold(req, res, early);
    if (!/^(application\/json|text\/plain)\b/.test(req.headers['content-type'] ?? 'text/plain'))
      throw new AppError('bad_request', 'Send application/json.');
    const text = await readBody(req);
    const late = known ? 0 : spentWait(text, nowMs);
    if (late > 0) return hold(req, res, late);
    const body = readJsonTop(text);
    if (!body) throw new AppError('bad_request', NOT_JSON);
    const inBody = body.get('writeKey') ?? body.get('api_key') ?? body.get('key');
    const key = known ?? (await keyNamed(deps, inBody));
    const count = countOf(body);
    const wait = rate.waitMs(key.id, count, nowMs);
    if (wait > 0 && !known) spent.set(String(inBody), nowMs + wait);
    if (wait > 0) return hold(req, res, wait);
    rate.take(key.id, count, nowMs);
    await deps.append(recordOf(way, key, text, deps.now()));
    answer(res, 200, way.door === 'posthog' ? { status: 1 } : { success: true });
  }

  function spentWait(text: Buffer, nowMs: number): number {
    for (const [key, untilMs] of spent) {
      if (untilMs <= nowMs) spent.delete(key);
      else if (text.includes(key)) return untilMs - nowMs;
    }
    return 0;
  }

  return {
    handle(req, res) {
      const path = (req.url ?? '').split('?', 1)[0] ?? '';
      const [way, still] = [wayOf(path), stillOf(path)];
      if (!way && !still) return false;
      allowOrigins(req, res);
      if (req.method === 'OPTIONS') res.writeHead(204).end();
      else if (still && /^(GET|HEAD)$/.test(req.method ?? '')) serveStill(deps, req, res, still);
      else if (way && req.method === 'POST') collect(req, res, way).catch((error) => refuse(res, error));
      else answer(res, 405, { error: 'Not that way.' });
      return true;
    },
  };
}

/** The refusal of who sends too much is late: who waits for it does not send. */
function makeHold() {
  let held = 0;
  return (req: IncomingMessage, res: ServerResponse, waitMs: number): void => {
    metrics.shed.inc({ door: 'events' });
    if (held >= HELD) return void req.socket.destroy();
    held += 1;
    const problem = new AppError('rate_limited', 'Too many events from this key.', { wait_ms: waitMs });
    const timer = setTimeout(() => refuse(res, problem), Math.min(waitMs, HELD_MS));
    res.once('close', () => {
      clearTimeout(timer);
      held -= 1;
    });
  };
}

type Still = { settingsOf: string } | 'script';

/** What clients fetch before they send: Segment's settings of a key, and our own script. */
function stillOf(path: string): Still | undefined {
  if (path === '/gw.js') return 'script';
  const key = /^\/v1\/projects\/([\w-]{1,100})\/settings$/.exec(path)?.[1];
  return key === undefined ? undefined : { settingsOf: key };
}

function serveStill(
  { publicUrl, snippet }: CollectDeps,
  req: IncomingMessage,
  res: ServerResponse,
  still: Still,
): void {
  res.setHeader('cache-control', `public, max-age=${still === 'script' ? 3600 : 300}`);
  if (still !== 'script') {
    const { host, protocol } = new URL(publicUrl);
    const segment = { apiKey: still.settingsOf, apiHost: `${host}/v1`, protocol: protocol.replace(':', '') };
    return void answer(res, 200, { integrations: { 'Segment.io': segment }, plan: {} });
  }
  if (!snippet) return void answer(res, 404, { error: 'The script was not built here.' });
  res.setHeader('etag', snippet.etag).setHeader('cross-origin-resource-policy', 'cross-origin');
  const isSame = req.headers['if-none-match'] === snippet.etag;
  res.writeHead(isSame ? 304 : 200, { 'content-type': 'text/javascript; charset=utf-8' });
  res.end(isSame || req.method === 'HEAD' ? undefined : snippet.body);
}

function allowOrigins(req: IncomingMessage, res: ServerResponse): void {
  res.setHeader('access-control-allow-origin', '*');
  if (req.method !== 'OPTIONS') return;
  const asked = req.headers['access-control-request-headers'];
  res.setHeader('access-control-allow-methods', 'POST, GET').setHeader('access-control-max-age', '86400');
  res.setHeader('access-control-allow-headers', asked ?? 'authorization, content-type, content-encoding');
}

/** The key as the user of Basic (Segment) or as Bearer; undefined when the header names none. */
function keyOf(authorization: string | undefined): string | undefined {
  const [, kind, value = ''] = /^(Basic|Bearer) +(\S+)$/i.exec(authorization ?? '') ?? [];
  if (kind === undefined) return undefined;
  return kind.toLowerCase() === 'bearer' ? value : (Buffer.from(value, 'base64').toString().split(':', 1)[0] ?? '');
}

async function keyNamed(deps: CollectDeps, name: unknown): Promise<WriteKey> {
  const key = typeof name === 'string' && name.length <= 200 ? await deps.findKey(name) : undefined;
  if (key) return key;
  throw new AppError('unauthenticated', 'Unauthorized.');
}

const RETRY_MS = 5_000;

function refuse(res: ServerResponse, error: unknown): void {
  if (res.headersSent || res.destroyed) return void res.destroy();
  const problem = error instanceof AppError ? error : new AppError('unavailable', 'Try again shortly.');
  const status = ERROR_STATUS[problem.code];
  if (status === 503) metrics.shed.inc({ door: 'events' });
  const waitMs = (problem.detail.wait_ms as number | undefined) ?? RETRY_MS;
  if (status === 503 || status === 429) res.setHeader('retry-after', String(Math.max(1, Math.ceil(waitMs / 1000))));
  answer(res, status, { error: problem.message });
}

function answer(res: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  res.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text);
}
