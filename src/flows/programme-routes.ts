import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { guardSchema, programmePageSchema, publishSchema } from '../partners/programmes/schema.ts';
import { publishProgramme, readGuard } from './publish-programme.ts';

const tags = ['Programmes'];
const config = { access: 'programmes:write' } as const;

export const publishRoutes: Routes = (app) => {
  app.get(
    '/v1/programmes/guard',
    {
      schema: { tags, summary: 'Whether LTV:CAC lets a programme be published now', response: { 200: guardSchema } },
      config,
    },
    (request) => readGuard(ctxOf(request)),
  );
  app.post(
    '/v1/programmes/:id/publish',
    {
      schema: {
        tags,
        summary: 'Open a programme to partners',
        params: z.object({ id: z.string() }),
        body: publishSchema.default({}),
        response: { 200: z.object({ programme: programmePageSchema, guard: guardSchema }) },
      },
      config,
    },
    (request) => publishProgramme(ctxOf(request), request.params.id, request.body),
  );
};
