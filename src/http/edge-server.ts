import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { AppError } from '../kernel/errors.ts';
import { answerMetrics } from '../platform/metrics.ts';
import { type Parts, readiness } from '../platform/readiness.ts';
import { type Front, frontServer } from './shell.ts';

type Deps = { front: Front; parts: Parts; metricsToken?: string };

/** The server of a process that is nothing but the front: beside it only what watches the process is answered. */
export function edgeServer(deps: Deps): Server {
  return frontServer(deps.front, (req, res) => void watch(deps, req, res));
}

async function watch({ parts, metricsToken }: Deps, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { pathname, searchParams } = URL.parse(req.url ?? '/', 'http://edge') ?? new URL('http://edge');
  if (pathname === '/healthz') return answer(res, 200, { ok: true });
  if (pathname === '/readyz') {
    const state = await readiness(parts, searchParams.get('part') ?? undefined).catch(asProblem);
    return 'code' in state ? answer(res, 404, state) : answer(res, state.ok ? 200 : 503, state);
  }
  if (pathname !== '/metrics')
    return answer(res, 404, { code: 'not_found', detail: 'This process serves links and events only.' });
  const { status, type, body } = await answerMetrics(req.headers.authorization, metricsToken);
  res.writeHead(status, { 'content-type': type }).end(body);
}

function asProblem(error: unknown): { code: string; detail: string } {
  if (error instanceof AppError) return { code: error.code, detail: error.message };
  throw error;
}

function answer(res: ServerResponse, status: number, body: object): void {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
