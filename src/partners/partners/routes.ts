import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { toPartnerView } from './model.ts';
import { changePartnerStateSchema, createPartnerSchema, partnerSchema, recruiterSchema } from './schema.ts';
import * as service from './service.ts';
import { setRecruiter } from './verbs/set-recruiter.ts';

const tags = ['Partners'];
const params = z.object({ id: z.string() });
const config = { access: 'partners:write' } as const;
const change = { tags, params, body: changePartnerStateSchema, response: { 200: partnerSchema } };

export const partnerRoutes: Routes = (app) => {
  app.put(
    '/v1/partners/:id/recruiter',
    {
      schema: {
        tags,
        summary: 'Say which partner recruited this one',
        params,
        body: recruiterSchema,
        response: { 200: recruiterSchema },
      },
      config,
    },
    async (request) => {
      await setRecruiter(ctxOf(request), request.params.id, request.body.recruiter_id);
      return request.body;
    },
  );
  app.post(
    '/v1/partners',
    {
      schema: {
        tags,
        summary: 'Make a partner, or return the one that has the mailbox',
        body: createPartnerSchema,
        response: { 201: partnerSchema },
      },
      config,
    },
    async (request, reply) =>
      reply.code(201).send(toPartnerView(await service.createPartner(ctxOf(request), request.body))),
  );
  app.post(
    '/v1/partners/:id/approve',
    { schema: { ...change, summary: 'Let a partner earn' }, config },
    async (request) => toPartnerView(await service.approvePartner(ctxOf(request), request.params.id, request.body)),
  );
  app.post(
    '/v1/partners/:id/suspend',
    { schema: { ...change, summary: 'Stop a partner from earning; what was earned stays' }, config },
    async (request) => toPartnerView(await service.suspendPartner(ctxOf(request), request.params.id, request.body)),
  );
  app.post(
    '/v1/partners/:id/reinstate',
    { schema: { ...change, summary: 'Let a suspended partner earn again' }, config },
    async (request) => toPartnerView(await service.reinstatePartner(ctxOf(request), request.params.id, request.body)),
  );
  app.post(
    '/v1/partners/:id/close',
    { schema: { ...change, summary: 'End a partnership for good; what was earned stays' }, config },
    async (request) => toPartnerView(await service.closePartner(ctxOf(request), request.params.id, request.body)),
  );
};
