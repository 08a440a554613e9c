import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import {
  doorBody,
  doorList,
  newDoor,
  templateBody,
  templateList,
  templateView,
  toDoorView,
  toTemplateView,
} from './schema.ts';
import { closeDoor, listDoors, openDoor } from './verbs/doors.ts';
import { sendAgain } from './verbs/log.ts';
import { addTemplate, endTemplate, listTemplates, type Reach } from './verbs/templates.ts';

const tags = ['Postbacks'];
const params = z.object({ id: z.string().max(40) });
const gone = { 204: z.null() };

/** Doors for networks, and what they are told. */
export const postbackRoutes =
  (reach: Reach): Routes =>
  (app) => {
    app.get(
      '/v1/postback-doors',
      {
        schema: { tags, summary: 'Doors through which networks tell of conversions', response: { 200: doorList } },
        config: { access: 'programmes:read' },
      },
      async (request) => ({ items: (await listDoors(ctxOf(request))).map(toDoorView) }),
    );
    app.post(
      '/v1/postback-doors',
      {
        schema: { tags, summary: 'Open a door for a network', body: doorBody, response: { 201: newDoor } },
        config: { access: 'programmes:write' },
      },
      async (request, reply) => {
        const { door, url } = await openDoor(ctxOf(request), request.body);
        return reply.code(201).send({ ...toDoorView(door), url });
      },
    );
    app.delete(
      '/v1/postback-doors/:id',
      {
        schema: { tags, summary: 'Close a door', params, response: gone },
        config: { access: 'programmes:write' },
      },
      async (request, reply) => {
        await closeDoor(ctxOf(request), request.params.id);
        return reply.code(204).send(null);
      },
    );
    app.get(
      '/v1/postback-templates',
      {
        schema: { tags, summary: 'Where networks are told about commissions', response: { 200: templateList } },
        config: { access: 'programmes:read' },
      },
      async (request) => ({ items: (await listTemplates(ctxOf(request))).map(toTemplateView) }),
    );
    app.post(
      '/v1/postback-templates',
      {
        schema: {
          tags,
          summary: 'Tell a network about commissions from now on',
          body: templateBody,
          response: { 201: templateView },
        },
        config: { access: 'programmes:write' },
      },
      async (request, reply) => {
        const template = await addTemplate(ctxOf(request), request.body, reach);
        return reply.code(201).send(toTemplateView(template));
      },
    );
    app.delete(
      '/v1/postback-templates/:id',
      {
        schema: { tags, summary: 'Tell it nothing new', params, response: gone },
        config: { access: 'programmes:write' },
      },
      async (request, reply) => {
        await endTemplate(ctxOf(request), request.params.id);
        return reply.code(204).send(null);
      },
    );
    app.post(
      '/v1/postbacks/:id/send',
      {
        schema: { tags, summary: 'Send a postback again that failed', params, response: gone },
        config: { access: 'programmes:write' },
      },
      async (request, reply) => {
        await sendAgain(ctxOf(request), request.params.id);
        return reply.code(204).send(null);
      },
    );
  };
