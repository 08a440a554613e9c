// Reads a LoadPlan from its input, sends the load over plain sockets, prints a LoadResult.
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import type { Latency, LoadPlan, LoadRequest, LoadResult, RequestMaker } from './load.ts';

const TAIL_MS = 15_000;
const plan = JSON.parse(await text(process.stdin)) as LoadPlan;
const { hostname, port, host } = new URL(plan.url);
const wire = await wireOf(plan);
const { seconds, warmUpSeconds = 0, connections, rate, endsInTime = false } = plan;
const LOOK_MS = 2;
const statuses: Record<string, number> = {};
const samples = Array.from({ length: Math.ceil(seconds) }, () => ({ latencies: [] as number[], refused: 0 }));
let number = 0;
let broken = 0;
let isOver = false;
const idle: Lane[] = [];
let tellFreed = () => {};
const lanes = await Promise.all(Array.from({ length: connections }, open));
const startedAt = performance.now() + warmUpSeconds * 1000;
const endsAt = startedAt + seconds * 1000;
await (rate === undefined ? atFullSpeed() : atSteadyRate(rate));
await tail();
process.stdout.write(JSON.stringify(summarise()));
process.exit(0);

/** The bytes of each request by its number; a list is put into bytes once. */
async function wireOf({ requests, maker }: LoadPlan): Promise<(number: number) => Buffer> {
  if (maker) {
    const { makeRequests } = (await import(maker.module)) as { makeRequests: RequestMaker };
    const next = makeRequests(maker.options);
    return (number) => bytesOf(next(number));
  }
  const list = (requests ?? [{ path: '/' }]).map(bytesOf);
  return (number) => list[number % list.length] as Buffer;
}

function bytesOf({ method = 'GET', path, headers = {}, body }: LoadRequest): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = body === undefined ? '' : `content-length: ${Buffer.byteLength(body)}\r\n`;
  return Buffer.from(`${method} ${path} HTTP/1.1\r\nhost: ${host}\r\n${lines.join('')}${length}\r\n${body ?? ''}`);
}

type Lane = { socket: Socket; dueAt: number; isBusy: boolean; isOpen: boolean; seen: Buffer };

function open(): Promise<Lane> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    const lane: Lane = { socket, dueAt: 0, isBusy: false, isOpen: false, seen: Buffer.alloc(0) };
    socket.once('connect', () => {
      lane.isOpen = true;
      resolve(lane);
    });
    socket.on('data', (data: Buffer) => receive(lane, data));
    socket.on('error', reject);
    socket.on('close', () => void mend(lane));
  });
}

/** A server may hang up: what was under way is lost, and the lane is opened again. */
async function mend(lane: Lane): Promise<void> {
  lane.isOpen = false;
  if (lane.isBusy) {
    broken += 1;
    lane.isBusy = false;
  }
  while (!isOver) {
    const next = await open().catch(() => undefined);
    if (next) {
      lanes[lanes.indexOf(lane)] = next;
      return answered(next);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function send(lane: Lane, dueAt: number): void {
  lane.isBusy = true;
  lane.dueAt = dueAt;
  lane.socket.write(wire(number));
  number += 1;
}

function receive(lane: Lane, data: Buffer): void {
  lane.seen = lane.seen.length === 0 ? data : Buffer.concat([lane.seen, data]);
  const status = takeAnswer(lane);
  if (status === undefined) return;
  const now = performance.now();
  note(status, lane.dueAt, now);
  lane.isBusy = false;
  answered(lane);
}

function note(status: number, dueAt: number, now: number): void {
  statuses[status] = (statuses[status] ?? 0) + 1;
  const at = rate === undefined ? now : dueAt;
  if (at < startedAt || at >= endsAt) return;
  const second = samples[Math.floor((at - startedAt) / 1000)];
  if (status >= 400 && second) second.refused += 1;
  second?.latencies.push(now - dueAt);
}

function answered(lane: Lane): void {
  if (rate !== undefined) {
    idle.push(lane);
    tellFreed();
  } else if (performance.now() < endsAt) send(lane, performance.now());
}

async function atFullSpeed(): Promise<void> {
  for (const lane of lanes) send(lane, performance.now());
  await new Promise((resolve) => setTimeout(resolve, endsAt - performance.now()));
}

/**
 * Looks again at once instead of by a timer, whose millisecond would hide in every latency; but nobody's processor is
 * burnt while the next request is not due for longer, or no connection is free.
 */
async function atSteadyRate(perSecond: number): Promise<void> {
  idle.push(...lanes);
  const from = performance.now();
  const lastAt = endsInTime ? endsAt : endsAt + TAIL_MS;
  for (let due = 0; ; ) {
    const dueAt = from + (due * 1000) / perSecond;
    const now = performance.now();
    if (dueAt > endsAt || now > lastAt) return;
    const lane = dueAt <= now ? nextIdle() : undefined;
    if (lane) {
      send(lane, dueAt);
      due += 1;
    } else if (dueAt <= now) await Promise.race([freed(), pause(LOOK_MS)]);
    else if (dueAt - now > 2 * LOOK_MS) await pause(LOOK_MS / 2);
    else await turn();
  }
}

/** Resolves when a connection is free again. */
function freed(): Promise<void> {
  return new Promise((resolve) => {
    tellFreed = resolve;
  });
}

function nextIdle(): Lane | undefined {
  for (let lane = idle.shift(); lane; lane = idle.shift()) if (lane.isOpen && !lane.isBusy) return lane;
  return undefined;
}

async function tail(): Promise<void> {
  const until = performance.now() + TAIL_MS;
  while (lanes.some(({ isBusy }) => isBusy) && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 5));
  isOver = true;
  broken += lanes.filter(({ isBusy }) => isBusy).length;
  for (const { socket } of lanes) socket.destroy();
}

function summarise(): LoadResult {
  const all = samples.flatMap(({ latencies }) => latencies);
  return {
    statuses,
    broken,
    answered: all.length,
    perSecond: all.length / seconds,
    latency: percentiles(all),
    bySecond: samples.map(({ latencies, refused }) => ({
      answered: latencies.length,
      refused,
      p99: percentiles(latencies).p99,
    })),
  };
}

/** The status of the answer at the head of what was seen, once the whole of it is there; answers are never chunked. */
function takeAnswer(lane: Lane): number | undefined {
  const { seen } = lane;
  const headEnd = seen.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const head = seen.toString('latin1', 0, headEnd);
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  const end = headEnd + 4 + length;
  if (seen.length < end) return undefined;
  lane.seen = seen.subarray(end);
  return Number(head.slice(9, 12));
}

function percentiles(latencies: number[]): Latency {
  const sorted = Float64Array.from(latencies).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), p999: at(0.999), max: at(1) };
}
