import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { termsSchema, termsVersionSchema } from '../partners/programmes/schema.ts';
import { draftTerms, publishDraft, readDraft } from './draft-terms.ts';

const tags = ['Scenarios'];
const params = z.object({ id: z.string().max(40) });
const config = { access: 'programmes:write' } as const;
const draftSchema = z.object({
  id: z.string(),
  scenario_id: z.string().nullable().describe('null: deleted since'),
  scenario_name: z.string(),
  programme_id: z.string(),
  programme_name: z.string(),
  offer: z.enum(['a', 'b']),
  terms: termsSchema,
  in_words: z.array(z.string()),
  changes: termsVersionSchema.shape.changes,
  created_by: z.string(),
  created_at: z.string(),
});

/** Terms made from a scenario: they wait until somebody puts them into force. */
export const draftTermsRoutes: Routes = (app) => {
  app.post(
    '/v1/scenarios/:id/draft-terms',
    {
      schema: {
        tags,
        summary: 'Draft terms of a programme from an offer; nothing is promised before the draft is published',
        params,
        body: z.strictObject({ programme_id: z.string().max(40), offer: z.enum(['a', 'b']).default('a') }),
        response: { 201: draftSchema },
      },
      config,
    },
    async (request, reply) => reply.code(201).send(await draftTerms(ctxOf(request), request.params.id, request.body)),
  );
  app.get(
    '/v1/programmes/:id/draft-terms',
    {
      schema: {
        tags,
        summary: 'The draft of terms that waits for a programme',
        params,
        response: { 200: z.object({ draft: draftSchema.nullable() }) },
      },
      config: { access: 'programmes:read' },
    },
    async (request) => ({ draft: await readDraft(ctxOf(request), request.params.id) }),
  );
  app.post(
    '/v1/terms-drafts/:id/publish',
    {
      schema: {
        tags,
        summary: 'Put a draft into force as the next version of the terms',
        params,
        body: z
          .strictObject({
            effective_at: z.iso.datetime({ offset: true }).optional().describe('Not before now; now when absent'),
            needs_acceptance: z.boolean().optional().describe('From then on nobody earns who has not accepted it'),
          })
          .default({}),
        response: {
          200: z.object({ programme_id: z.string(), version: z.number().int(), effective_at: z.string() }),
        },
      },
      config,
    },
    (request) => publishDraft(ctxOf(request), request.params.id, request.body),
  );
};
