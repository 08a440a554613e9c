import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import * as shape from './schema.ts';
import {
  changeScenario,
  deleteScenario,
  duplicateScenario,
  getScenario,
  listScenarios,
  playScenario,
  saveScenario,
} from './service.ts';
import { describeResult, describeScenario, describeWhole } from './verbs/describe.ts';
import { discardDraft } from './verbs/drafts.ts';

const tags = ['Scenarios'];
const params = z.object({ id: z.string().max(40) });
const read = { access: 'programmes:read' } as const;
const write = { access: 'programmes:write' } as const;

/** The scenario lab: what an offer would bring and cost, before it is made. */
export const scenarioRoutes: Routes = (app) => {
  readRoutes(app);
  writeRoutes(app);
};

const readRoutes: Routes = (app) => {
  app.post(
    '/v1/scenarios/play',
    {
      schema: {
        tags,
        summary: 'What a scenario would bring, without saving it: 10,000 seeded runs',
        body: shape.scenarioInputSchema,
        response: { 200: shape.resultSchema },
      },
      config: read,
    },
    async (request) => describeResult(await playScenario(ctxOf(request), request.body)),
  );
  app.get(
    '/v1/scenarios',
    {
      schema: {
        tags,
        summary: 'Saved scenarios, the one changed last first',
        querystring: shape.listQuery,
        response: {
          200: z.object({
            items: z.array(shape.scenarioItemSchema),
            total: z.number().int(),
            page: z.number().int(),
            per_page: z.number().int(),
          }),
        },
      },
      config: read,
    },
    async (request) => {
      const page = await listScenarios(ctxOf(request), request.query);
      return { ...page, items: page.items.map(describeScenario) };
    },
  );
  app.get(
    '/v1/scenarios/:id',
    {
      schema: { tags, summary: 'One scenario with its answer', params, response: { 200: shape.scenarioSchema } },
      config: read,
    },
    async (request) => describeWhole(await getScenario(ctxOf(request), request.params.id)),
  );
};

const writeRoutes: Routes = (app) => {
  app.post(
    '/v1/scenarios',
    {
      schema: {
        tags,
        summary: 'Save a scenario under a name',
        body: shape.newScenarioSchema,
        response: { 201: shape.scenarioSchema },
      },
      config: write,
    },
    async (request, reply) => reply.code(201).send(describeWhole(await saveScenario(ctxOf(request), request.body))),
  );
  app.patch(
    '/v1/scenarios/:id',
    {
      schema: {
        tags,
        summary: 'Rename a scenario or change what it assumes',
        params,
        body: shape.scenarioChangeSchema,
        response: { 200: shape.scenarioSchema },
      },
      config: write,
    },
    async (request) => describeWhole(await changeScenario(ctxOf(request), request.params.id, request.body)),
  );
  app.post(
    '/v1/scenarios/:id/duplicate',
    {
      schema: { tags, summary: 'The same scenario under a new name', params, response: { 201: shape.scenarioSchema } },
      config: write,
    },
    async (request, reply) =>
      reply.code(201).send(describeWhole(await duplicateScenario(ctxOf(request), request.params.id))),
  );
  app.delete(
    '/v1/scenarios/:id',
    {
      schema: { tags, summary: 'Delete a scenario; terms made from it stay', params, response: { 204: z.null() } },
      config: write,
    },
    async (request, reply) => {
      await deleteScenario(ctxOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
  app.delete(
    '/v1/terms-drafts/:id',
    { schema: { tags, summary: 'Put a draft of terms away', params, response: { 204: z.null() } }, config: write },
    async (request, reply) => {
      await discardDraft(ctxOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
};
