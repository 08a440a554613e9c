import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { applicationSchema, applicationsQuery, decisionSchema, formSchema } from '../partners/applications/schema.ts';
import { listApplications, saveForm } from '../partners/applications/service.ts';
import {
  attemptSchema,
  attemptsQuery,
  certificationSchema,
  listedAttemptSchema,
  proofDecisionSchema,
} from '../partners/certifications/schema.ts';
import { listAttempts, readProof, saveCertification } from '../partners/certifications/service.ts';
import { inviteToProgramme, reviewApplication } from './apply-to-programme.ts';
import { certifyByProof } from './certify-partner.ts';
import { readAsked } from './read-asked.ts';
import { recordReview } from './record-review.ts';

const tags = ['Applications'];
const params = z.object({ id: z.string().max(40) });
const read = { access: 'partners:read' } as const;
const write = { access: 'partners:write' } as const;
const edit = { access: 'programmes:write' } as const;

const askedView = z.object({ form: formSchema, certification: certificationSchema.nullable() });

/** What programmes ask of those who want to be in them, and the answers that wait for somebody. */
export const applicationRoutes: Routes = (app) => {
  app.get(
    '/v1/programmes/:id/asked',
    {
      schema: { tags, summary: 'The form and the certification of a programme', params, response: { 200: askedView } },
      config: edit,
    },
    (request) => readAsked(ctxOf(request), request.params.id),
  );
  app.put(
    '/v1/programmes/:id/form',
    {
      schema: {
        tags,
        summary: 'Set what applicants are asked',
        params,
        body: formSchema,
        response: { 200: askedView },
      },
      config: edit,
    },
    async (request) => {
      await readAsked(ctxOf(request), request.params.id);
      await saveForm(ctxOf(request), request.params.id, request.body);
      return readAsked(ctxOf(request), request.params.id);
    },
  );
  app.put(
    '/v1/programmes/:id/certification',
    {
      schema: {
        tags,
        summary: 'Set how partners become certified',
        params,
        body: certificationSchema,
        response: { 200: askedView },
      },
      config: edit,
    },
    async (request) => {
      await readAsked(ctxOf(request), request.params.id);
      await saveCertification(ctxOf(request), request.params.id, request.body);
      return readAsked(ctxOf(request), request.params.id);
    },
  );
  app.post(
    '/v1/programmes/:id/invitations',
    {
      schema: {
        tags,
        summary: 'Mail somebody the way into a programme',
        params,
        body: z.strictObject({ email: z.email().max(254), name: z.string().trim().min(1).max(200).optional() }),
        response: { 201: z.object({ mail_id: z.string(), sent_to: z.string() }) },
      },
      config: write,
    },
    async (request, reply) =>
      reply.code(201).send(await inviteToProgramme(ctxOf(request), request.params.id, request.body)),
  );
  app.post(
    '/v1/programmes/:id/reviews',
    {
      schema: {
        tags,
        summary: 'Note a review a partner published, and grant the thank-you',
        params,
        body: z.strictObject({ partner_id: z.string().max(40), url: z.string().trim().min(1).max(2000) }),
        response: { 201: z.object({ granted: z.number().int().describe('0 when this review was noted before') }) },
      },
      config: write,
    },
    async (request, reply) => reply.code(201).send(await recordReview(ctxOf(request), request.params.id, request.body)),
  );
  app.get(
    '/v1/applications',
    {
      schema: {
        tags,
        summary: 'Applications, those that wait first',
        querystring: applicationsQuery,
        response: {
          200: z.object({
            items: z.array(applicationSchema),
            total: z.number().int(),
            page: z.number().int(),
            per_page: z.number().int(),
          }),
        },
      },
      config: read,
    },
    (request) => listApplications(ctxOf(request), request.query),
  );
  app.post(
    '/v1/applications/:id/decision',
    {
      schema: {
        tags,
        summary: 'Say yes or no to an application',
        params,
        body: decisionSchema,
        response: { 200: z.object({ id: z.string(), state: z.string() }) },
      },
      config: write,
    },
    async (request) => {
      await reviewApplication(ctxOf(request), request.params.id, request.body);
      return { id: request.params.id, state: request.body.state };
    },
  );
  app.get(
    '/v1/certifications',
    {
      schema: {
        tags,
        summary: 'Tries to become certified, those that wait first',
        querystring: attemptsQuery,
        response: { 200: z.object({ items: z.array(listedAttemptSchema) }) },
      },
      config: read,
    },
    async (request) => ({ items: await listAttempts(ctxOf(request), request.query) }),
  );
  app.get(
    '/v1/certifications/:id/proof',
    {
      schema: {
        tags,
        summary: 'The file a partner sent as a proof',
        params,
        response: { 200: z.any().describe('The file') },
      },
      config: read,
    },
    async (request, reply) => {
      const { type, name, bytes } = await readProof(ctxOf(request), request.params.id);
      const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
      reply.headers({ 'content-disposition': disposition, 'x-content-type-options': 'nosniff' });
      return reply.type(type).send(bytes);
    },
  );
  app.post(
    '/v1/certifications/:id/decision',
    {
      schema: {
        tags,
        summary: 'Say yes or no to a proof',
        params,
        body: proofDecisionSchema,
        response: { 200: attemptSchema },
      },
      config: write,
    },
    (request) => certifyByProof(ctxOf(request), request.params.id, request.body),
  );
};
