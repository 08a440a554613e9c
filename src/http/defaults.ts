import type { FastifyInstance } from 'fastify';
import { HTTP_LIMITS } from './limits.ts';

/** What every route gets without saying so: a limit where strangers write, and open doors for the API's own papers. */
export function setDefaults(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    route.config ??= {};
    if (route.url.startsWith('/docs')) route.config.access ??= 'public';
    const writes = [route.method].flat().some((method) => !['GET', 'HEAD', 'OPTIONS'].includes(method));
    if (route.config.access === 'track:write') route.config.rateLimit ??= HTTP_LIMITS.track;
    if (route.config.access === 'public' && writes) route.config.rateLimit ??= HTTP_LIMITS.publicWrite;
  });
}
