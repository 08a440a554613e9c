import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Ctx } from '../platform/ctx.ts';
import type { Log } from '../platform/log.ts';
import { metrics } from '../platform/metrics.ts';
import type { Parts } from '../platform/readiness.ts';
import { authenticate, type Identify, type Identity } from './authenticate.ts';
import { setDefaults } from './defaults.ts';
import { healthRoutes } from './health.ts';
import { checkText, readJsonBodies } from './json-body.ts';
import { HTTP_LIMITS } from './limits.ts';
import { serveOpenApi } from './openapi.ts';
import { refuseForeignOrigin } from './origin.ts';
import { sendProblem } from './problem.ts';
import { type App, type Front, makeShell, type Routes } from './shell.ts';
import { serveWeb } from './web.ts';

export type AppDeps = {
  identify: Identify;
  makeCtx(identity: Identity): Ctx;
  log: Log;
  publicUrl: string;
  sessionCookie: string;
  /** What answers before the routes are asked. */
  front?: Front;
  /** What must work for this process to be ready. */
  parts: Parts;
  /** Who brings it may read the counters; nobody when undefined. */
  metricsToken?: string;
  /** Throws when there is no room for a change; asked before every request that may make one. */
  checkRoom?(): void;
  /** The addresses of proxies whose `X-Forwarded-For` is believed; none when undefined. */
  trustProxy?: string;
  /** The folder of the built web app. */
  webDir?: string;
};
export type { App, Routes };

/** Builds the server without listening, so that tests can inject requests. */
export async function buildApp(deps: AppDeps, routes: Routes[]): Promise<App> {
  const app = await makeShell(deps);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(sendProblem);
  readJsonBodies(app);
  setDefaults(app);
  reachFront(app, deps.front);
  await addPlugins(app);
  await serveOpenApi(app);
  guard(app, deps);
  writeAccessLog(app);
  for (const register of [healthRoutes(deps), ...routes]) register(app);
  await serveWeb(app, deps.webDir);
  return app;
}

/** Requests that come without a socket, as tests send them, find the front here. */
function reachFront(app: App, front: Front | undefined): void {
  if (!front) return;
  app.addHook('onRequest', async (request, reply) => {
    if (front.handle(request.raw, reply.raw)) reply.hijack();
  });
}

async function addPlugins(app: App): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        'script-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'", 'data:'],
        'upgrade-insecure-requests': null,
      },
    },
    // Forms of our own pages must name their origin, which `no-referrer` would hide.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: false,
  });
  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  await app.register(multipart, { limits: { fileSize: HTTP_LIMITS.uploadBytes, files: HTTP_LIMITS.uploadFiles } });
}

const READING = ['GET', 'HEAD', 'OPTIONS'];

/** Before the body is read: who is it, may they, and did they mean it. Before a handler: can the words be kept. */
function guard(app: App, deps: AppDeps): void {
  const anonymous: Identity = { actor: { kind: 'system', id: 'anonymous' }, scopes: new Set() };
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    refuseForeignOrigin(request, deps.sessionCookie, deps.publicUrl);
    await authenticate(request, { ...deps, anonymous });
    if (!READING.includes(request.method)) deps.checkRoom?.();
  });
  app.addHook('preValidation', async (request) => {
    for (const part of [request.params, request.query] as Record<string, unknown>[]) {
      for (const [name, value] of Object.entries(part ?? {})) if (typeof value === 'string') checkText(name, value);
    }
  });
}

/** One line a request: the route's pattern instead of its address, and no person's data. */
function writeAccessLog(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? '(none)';
    const ms = Math.round(reply.elapsedTime);
    const { method } = request;
    metrics.answers.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    request.log.debug({ id: request.id, method, route, status: reply.statusCode, ms }, 'answered');
  });
}
