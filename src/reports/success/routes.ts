import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { channelSuccess } from './channels.ts';
import { channelsCsv, traitsCsv } from './csv.ts';
import { listOutcomes } from './outcomes-list.ts';
import { previewOutcome } from './preview.ts';
import { channelsSchema, outcomesQuery, outcomesSchema, previewBody, previewSchema, traitsSchema } from './schema.ts';
import { successTraits } from './traits.ts';

const tags = ['Success'];
const config = { access: 'success:read' } as const;
const csv = { 200: z.string().describe('UTF-8, comma, one header line') };

/** Who succeeds, and what those who do have in common. */
export const successRoutes: Routes = (app) => {
  app.post(
    '/v1/success/preview',
    {
      schema: {
        tags,
        summary: 'How many accounts a rule would count as successful, and why not the others; nothing is saved',
        body: previewBody,
        response: { 200: previewSchema },
      },
      config,
    },
    (request) => previewOutcome(ctxOf(request), request.body.rule),
  );
  app.get(
    '/v1/success/outcomes',
    {
      schema: {
        tags,
        summary: 'Every account with whether it succeeded, as of its start + day, and why not',
        querystring: outcomesQuery,
        response: { 200: outcomesSchema },
      },
      config,
    },
    (request) => listOutcomes(ctxOf(request), request.query),
  );
  app.get(
    '/v1/success/traits',
    {
      schema: { tags, summary: 'Which traits successful customers share', response: { 200: traitsSchema } },
      config,
    },
    (request) => successTraits(ctxOf(request)),
  );
  app.get(
    '/v1/success/channels',
    {
      schema: {
        tags,
        summary: 'Which channels bring customers who succeed, as each source tells it',
        response: { 200: channelsSchema },
      },
      config,
    },
    (request) => channelSuccess(ctxOf(request)),
  );
  app.get(
    '/v1/success/traits.csv',
    { schema: { tags, summary: 'Traits with their numbers, as CSV', response: csv }, config },
    async (request, reply) => sendCsv(reply, 'success-traits', await traitsCsv(ctxOf(request))),
  );
  app.get(
    '/v1/success/channels.csv',
    { schema: { tags, summary: 'Channels with their numbers, as CSV', response: csv }, config },
    async (request, reply) => sendCsv(reply, 'success-channels', await channelsCsv(ctxOf(request))),
  );
};

function sendCsv(reply: FastifyReply, name: string, text: string) {
  reply.header('content-disposition', `attachment; filename="${name}.csv"`);
  return reply.type('text/csv; charset=utf-8').serializer(String).send(text);
}
