import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../kernel/errors.ts';
import { say } from '../platform/locale.ts';
import { htmlPage } from './page.ts';
import { sendProblem } from './problem.ts';
import type { App } from './shell.ts';

const YEAR_SECONDS = 31_536_000;
/** Addresses of machines: what is not there is a problem document, never a page. */
const MACHINE = /^\/(v1|docs|assets|openapi\.json|healthz|readyz|metrics)(\/|$)/;

/**
 * Serves the built web apps: hashed assets for a year, and for every address that is not an API's the page of the
 * console or, under /portal, of the partners' portal. Without a build it says how to make one.
 */
export async function serveWeb(app: App, webDir: string | undefined): Promise<void> {
  const assets = webDir && join(webDir, 'assets');
  if (assets && existsSync(assets)) {
    await app.register(fastifyStatic, {
      root: assets,
      prefix: '/assets/',
      maxAge: YEAR_SECONDS * 1000,
      immutable: true,
      index: false,
      wildcard: true,
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads || MACHINE.test(path) || /\.\w+$/.test(path)) return sendProblem(missing(request, path), request, reply);
    return sendPage(reply, webDir, /^\/portal(\/|$)/.test(path) ? 'portal/index.html' : 'index.html');
  });
}

function missing(request: FastifyRequest, path: string): AppError {
  return new AppError('not_found', `There is no ${request.method} ${path}.`, {
    hint: 'The API is described at /docs.',
  });
}

function sendPage(reply: FastifyReply, webDir: string | undefined, file: string): FastifyReply {
  reply.header('cache-control', 'no-cache');
  if (webDir && existsSync(join(webDir, file))) return reply.sendFile(file, webDir, { cacheControl: false });
  const page = htmlPage({
    title: say('access:not_built_title'),
    text: say('access:not_built_text'),
    action: { label: say('access:docs_link'), href: '/docs' },
  });
  return reply.code(503).type('text/html; charset=utf-8').send(page);
}
