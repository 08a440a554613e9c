import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerMetrics } from '../platform/metrics.ts';
import { type Parts, readiness } from '../platform/readiness.ts';
import type { Routes } from './shell.ts';

const tags = ['Health'];
const ok = z.object({ ok: z.literal(true) });
const part = z.object({ ok: z.boolean(), reason: z.string().optional().describe('Why it is not ready') });
const ready = z.object({ ok: z.boolean(), parts: z.record(z.string(), part) });
const config = { access: 'public', nobody: true } as const;

/** For whoever watches the process: is it alive, can it do its work, and how much does it do. */
export const healthRoutes =
  ({ parts, metricsToken }: { parts: Parts; metricsToken?: string }): Routes =>
  (app) => {
    app.get('/healthz', { schema: { tags, summary: 'Is the process alive?', response: { 200: ok } }, config }, () => ({
      ok: true as const,
    }));
    const summary = 'Can it do its work, and which part cannot?';
    const querystring = z.object({ part: z.string().optional().describe('Ask for one part only, such as intake') });
    app.get(
      '/readyz',
      { schema: { tags, summary, querystring, response: { 200: ready, 503: ready } }, config },
      async (request, reply) => {
        const state = await readiness(parts, request.query.part);
        return reply.code(state.ok ? 200 : 503).send(state);
      },
    );
    const description = 'Only there when METRICS_TOKEN is set, for who sends it as a bearer token.';
    const schema = { tags, summary: 'Counters for Prometheus', description, produces: ['text/plain'] };
    app.get('/metrics', { schema, config }, async (request: FastifyRequest, reply) => {
      const { status, type, body } = await answerMetrics(request.headers.authorization, metricsToken);
      return reply.code(status).type(type).send(body);
    });
  };
