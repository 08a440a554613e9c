import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { newRuleSchema, versionSchema } from './schema.ts';
import { activateOutcomeRule, getOutcomeRule, listOutcomeRules, saveOutcomeRule, showRule } from './service.ts';

const tags = ['Success'];
const read = { access: 'success:read' } as const;
const write = { access: 'success:write' } as const;
const params = z.object({ id: z.string().max(40) });

/** What this company takes for success, with every version there was. */
export const outcomeRuleRoutes: Routes = (app) => {
  app.get(
    '/v1/success/rule',
    { schema: { tags, summary: 'What counts as success now', response: { 200: versionSchema } }, config: read },
    async (request) => showRule(await getOutcomeRule(ctxOf(request))),
  );
  app.get(
    '/v1/success/rules',
    {
      schema: {
        tags,
        summary: 'Every version of what counts as success, the newest first',
        response: { 200: z.object({ items: z.array(versionSchema) }) },
      },
      config: read,
    },
    async (request) => ({ items: (await listOutcomeRules(ctxOf(request))).map(showRule) }),
  );
  app.post(
    '/v1/success/rules',
    {
      schema: {
        tags,
        summary: 'Change what counts as success; earlier versions stay',
        body: newRuleSchema,
        response: { 201: versionSchema },
      },
      config: write,
    },
    async (request, reply) => reply.code(201).send(showRule(await saveOutcomeRule(ctxOf(request), request.body))),
  );
  app.post(
    '/v1/success/rules/:id/activate',
    {
      schema: { tags, summary: 'Go back to a version', params, response: { 200: versionSchema } },
      config: write,
    },
    async (request) => showRule(await activateOutcomeRule(ctxOf(request), request.params.id)),
  );
};
