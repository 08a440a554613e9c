import type { RateLimitOptions } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';

/** A caller is counted by their API key, or else by their network address. */
const byCaller = (request: FastifyRequest) => request.headers.authorization ?? request.ip;

/** Mails to one address are counted by the address, whoever asks. */
const byAddress = (request: FastifyRequest) =>
  String((request.body as { email?: unknown } | undefined)?.email ?? request.ip).toLowerCase();

/** What a request may weigh, and how often it may come, at most. */
export const HTTP_LIMITS = {
  bodyBytes: 1024 * 1024,
  uploadBytes: 1024 * 1024 * 1024,
  uploadFiles: 50,
  jsonDepth: 64,
  signIn: { max: 30, timeWindow: '1 minute' },
  linkMail: { max: 5, timeWindow: '15 minutes', hook: 'preHandler', keyGenerator: byAddress },
  track: { max: 6000, timeWindow: '1 minute', keyGenerator: byCaller },
  publicWrite: { max: 120, timeWindow: '1 minute' },
} as const satisfies Record<string, number | RateLimitOptions>;
