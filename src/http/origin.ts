import type { FastifyRequest } from 'fastify';
import { AppError } from '../kernel/errors.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that another site makes a signed-in browser send. Browsers say where such a request comes from
 * (Sec-Fetch-Site, or Origin on plain http); one that carries a session without saying it is refused too. API keys are
 * not sent by browsers on their own.
 */
export function refuseForeignOrigin(request: FastifyRequest, sessionCookie: string, publicUrl: string): void {
  if (SAFE.has(request.method) || request.headers.authorization) return;
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return;
  const origin = request.headers.origin ?? originOf(request.headers.referer);
  if (site === undefined && origin !== undefined && isOurs(origin, request, publicUrl)) return;
  const named = site !== undefined || origin !== undefined;
  if (!carriesSession(request, sessionCookie) && !(named && request.routeOptions.config.sameOrigin)) return;
  throw new AppError('forbidden', 'This request came from another site, so it was refused.', {
    hint: 'Send it from this installation, or use an API key.',
  });
}

function carriesSession(request: FastifyRequest, sessionCookie: string): boolean {
  return request.headers.cookie?.includes(`${sessionCookie}=`) ?? false;
}

function isOurs(origin: string, request: FastifyRequest, publicUrl: string): boolean {
  return origin === new URL(publicUrl).origin || originOf(origin, 'host') === request.headers.host;
}

function originOf(url: string | undefined, part: 'origin' | 'host' = 'origin'): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url)[part] : undefined;
}
