import { z } from 'zod';
import type { Need } from '../customers/needs/model.ts';
import * as shape from '../customers/needs/schema.ts';
import { archiveNeed, changeNeed, createNeed, listNeeds } from '../customers/needs/service.ts';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { briefMarkdown, needBrief } from '../reports/needs/brief.ts';
import { briefSchema, worthSchema } from '../reports/needs/schema.ts';
import { needsWorth } from '../reports/needs/worth.ts';
import { accountNeedRoutes } from './account-need-routes.ts';
import { suggestNeeds, takeOverNeeds } from './suggest-needs.ts';

const tags = ['Pain points and use cases'];
const params = z.object({ id: z.string().max(40) });
const read = { access: 'customers:read' } as const;
const write = { access: 'customers:write' } as const;
const suggested = z.object({
  texts: z.number().int().describe('Looked through'),
  seen: z.number().int().describe('Accounts and what they need'),
  added: z.number().int().describe('Of them, new'),
});

function show(need: Need): z.infer<typeof shape.needSchema> {
  const { created_at, updated_at, archived_at } = need;
  return {
    ...need,
    created_at: created_at.toISOString(),
    updated_at: updated_at.toISOString(),
    archived_at: archived_at?.toISOString() ?? null,
  };
}

/** Pain points and use cases: the list, who has which, what they are worth, and the brief of what to make of them. */
export const needRoutes: Routes = (app) => {
  listRoutes(app);
  accountNeedRoutes(app);
  worthRoutes(app);
};

const listRoutes: Routes = (app) => {
  app.get(
    '/v1/needs',
    {
      schema: { tags, summary: 'Every one', response: { 200: z.object({ items: z.array(shape.needSchema) }) } },
      config: read,
    },
    async (request) => ({ items: (await listNeeds(ctxOf(request))).map(show) }),
  );
  app.post(
    '/v1/needs',
    {
      schema: { tags, summary: 'Add one', body: shape.newNeedSchema, response: { 201: shape.needSchema } },
      config: write,
    },
    async (request, reply) => reply.code(201).send(show(await createNeed(ctxOf(request), request.body))),
  );
  app.patch(
    '/v1/needs/:id',
    {
      schema: {
        tags,
        summary: 'Change one: its words, what we say to it, what is to be made, where it leads',
        params,
        body: shape.needChangeSchema,
        response: { 200: shape.needSchema },
      },
      config: write,
    },
    async (request) => show(await changeNeed(ctxOf(request), request.params.id, request.body)),
  );
  app.post(
    '/v1/needs/:id/archive',
    { schema: { tags, summary: 'Put one away', params, response: { 204: z.null() } }, config: write },
    async (request, reply) => {
      await archiveNeed(ctxOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/v1/needs/suggest',
    {
      schema: { tags, summary: 'Look through records, answers and tickets again', response: { 200: suggested } },
      config: write,
    },
    (request) => suggestNeeds(ctxOf(request)),
  );
  app.post(
    '/v1/needs/take-over',
    {
      schema: {
        tags,
        summary: 'Make one of each that customers’ records name, and note who has it',
        response: { 200: suggested.extend({ made: z.number().int() }) },
      },
      config: write,
    },
    (request) => takeOverNeeds(ctxOf(request)),
  );
};

const worthRoutes: Routes = (app) => {
  app.get(
    '/v1/needs/worth',
    {
      schema: {
        tags,
        summary: 'Which bring customers who succeed and stay, with intervals and n',
        querystring: shape.kindQuery,
        response: { 200: worthSchema },
      },
      config: { access: 'success:read' },
    },
    (request) => needsWorth(ctxOf(request), request.query.kind),
  );
  app.get(
    '/v1/needs/:id/brief',
    {
      schema: {
        tags,
        summary: 'The asset brief: what we say to it, what to make, where it leads, and the numbers behind it',
        params,
        response: { 200: briefSchema },
      },
      config: { access: 'success:read' },
    },
    (request) => needBrief(ctxOf(request), request.params.id),
  );
  app.get(
    '/v1/needs/:id/brief.md',
    {
      schema: {
        tags,
        summary: 'The asset brief as Markdown',
        params,
        response: { 200: z.string().describe('UTF-8 Markdown') },
      },
      config: { access: 'success:read' },
    },
    async (request, reply) => {
      const markdown = briefMarkdown(await needBrief(ctxOf(request), request.params.id));
      reply.header('content-disposition', 'attachment; filename="asset-brief.md"');
      return reply.type('text/markdown; charset=utf-8').serializer(String).send(markdown);
    },
  );
};
