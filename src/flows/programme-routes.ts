import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { guardSchema, programmePageSchema, publishSchema } from '../partners/programmes/schema.ts';
import { publishProgramme, readGuard, readLaunch } from './publish-programme.ts';

const tags = ['Programmes'];
const launchSchema = z.object({
  missing: z.array(z.object({ code: z.string(), says: z.string() })),
  readiness: z
    .object({
      nps: z.number().nullable(),
      answers: z.number().int(),
      retention: z.number().nullable().describe('GRR, 0 to 1'),
      stories: z.number().int(),
    })
    .nullable()
    .describe("The company's own numbers, where the programme asks for them"),
});
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
  app.get(
    '/v1/programmes/:id/launch',
    {
      schema: {
        tags,
        summary: 'What is missing before anybody could earn in a programme',
        params: z.object({ id: z.string() }),
        response: { 200: launchSchema },
      },
      config,
    },
    (request) => readLaunch(ctxOf(request), request.params.id),
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
