import { z } from 'zod';
import * as shape from '../customers/needs/schema.ts';
import { decideNeed, forgetAccountNeed } from '../customers/needs/service.ts';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { listAccountNeeds, needsOfAccount } from '../reports/needs/account-needs.ts';

const tags = ['Pain points and use cases'];
const params = z.object({ id: z.string().max(40) });
const pair = z.object({ id: z.string().max(40), need_id: z.string().max(40) });
const read = { access: 'customers:read' } as const;
const write = { access: 'customers:write' } as const;

/** Which account has which pain point or use case. */
export const accountNeedRoutes: Routes = (app) => {
  app.get(
    '/v1/needs/accounts',
    {
      schema: {
        tags,
        summary: 'Who has which: suggestions to be decided, or what was decided',
        querystring: shape.suggestionsQuery,
        response: {
          200: z.object({
            items: z.array(shape.accountNeedSchema),
            total: z.number().int(),
            page: z.number().int(),
            per_page: z.number().int(),
          }),
        },
      },
      config: read,
    },
    (request) => listAccountNeeds(ctxOf(request), request.query),
  );
  app.get(
    '/v1/accounts/:id/needs',
    {
      schema: {
        tags,
        summary: 'What one account needs',
        params,
        response: { 200: z.object({ items: z.array(shape.accountNeedSchema) }) },
      },
      config: read,
    },
    async (request) => ({ items: await needsOfAccount(ctxOf(request), request.params.id) }),
  );
  app.put(
    '/v1/accounts/:id/needs/:need_id',
    {
      schema: {
        tags,
        summary: 'Say that an account has it, or has it not',
        params: pair,
        body: shape.decisionSchema,
        response: { 200: z.object({ items: z.array(shape.accountNeedSchema) }) },
      },
      config: write,
    },
    async (request) => {
      const { id, need_id } = request.params;
      await needsOfAccount(ctxOf(request), id);
      await decideNeed(ctxOf(request), { accountId: id, needId: need_id, decision: request.body });
      return { items: await needsOfAccount(ctxOf(request), id) };
    },
  );
  app.delete(
    '/v1/accounts/:id/needs/:need_id',
    {
      schema: { tags, summary: 'Take back what was decided or seen', params: pair, response: { 204: z.null() } },
      config: write,
    },
    async (request, reply) => {
      const { id, need_id } = request.params;
      await forgetAccountNeed(ctxOf(request), { accountId: id, needId: need_id });
      return reply.code(204).send(null);
    },
  );
};
