import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { readPlainGet, type Visit } from './quick-request.ts';

/** Leads the visitor there; undefined leaves the request to node:http after all. */
export type SendOn = (location: string | undefined) => void;

/**
 * Sends a visitor on, at once or later; false, before it has done anything, when that takes more than a GET's first lines.
 * Calls `sendOn` once when it returned true.
 */
export type SendsOn = (visit: Visit, sendOn: SendOn) => boolean;

/** What every answer to a visit carries. */
export const SENT_WITH = ['cache-control', 'no-store', 'referrer-policy', 'no-referrer-when-downgrade'] as const;
const WRITTEN = `content-length: 0\r\n${SENT_WITH[0]}: ${SENT_WITH[1]}\r\n${SENT_WITH[2]}: ${SENT_WITH[3]}\r\n`;

type Hands = { sends: SendsOn; server: Server; keepAliveMs: number; toHttp(socket: Socket): void };

const LOOK_MS = 1_000;
/** Who connects and says nothing is for node:http to wait for. */
const SILENT_MS = 10_000;
/** As node:http does: the other end is told a second less than it has. */
const GRACE_MS = 1_000;
const NOTHING = Buffer.alloc(0);

/**
 * Answers plain visits below node:http, whose objects cost more than everything else about them. Anything else about a
 * connection gives it to node:http for good, with every byte that was not answered yet.
 */
export function answerPlainVisits(server: Server, sends: SendsOn): Server {
  const [toHttp] = server.listeners('connection') as ((socket: Socket) => void)[];
  if (!toHttp) return server;
  const open = new Set<Connection>();
  const hands = {
    ...{ sends, server, keepAliveMs: server.keepAliveTimeout },
    toHttp: (socket: Socket) => toHttp.call(server, socket),
  };
  server.off('connection', toHttp);
  server.on('connection', (socket: Socket) => new Connection(hands, socket, open));
  // One look a second at all: a timer of each socket would be set anew at every read and every write.
  const watch = setInterval(() => {
    const now = performance.now();
    for (const connection of open) connection.age(now);
  }, LOOK_MS).unref();
  server.once('close', () => clearInterval(watch));
  const { closeIdleConnections, closeAllConnections } = server;
  server.closeIdleConnections = () => {
    for (const connection of open) connection.endIdle();
    closeIdleConnections.call(server);
  };
  server.closeAllConnections = () => {
    for (const { socket } of open) socket.destroy();
    closeAllConnections.call(server);
  };
  return server;
}

class Connection {
  readonly socket: Socket;
  readonly #hands: Hands;
  readonly #open: Set<Connection>;
  /** What came while an answer was due. */
  #held: Buffer[] = [];
  #isBusy = false;
  /** Since when, as far as it was looked at: `performance.now()`. */
  #silentSince: number | undefined;
  #isEnded = false;
  /** The request that an answer is due to. */
  #asked: Buffer = NOTHING;
  #isKnown = false;

  constructor(hands: Hands, socket: Socket, open: Set<Connection>) {
    this.#hands = hands;
    this.socket = socket;
    this.#open = open;
    open.add(this);
    socket.on('data', this.#take).on('end', this.#end).on('error', this.#fail).on('close', this.#forget);
  }

  endIdle(): void {
    if (!this.#isBusy) this.socket.destroy();
  }

  /** Called once a second. */
  age(now: number): void {
    if (this.#isBusy) return;
    this.#silentSince ??= now;
    const silentMs = now - this.#silentSince;
    if (silentMs >= this.#hands.keepAliveMs + GRACE_MS) this.socket.destroy();
    else if (!this.#isKnown && silentMs >= SILENT_MS) this.#handOver(NOTHING);
  }

  readonly #take = (bytes: Buffer): void => {
    if (this.#isBusy) {
      this.#held.push(bytes);
      this.socket.pause();
      return;
    }
    if (!this.#begin(bytes)) this.#handOver(bytes);
  };

  #begin(bytes: Buffer): boolean {
    const { sends, server } = this.#hands;
    const read = server.listening ? readPlainGet(bytes) : undefined;
    if (!read) return false;
    this.#isBusy = true;
    this.#asked = bytes;
    try {
      const isTaken = sends({ ...read, method: 'GET', socket: this.socket }, this.#sendOn);
      this.#isBusy &&= isTaken;
      return isTaken;
    } catch {
      this.#isBusy = false;
      return false;
    }
  }

  readonly #sendOn = (location: string | undefined): void => {
    const { server, keepAliveMs } = this.#hands;
    const { socket } = this;
    this.#isBusy = false;
    this.#isKnown = true;
    this.#silentSince = undefined;
    const asked = this.#asked;
    this.#asked = NOTHING;
    if (!socket.writable) return;
    if (location === undefined) return void this.#handOver(Buffer.concat([asked, ...this.#held]));
    const isLast = !server.listening || this.#isEnded;
    const kept = isLast ? 'close' : `keep-alive\r\nKeep-Alive: timeout=${keepAliveMs / 1000}`;
    const head = `HTTP/1.1 302 Found\r\nlocation: ${location}\r\n${WRITTEN}Date: ${dateNow()}\r\nConnection: ${kept}\r\n\r\n`;
    const isAhead = socket.write(head, 'latin1');
    if (isLast) return void socket.end();
    if (!isAhead || this.#held.length > 0) this.#handOver(Buffer.concat(this.#held));
  };

  #handOver(bytes: Buffer): void {
    const { socket } = this;
    this.#forget();
    socket.off('data', this.#take).off('end', this.#end).off('error', this.#fail).off('close', this.#forget);
    this.#hands.toHttp(socket);
    if (bytes.length > 0) socket.unshift(bytes);
    socket.resume();
  }

  /** Who says that nothing more will come still waits for the answer. */
  readonly #end = (): void => {
    this.#isEnded = true;
    if (!this.#isBusy) this.socket.end();
  };
  readonly #fail = (): void => void this.socket.destroy();
  readonly #forget = (): void => void this.#open.delete(this);
}

let latest = { second: Number.NaN, text: '' };

/** As node:http writes it. */
function dateNow(): string {
  const second = Math.floor(Date.now() / 1000);
  if (latest.second !== second) latest = { second, text: new Date(second * 1000).toUTCString() };
  return latest.text;
}
