import type { FastifyInstance } from 'fastify';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { toProblem } from '../http/problem.ts';
import { type DubLead, type DubSale, dubLeadAnswer, dubLeadBody, dubSaleAnswer, dubSaleBody } from './dub-schema.ts';
import { trackLead, trackSale } from './dub-track.ts';

const tags = ['Dub'];
const config = { access: 'track:write' } as const;

/** The two doors of the Dub client: give it this server's address and one of our keys, and nothing else changes. */
export const dubRoutes: Routes = (app) => {
  app.register(async (scope: FastifyInstance) => serveDub(scope));
};

function serveDub(scope: FastifyInstance): void {
  answerProblemsAsDub(scope);
  scope.post<{ Body: DubLead }>(
    '/track/lead',
    {
      schema: { tags, summary: 'A lead, from a Dub client', body: dubLeadBody, response: { 200: dubLeadAnswer } },
      config,
    },
    (request) => trackLead(ctxOf(request), request.body),
  );
  scope.post<{ Body: DubSale }>(
    '/track/sale',
    {
      schema: { tags, summary: 'A sale, from a Dub client', body: dubSaleBody, response: { 200: dubSaleAnswer } },
      config,
    },
    (request) => trackSale(ctxOf(request), request.body),
  );
}

/** The client knows refusals by these words. */
const CODES: Record<number, string> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  422: 'unprocessable_entity',
  429: 'rate_limit_exceeded',
};

function answerProblemsAsDub(scope: FastifyInstance): void {
  scope.setErrorHandler((error, request, reply) => {
    const { status, detail, field, hint } = toProblem(error);
    if (status >= 500) request.log.error({ err: error, id: request.id }, 'a request failed');
    const code = CODES[status] ?? 'internal_server_error';
    const message = [detail, hint].filter(Boolean).join(' ');
    reply.code(status).type('application/json').serializer(JSON.stringify);
    return reply.send({ error: { code, message, ...(field ? { field } : {}) } });
  });
}
