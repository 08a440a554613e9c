import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { readForms } from '../http/form-body.ts';
import { HTTP_LIMITS } from '../http/limits.ts';
import type { LogEntry } from '../partners/postbacks/model.ts';
import { logPage, logQuery, toLogView } from '../partners/postbacks/schema.ts';
import { listPostbacks } from '../partners/postbacks/verbs/log.ts';
import { say } from '../platform/locale.ts';
import { receivePostback } from './receive-postback.ts';

const tags = ['Postbacks'];
const params = z.object({ key: z.string().max(100).describe("The door's key") });
const sent = z.record(z.string(), z.unknown());
const answer = z.object({
  ok: z.literal(true),
  id: z.string().describe('The line in the log, pk_…'),
  conversion_id: z.string().nullable().describe('cv_…'),
});
const config = { access: 'public', rateLimit: HTTP_LIMITS.track } as const;

type In = { Params: { key: string }; Querystring: Record<string, unknown>; Body: Record<string, unknown> | undefined };

/** Where networks tell of conversions, and the log of both directions. */
export const postbackDoorRoutes: Routes = (app) => {
  app.register(async (scope: FastifyInstance) => takePostbacks(scope));
  app.get(
    '/v1/postbacks',
    {
      schema: {
        tags,
        summary: 'What networks told us, and what they were told',
        querystring: logQuery,
        response: { 200: logPage },
      },
      config: { access: 'programmes:read' },
    },
    async (request) => {
      const { items, ...page } = await listPostbacks(ctxOf(request), request.query);
      return { ...page, items: items.map((entry) => toLogView(entry, sentenceOf(entry))) };
    },
  );
};

function takePostbacks(scope: FastifyInstance): void {
  readForms(scope);
  const shape = { tags, params, response: { 200: answer } };
  const take = (request: FastifyRequest<In>) =>
    receivePostback(ctxOf(request), request.params.key, textsOf({ ...request.query, ...request.body }));
  const get = { schema: { ...shape, summary: 'For networks: a conversion' }, config, exposeHeadRoute: false };
  const post = {
    schema: { ...shape, summary: 'For networks: a conversion, as a form or JSON', body: sent.optional() },
    config,
  };
  scope.get<In>('/v1/postbacks/in/:key', get, take);
  scope.post<In>('/v1/postbacks/in/:key', post, take);
}

/** Networks send texts and numbers; a repeated parameter counts once, and nothing else is one. */
function textsOf(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const one = [value].flat()[0];
      return typeof one === 'string' || typeof one === 'number' ? [[name, String(one).replaceAll('\0', '')]] : [];
    }),
  );
}

function sentenceOf({ reason, reason_params }: LogEntry): string {
  return say(`reasons-doors:postback.${reason}`, reason_params);
}
