import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { notFound } from '../kernel/errors.ts';
import type { Ctx } from '../platform/ctx.ts';
import { companyFacts } from '../reports/company.ts';
import { segmentFields } from '../reports/segments/fields.ts';
import { previewSegment } from '../reports/segments/preview.ts';
import { ruleSentence } from '../reports/segments/sentence.ts';
import type { Segment } from '../success/segments/model.ts';
import { checkRule } from '../success/segments/rules/check.ts';
import * as shape from '../success/segments/schema.ts';
import {
  archiveSegment,
  getSegment,
  listSegments,
  segmentHistory,
  segmentsOfAccount,
} from '../success/segments/service.ts';
import { changeSegment, duplicateSegment, evaluateSegments, explainSegment, saveSegment } from './segments.ts';

const tags = ['Segments'];
const params = z.object({ id: z.string().max(40) });
const read = { access: 'success:read' } as const;
const write = { access: 'success:write' } as const;
const count = z.number().int();
const evaluation = z.object({
  on: z.string().describe('The last day whose facts were used'),
  segments: count,
  entered: count,
  left: count,
});
const explanation = z.object({
  matches: z.boolean(),
  on: z.string(),
  conditions: z.array(
    z.object({ sentence: z.string(), holds: z.boolean(), value: z.union([z.string(), z.number()]).nullable() }),
  ),
});

/** Segments: saved rules over customers, who is in them, and who was. */
export const segmentRoutes: Routes = (app) => {
  readRoutes(app);
  writeRoutes(app);
};

const readRoutes: Routes = (app) => {
  app.get(
    '/v1/segments',
    {
      schema: {
        tags,
        summary: 'Every segment, by name',
        querystring: z.object({ archived: z.enum(['true', 'false']).default('false').describe('With archived ones') }),
        response: { 200: z.object({ items: z.array(shape.segmentSchema) }) },
      },
      config: read,
    },
    async (request) => {
      const ctx = ctxOf(request);
      const found = await listSegments(ctx, { archived: request.query.archived === 'true' });
      return { items: await Promise.all(found.map((one) => show(ctx, one))) };
    },
  );
  app.get(
    '/v1/segments/fields',
    {
      schema: { tags, summary: 'What a rule may ask, and how', response: { 200: shape.fieldsSchema } },
      config: read,
    },
    (request) => segmentFields(ctxOf(request)),
  );
  app.post(
    '/v1/segments/preview',
    {
      schema: {
        tags,
        summary: 'Who a rule would match now, without saving it',
        body: z.strictObject({ rule: shape.ruleShape }),
        response: { 200: shape.previewSchema },
      },
      config: read,
    },
    (request) => previewSegment(ctxOf(request), checkRule(request.body.rule)),
  );
  app.get(
    '/v1/segments/:id',
    { schema: { tags, summary: 'One segment', params, response: { 200: shape.segmentSchema } }, config: read },
    async (request) => show(ctxOf(request), await getSegment(ctxOf(request), request.params.id)),
  );
  app.get(
    '/v1/segments/:id/history',
    {
      schema: {
        tags,
        summary: 'Who came and went, the newest first',
        params,
        querystring: shape.pageQuery,
        response: { 200: shape.historySchema },
      },
      config: read,
    },
    async (request) => {
      const page = await segmentHistory(ctxOf(request), request.params.id, request.query);
      return { ...page, items: page.items.map(withTimes) };
    },
  );
  app.get(
    '/v1/segments/:id/accounts/:account_id',
    {
      schema: {
        tags,
        summary: 'Why an account is in a segment now, or why not',
        params: params.extend({ account_id: z.string().max(40) }),
        response: { 200: explanation },
      },
      config: read,
    },
    async (request) => {
      const { id, account_id: accountId } = request.params;
      const explained = await explainSegment(ctxOf(request), { id, accountId });
      if (!explained) throw notFound('account', accountId);
      return explained;
    },
  );
  app.get(
    '/v1/accounts/:id/segments',
    {
      schema: {
        tags,
        summary: 'The segments an account is in, then those it was in',
        params,
        response: { 200: shape.accountSegmentsSchema },
      },
      config: read,
    },
    async (request) => ({ items: (await segmentsOfAccount(ctxOf(request), request.params.id)).map(withTimes) }),
  );
};

const writeRoutes: Routes = (app) => {
  app.post(
    '/v1/segments',
    {
      schema: {
        tags,
        summary: 'Save a rule as a segment',
        body: shape.newSegmentSchema,
        response: { 201: shape.segmentSchema },
      },
      config: write,
    },
    async (request, reply) => {
      const ctx = ctxOf(request);
      return reply.code(201).send(await show(ctx, await saveSegment(ctx, request.body)));
    },
  );
  app.patch(
    '/v1/segments/:id',
    {
      schema: {
        tags,
        summary: 'Change a segment; its members follow at once',
        params,
        body: shape.segmentChangeSchema,
        response: { 200: shape.segmentSchema },
      },
      config: write,
    },
    async (request) => show(ctxOf(request), await changeSegment(ctxOf(request), request.params.id, request.body)),
  );
  app.post(
    '/v1/segments/:id/duplicate',
    {
      schema: { tags, summary: 'The same rule under a new name', params, response: { 201: shape.segmentSchema } },
      config: write,
    },
    async (request, reply) => {
      const ctx = ctxOf(request);
      return reply.code(201).send(await show(ctx, await duplicateSegment(ctx, request.params.id)));
    },
  );
  app.post(
    '/v1/segments/:id/archive',
    {
      schema: {
        tags,
        summary: 'Put a segment away; its history stays',
        params,
        response: { 204: z.null().describe('Done') },
      },
      config: write,
    },
    async (request, reply) => {
      await archiveSegment(ctxOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/v1/segments/evaluate',
    {
      schema: { tags, summary: 'Look again who is in which segment', response: { 200: evaluation } },
      config: write,
    },
    (request) => evaluateSegments(ctxOf(request)),
  );
};

async function show(ctx: Ctx, segment: Segment) {
  const { currency } = await companyFacts(ctx);
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return {
    ...segment,
    rule: { ...segment.rule } as Record<string, unknown>,
    sentence: ruleSentence(segment.rule, currency),
    evaluated_at: iso(segment.evaluated_at),
    created_at: segment.created_at.toISOString(),
    updated_at: segment.updated_at.toISOString(),
    archived_at: iso(segment.archived_at),
  };
}

function withTimes<T extends { entered_at: Date; left_at: Date | null }>(stay: T) {
  return { ...stay, entered_at: stay.entered_at.toISOString(), left_at: stay.left_at?.toISOString() ?? null };
}
