import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastify from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Ctx } from '../platform/ctx.ts';
import { authenticate, type Identify, type Identity } from './authenticate.ts';
import { HTTP_LIMITS } from './limits.ts';
import { serveOpenApi } from './openapi.ts';
import { sendProblem } from './problem.ts';

export type AppDeps = { identify: Identify; makeCtx(identity: Identity): Ctx };
export type App = Awaited<ReturnType<typeof makeShell>>;
/** A slice's routes: registered by name in compose.ts, never by folder. */
export type Routes = (app: App) => void;

async function makeShell() {
  return fastify({
    bodyLimit: HTTP_LIMITS.bodyBytes,
    logger: false,
    trustProxy: 'loopback',
    routerOptions: { ignoreTrailingSlash: true },
  }).withTypeProvider<ZodTypeProvider>();
}

/** Builds the server without listening, so that tests can inject requests. */
export async function buildApp(deps: AppDeps, routes: Routes[]): Promise<App> {
  const app = await makeShell();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(sendProblem);
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      Object.assign(new Error(`There is no ${request.method} ${request.url.split('?')[0]}.`), { statusCode: 404 }),
      request,
      reply,
    ),
  );
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        'script-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'upgrade-insecure-requests': null,
      },
    },
    strictTransportSecurity: false,
  });
  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  await app.register(multipart, { limits: { fileSize: HTTP_LIMITS.uploadBytes, files: HTTP_LIMITS.uploadFiles } });
  await serveOpenApi(app);
  const anonymous: Identity = { actor: { kind: 'system', id: 'anonymous' }, scopes: new Set() };
  app.addHook('onRequest', (request) => authenticate(request, { ...deps, anonymous }));
  for (const register of routes) register(app);
  return app;
}
