import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { modelSchema, newModelSchema, overrideInForceSchema, versionSchema } from '../success/health/schema.ts';
import {
  activateHealthModel,
  getHealthVersion,
  listHealthModels,
  listHealthOverrides,
} from '../success/health/service.ts';
import { healthJudgeRoutes } from './health-judge-routes.ts';
import { saveModel } from './health-models.ts';
import { showVersion } from './health-version.ts';

const tags = ['Health'];
const read = { access: 'success:read' } as const;
const write = { access: 'success:write' } as const;
const params = z.object({ id: z.string().max(40) });
/** Versions of the health model: saved, looked at beforehand, compared, put in force; and whether scores drift. */
export const healthModelRoutes: Routes = (app) => {
  versionRoutes(app);
  healthJudgeRoutes(app);
};

const versionRoutes: Routes = (app) => {
  app.post(
    '/v1/health/model',
    {
      schema: {
        tags,
        summary: 'Save a new version of the health model and, unless told otherwise, put it in force',
        body: newModelSchema,
        response: { 201: modelSchema },
      },
      config: write,
    },
    async (request, reply) => reply.code(201).send(await saveModel(ctxOf(request), request.body)),
  );
  app.get(
    '/v1/health/models',
    {
      schema: {
        tags,
        summary: 'Every version of the health model, the newest first',
        response: { 200: z.object({ items: z.array(versionSchema) }) },
      },
      config: read,
    },
    async (request) => ({ items: (await listHealthModels(ctxOf(request))).map(showVersion) }),
  );
  app.get(
    '/v1/health/models/:id',
    {
      schema: { tags, summary: 'One version of the health model', params, response: { 200: versionSchema } },
      config: read,
    },
    async (request) => showVersion(await getHealthVersion(ctxOf(request), request.params.id)),
  );
  app.post(
    '/v1/health/models/:id/activate',
    {
      schema: {
        tags,
        summary: 'Put a version in force; scores follow at the next scoring',
        params,
        response: { 200: versionSchema },
      },
      config: write,
    },
    async (request) => showVersion(await activateHealthModel(ctxOf(request), request.params.id)),
  );
  app.get(
    '/v1/health/overrides',
    {
      schema: {
        tags,
        summary: 'Every band set by hand that is in force, the one that ends first on top',
        response: { 200: z.object({ items: z.array(overrideInForceSchema) }) },
      },
      config: read,
    },
    async (request) => ({
      items: (await listHealthOverrides(ctxOf(request))).map((one) => ({
        ...one,
        band: one.band as 'red',
        score: one.score === null ? null : Number(one.score),
        set_at: one.set_at.toISOString(),
        expires_at: one.expires_at.toISOString(),
      })),
    }),
  );
};
