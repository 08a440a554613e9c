import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Log } from '../platform/log.ts';
import { HTTP_LIMITS } from './limits.ts';
import { sendProblem } from './problem.ts';
import { answerPlainVisits, type SendsOn } from './quick-front.ts';

export type App = Awaited<ReturnType<typeof makeShell>>;
/** A slice's routes: registered by name in compose.ts, never by folder. */
export type Routes = (app: App) => void;

/** What answers requests before the routes are asked; false leaves a request to them, untouched. */
export type Front = {
  handle(req: IncomingMessage, res: ServerResponse): boolean;
  /** Of plain visits, those that it can answer without node:http. */
  sendOn?: SendsOn;
};

const KEEP_ALIVE_MS = 72_000;
/** A request that never ends holds its connection no longer; uploads over slow lines do end. */
const PATIENCE_MS = { headers: 30_000, request: 3_600_000 };

/** The server itself: the front first, then the others. While it closes, every answer is the last of its connection. */
export function frontServer(front: Front | undefined, others: RequestListener): Server {
  const { headers: headersTimeout, request: requestTimeout } = PATIENCE_MS;
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, headersTimeout, requestTimeout }, (req, res) => {
    if (!server.listening) res.setHeader('connection', 'close');
    if (!front?.handle(req, res)) others(req, res);
  });
  return front?.sendOn ? answerPlainVisits(server, front.sendOn) : server;
}

/** The empty server: limits, request numbers, logging. */
export async function makeShell(deps: { log: Log; trustProxy?: string; front?: Front }) {
  return fastify({
    serverFactory: (others) => frontServer(deps.front, others),
    bodyLimit: HTTP_LIMITS.bodyBytes,
    loggerInstance: httpLog(deps.log),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    // An address that cannot be read is refused before any handler: it gets the one shape of refusals too.
    frameworkErrors: sendProblem,
    trustProxy: deps.trustProxy ?? false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 2000 },
  }).withTypeProvider<ZodTypeProvider>();
}

/** The terminal of a first start shows where to go, not that a socket listens: routine lines begin at debug. */
function httpLog(log: Log): FastifyBaseLogger {
  return log.child({ part: 'http' }, { level: log.level === 'info' ? 'warn' : log.level }) as FastifyBaseLogger;
}
