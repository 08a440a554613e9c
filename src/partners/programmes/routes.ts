import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import {
  closeSchema,
  createProgrammeSchema,
  newPageSchema,
  newTermsSchema,
  pageChangeSchema,
  pageSchema,
  programmePageSchema,
  programmeSchema,
  templateSchema,
  termsVersionSchema,
  updateProgrammeSchema,
} from './schema.ts';
import * as service from './service.ts';
import { describeTemplates, describeTerms } from './verbs/describe-programme.ts';
import { addPage, changePage } from './verbs/pages.ts';

const tags = ['Programmes'];
const params = z.object({ id: z.string() });

export const programmeRoutes: Routes = (app) => {
  app.get(
    '/v1/programmes',
    {
      schema: {
        tags,
        summary: 'List programmes with the terms in force',
        response: { 200: z.object({ items: z.array(programmeSchema) }) },
      },
      config: { access: 'programmes:read' },
    },
    async (request) => ({ items: await service.listProgrammes(ctxOf(request)) }),
  );
  app.post(
    '/v1/programmes',
    {
      schema: {
        tags,
        summary: 'Make a draft programme from a template',
        body: createProgrammeSchema,
        response: { 201: programmePageSchema },
      },
      config: { access: 'programmes:write' },
    },
    async (request, reply) => {
      const { id } = await service.createProgramme(ctxOf(request), request.body);
      return reply.code(201).send(await service.getProgramme(ctxOf(request), id));
    },
  );
  app.get(
    '/v1/programmes/:id',
    {
      schema: {
        tags,
        summary: 'One programme with every version of its terms',
        params,
        response: { 200: programmePageSchema },
      },
      config: { access: 'programmes:read' },
    },
    (request) => service.getProgramme(ctxOf(request), request.params.id),
  );
  app.patch(
    '/v1/programmes/:id',
    {
      schema: {
        tags,
        summary: 'Change who it is for, its gates, its name or the attribution policy',
        params,
        body: updateProgrammeSchema,
        response: { 200: programmePageSchema },
      },
      config: { access: 'programmes:write' },
    },
    async (request) => {
      const { id } = await service.updateProgramme(ctxOf(request), request.params.id, request.body);
      return service.getProgramme(ctxOf(request), id);
    },
  );
  app.post(
    '/v1/programmes/:id/terms',
    {
      schema: {
        tags,
        summary: 'Add a version of the terms, in force from an instant on',
        params,
        body: newTermsSchema,
        response: { 201: termsVersionSchema },
      },
      config: { access: 'programmes:write' },
    },
    async (request, reply) => {
      const { version, currency, before } = await service.addTerms(ctxOf(request), request.params.id, request.body);
      return reply.code(201).send(describeTerms(version, currency, before));
    },
  );
  app.post(
    '/v1/programmes/:id/pause',
    {
      schema: { tags, summary: 'Stop new sales from earning', params, response: { 200: programmePageSchema } },
      config: { access: 'programmes:write' },
    },
    async (request) => {
      const { id } = await service.pauseProgramme(ctxOf(request), request.params.id);
      return service.getProgramme(ctxOf(request), id);
    },
  );
  app.post(
    '/v1/programmes/:id/close',
    {
      schema: {
        tags,
        summary: 'End a programme for good; what was earned stays',
        params,
        body: closeSchema,
        response: { 200: programmePageSchema },
      },
      config: { access: 'programmes:write' },
    },
    async (request) => {
      const { id } = await service.closeProgramme(ctxOf(request), request.params.id, request.body);
      return service.getProgramme(ctxOf(request), id);
    },
  );
  app.get(
    '/v1/programme-templates',
    {
      schema: {
        tags,
        summary: 'What a programme can start from',
        querystring: z.object({
          currency: z
            .string()
            .regex(/^[A-Z]{3}$/)
            .default('EUR'),
        }),
        response: { 200: z.object({ items: z.array(templateSchema) }) },
      },
      config: { access: 'programmes:read' },
    },
    async (request) => ({ items: describeTemplates(request.query.currency) }),
  );
  app.post(
    '/v1/programmes/:id/pages',
    {
      schema: {
        tags,
        summary: 'Add a public page for another audience or language',
        params,
        body: newPageSchema,
        response: { 201: pageSchema },
      },
      config: { access: 'programmes:write' },
    },
    async (request, reply) => {
      const page = await addPage(ctxOf(request), request.params.id, request.body);
      return reply.code(201).send(page);
    },
  );
  app.patch(
    '/v1/programmes/:id/pages/:page_id',
    {
      schema: {
        tags,
        summary: 'Change or hide a public page',
        params: z.object({ id: z.string(), page_id: z.string().max(40) }),
        body: pageChangeSchema,
        response: { 200: pageSchema },
      },
      config: { access: 'programmes:write' },
    },
    (request) => {
      const { id: programme_id, page_id } = request.params;
      return changePage(ctxOf(request), { programme_id, page_id }, request.body);
    },
  );
};
