import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import type { Enrolment } from './model.ts';
import { changeEnrolmentSchema, enrolmentSchema, enrolPartnerSchema } from './schema.ts';
import * as service from './service.ts';

export const enrolmentRoutes: Routes = (app) => {
  app.post(
    '/v1/programmes/:id/enrolments',
    {
      schema: {
        tags: ['Programmes'],
        summary: 'Put a partner into a programme with the terms it accepted',
        params: z.object({ id: z.string() }),
        body: enrolPartnerSchema,
        response: { 201: enrolmentSchema },
      },
      config: { access: 'partners:write' },
    },
    async (request, reply) => {
      const input = { ...request.body, programme_id: request.params.id };
      const enrolment = await service.enrolPartner(ctxOf(request), input);
      return reply.code(201).send(toView(enrolment));
    },
  );
  app.patch(
    '/v1/programmes/:id/enrolments/:partner_id',
    {
      schema: {
        tags: ['Programmes'],
        summary: "Pause, end or resume a partner's place in a programme",
        params: z.object({ id: z.string().max(40), partner_id: z.string().max(40) }),
        body: changeEnrolmentSchema,
        response: { 200: enrolmentSchema },
      },
      config: { access: 'partners:write' },
    },
    async (request) => {
      const { id: programme_id, partner_id } = request.params;
      return toView(await service.changeEnrolment(ctxOf(request), { programme_id, partner_id }, request.body));
    },
  );
};

function toView(enrolment: Enrolment) {
  return {
    ...enrolment,
    terms_accepted_at: enrolment.terms_accepted_at.toISOString(),
    enrolled_at: enrolment.enrolled_at.toISOString(),
  };
}
