import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SendsOn } from '../http/quick-front.ts';
import type { Log } from '../platform/log.ts';
import type { Drain } from './drain.ts';
import type { Intake } from './intake.ts';

/** What answers some addresses of the edge by itself, from the first byte to the last. */
export type Door = {
  /** Answers the request; false leaves it to others, untouched. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<void> | boolean;
  /** Of its requests, the plain visits that it can answer without node:http. */
  sendOn?: SendsOn;
};

export type Edge = {
  /** Answers a request of the edge; false leaves it to others. */
  handle(req: IncomingMessage, res: ServerResponse): boolean;
  sendOn: SendsOn;
  /** Resolves once everything that was acknowledged is in the database. */
  drained(): Promise<void>;
  /** Rejects while nothing can be taken. */
  check(): Promise<void>;
  /** Takes nothing more, and brings into the database what it can within that time. */
  stop(withinMs: number): Promise<void>;
};

type Parts = { intake: Intake; drain: Drain; doors: readonly Door[]; log: Log };

/** The hot path: redirects and collection, in front of everything else. */
export function makeEdge({ intake, drain, doors, log }: Parts): Edge {
  const fail = (res: ServerResponse) => (error: unknown) => {
    log.error({ err: error }, 'a request of the edge failed');
    if (res.headersSent) res.destroy();
    else res.writeHead(503, { 'retry-after': '5', 'content-type': 'text/plain' }).end('Try again in a few seconds.\n');
  };
  return {
    handle(req, res) {
      const { url = '' } = req;
      if (!url.startsWith('/')) req.url = originForm(url);
      for (const door of doors) {
        const taken = door.handle(req, res);
        if (taken === false) continue;
        if (taken !== true) taken.catch(fail(res));
        return true;
      }
      return false;
    },
    sendOn: (visit, sendOn) => doors.some((door) => door.sendOn?.(visit, sendOn)),
    drained: () => drain.drained(),
    check: () => intake.check(),
    async stop(withinMs) {
      await intake.close();
      await drain.stop(withinMs);
    },
  };
}

/** Proxies and some clients name the host in the address too (RFC 9112, 3.2.2): what counts is the path behind it. */
function originForm(address: string): string {
  const path = /^https?:\/\/[^/?#]*(.*)$/i.exec(address)?.[1];
  if (path === undefined) return address;
  return path.startsWith('/') ? path : `/${path}`;
}
