import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { fieldSchema } from '../partners/applications/schema.ts';
import { askedSchema, attemptSchema, proofSchema, quizAnswersSchema } from '../partners/certifications/schema.ts';
import { feeSchema, verdictSchema } from '../partners/gates/schema.ts';
import { termsVersionSchema } from '../partners/programmes/schema.ts';
import {
  acceptPortalTerms,
  applyToAnother,
  portalForm,
  portalProgramme,
  portalProgrammes,
  sendPortalProof,
  takePortalQuiz,
} from './portal-programmes.ts';

const tags = ['Portal'];
const params = z.object({ id: z.string().max(40).describe('The programme, pr_…') });
const read = { access: 'portal:read' } as const;
const write = { access: 'portal:write' } as const;
const words = z.array(z.string());

const programmeView = z.object({
  id: z.string(),
  name: z.string(),
  state: z.string(),
  may_earn: z.boolean(),
  gates: z.array(verdictSchema),
  in_words: words,
  attribution_in_words: words,
  version: z.number().int().nullable(),
  accepted_version: z.number().int(),
  versions: z.array(
    termsVersionSchema.pick({
      version: true,
      effective_at: true,
      needs_acceptance: true,
      changes: true,
      in_words: true,
    }),
  ),
  fees: z.array(feeSchema),
  certification: askedSchema.nullable(),
});

const openView = z.object({ id: z.string(), name: z.string(), audience: z.string(), in_words: words });
const formView = openView.extend({
  attribution_in_words: words,
  gates_in_words: words,
  version: z.number().int(),
  fields: z.array(fieldSchema),
  reviewed: z.boolean(),
});

export const portalProgrammeRoutes: Routes = (app) => {
  app.get(
    '/v1/portal/programmes',
    {
      schema: {
        tags,
        summary: "The partner's programmes with their gates, and those it could join",
        response: { 200: z.object({ items: z.array(programmeView), open: z.array(openView) }) },
      },
      config: read,
    },
    (request) => portalProgrammes(ctxOf(request)),
  );
  app.get(
    '/v1/portal/programmes/:id',
    {
      schema: { tags, summary: 'One programme as its partner reads it', params, response: { 200: programmeView } },
      config: read,
    },
    (request) => portalProgramme(ctxOf(request), request.params.id),
  );
  app.post(
    '/v1/portal/programmes/:id/terms',
    {
      schema: {
        tags,
        summary: 'Say yes to a version of the terms',
        params,
        body: z.strictObject({ version: z.int32().positive() }),
        response: { 200: programmeView },
      },
      config: write,
    },
    (request) => acceptPortalTerms(ctxOf(request), request.params.id, request.body.version),
  );
  app.post(
    '/v1/portal/programmes/:id/quiz',
    {
      schema: {
        tags,
        summary: 'Take the quiz of a programme',
        params,
        body: quizAnswersSchema,
        response: { 201: z.object({ attempt: attemptSchema, wrong: words.describe('Questions answered wrong') }) },
      },
      config: write,
    },
    async (request, reply) =>
      reply.code(201).send(await takePortalQuiz(ctxOf(request), request.params.id, request.body.answers)),
  );
  app.post(
    '/v1/portal/programmes/:id/proofs',
    {
      schema: {
        tags,
        summary: 'Send a proof to become certified',
        params,
        body: proofSchema,
        response: { 201: attemptSchema },
      },
      config: write,
    },
    async (request, reply) =>
      reply.code(201).send(await sendPortalProof(ctxOf(request), request.params.id, request.body)),
  );
  app.get(
    '/v1/portal/programmes/:id/form',
    {
      schema: {
        tags,
        summary: 'What one is asked who wants to be in a programme',
        params,
        response: { 200: formView },
      },
      config: read,
    },
    (request) => portalForm(ctxOf(request), request.params.id),
  );
  app.post(
    '/v1/portal/programmes/:id/applications',
    {
      schema: {
        tags,
        summary: 'Apply to another programme',
        params,
        body: z.strictObject({
          terms_version: z.int32().positive(),
          answers: z.record(z.string().max(40), z.union([z.string().max(5000), z.array(z.string().max(200)).max(100)])),
        }),
        response: { 201: z.object({ outcome: z.enum(['approved', 'queued', 'rejected']) }) },
      },
      config: write,
    },
    async (request, reply) =>
      reply.code(201).send(await applyToAnother(ctxOf(request), request.params.id, request.body)),
  );
};
