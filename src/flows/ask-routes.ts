import { askParams, askView, draftAskBody, sendAskBody } from '../advocacy/asks/schema.ts';
import { cancelAsk } from '../advocacy/asks/service.ts';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { draftAsk, sendAsk } from './invite-advocate.ts';

const TAGS = ['Asks'];
const WRITE = { access: 'advocates:write' } as const;

/** Drafting, sending and taking back an invitation. */
export const inviteRoutes: Routes = (app) => {
  app.post(
    '/v1/asks',
    {
      schema: {
        tags: TAGS,
        summary: 'Write an invitation for a nominated customer, as a draft',
        body: draftAskBody,
        response: { 201: askView },
      },
      config: WRITE,
    },
    async (request, reply) => reply.code(201).send(await draftAsk(ctxOf(request), request.body)),
  );
  app.post(
    '/v1/asks/:id/send',
    {
      schema: {
        tags: TAGS,
        summary: 'Send a draft; refused with the reasons while something stands against it',
        params: askParams,
        body: sendAskBody,
        response: { 200: askView },
      },
      config: WRITE,
    },
    (request) => sendAsk(ctxOf(request), { id: request.params.id, ...request.body }),
  );
  app.post(
    '/v1/asks/:id/cancel',
    {
      schema: {
        tags: TAGS,
        summary: 'Take back a draft or an unanswered invitation',
        params: askParams,
        response: { 200: askView },
      },
      config: WRITE,
    },
    (request) => cancelAsk(ctxOf(request), request.params.id),
  );
};
