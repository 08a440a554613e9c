import type { FastifyInstance } from 'fastify';
import { HTTP_LIMITS } from './limits.ts';

/** The API's own papers, and the files that the sign-in screen itself is made of. */
const OPEN = /^\/(docs|assets)(\/|$)/;

/** What every route gets without saying so: a limit where strangers write, and open doors where nothing is secret. */
export function setDefaults(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    route.config ??= {};
    if (OPEN.test(route.url)) route.config.access ??= 'public';
    const writes = [route.method].flat().some((method) => !['GET', 'HEAD', 'OPTIONS'].includes(method));
    if (route.config.access === 'track:write') route.config.rateLimit ??= HTTP_LIMITS.track;
    if (route.config.access === 'public' && writes) route.config.rateLimit ??= HTTP_LIMITS.publicWrite;
  });
}
