import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import * as schema from './schema.ts';
import { getMessage, listMessages, redeliver, sendTest } from './verbs/messages.ts';
import * as webhooks from './verbs/webhooks.ts';

const tags = ['Webhooks'];
const params = schema.idParams;
const READ = { access: 'settings:read' } as const;
const WRITE = { access: 'settings:write' } as const;

/** Receivers of our events: https addresses that get signed messages (Standard Webhooks). */
export const webhookRoutes =
  (reach: webhooks.Reach): Routes =>
  (app) => {
    app.get(
      '/v1/webhook-topics',
      { schema: { tags, summary: 'What there is to listen to', response: { 200: schema.topicList } }, config: READ },
      async (request) => ({ items: webhooks.listTopics(ctxOf(request)) }),
    );
    app.get(
      '/v1/webhooks',
      { schema: { tags, summary: 'List the webhooks', response: { 200: schema.webhookList } }, config: READ },
      async (request) => ({ items: (await webhooks.listWebhooks(ctxOf(request))).map(schema.toWebhookView) }),
    );
    app.post(
      '/v1/webhooks',
      {
        schema: { tags, summary: 'Add a webhook', body: schema.webhookBody, response: { 201: schema.newSecret } },
        config: WRITE,
      },
      async (request, reply) => {
        const { webhook, secret } = await webhooks.addWebhook(ctxOf(request), request.body, reach);
        return reply.code(201).send({ ...schema.toWebhookView(webhook), secret });
      },
    );
    app.get(
      '/v1/webhooks/:id',
      { schema: { tags, summary: 'One webhook', params, response: { 200: schema.webhookView } }, config: READ },
      async (request) => schema.toWebhookView(await webhooks.getWebhook(ctxOf(request), request.params.id)),
    );
    app.patch(
      '/v1/webhooks/:id',
      {
        schema: {
          tags,
          summary: 'Change a webhook, or switch it on or off',
          params,
          body: schema.webhookChange,
          response: { 200: schema.webhookView },
        },
        config: WRITE,
      },
      async (request) =>
        schema.toWebhookView(await webhooks.changeWebhook(ctxOf(request), request.params.id, request.body, reach)),
    );
    app.delete(
      '/v1/webhooks/:id',
      { schema: { tags, summary: 'Remove a webhook', params, response: { 204: z.null() } }, config: WRITE },
      async (request, reply) => {
        await webhooks.removeWebhook(ctxOf(request), request.params.id);
        return reply.code(204).send(null);
      },
    );
    app.post(
      '/v1/webhooks/:id/secret',
      {
        schema: { tags, summary: 'Replace the signing secret', params, response: { 200: schema.newSecret } },
        config: WRITE,
      },
      async (request) => {
        const { webhook, secret } = await webhooks.renewSecret(ctxOf(request), request.params.id);
        return { ...schema.toWebhookView(webhook), secret };
      },
    );
    app.post(
      '/v1/webhooks/:id/test',
      {
        schema: { tags, summary: 'Send a test message', params, response: { 202: schema.deliveryView } },
        config: WRITE,
      },
      async (request, reply) =>
        reply.code(202).send(schema.toDeliveryView(await sendTest(ctxOf(request), request.params.id))),
    );
  };

/** What was sent to a receiver, with every attempt. */
export const messageRoutes: Routes = (app) => {
  app.get(
    '/v1/webhooks/:id/messages',
    {
      schema: {
        tags,
        summary: 'Messages to a webhook, newest first',
        params,
        querystring: schema.deliveryQuery,
        response: { 200: schema.deliveryPage },
      },
      config: READ,
    },
    async (request) => {
      const page = await listMessages(ctxOf(request), request.params.id, request.query);
      return { ...page, items: page.items.map(schema.toDeliveryView) };
    },
  );
  app.get(
    '/v1/webhook-messages/:id',
    {
      schema: {
        tags,
        summary: 'One message with every attempt',
        params: schema.deliveryParams,
        response: { 200: schema.deliveryDetail },
      },
      config: READ,
    },
    async (request) => schema.toDetail(await getMessage(ctxOf(request), request.params.id)),
  );
  app.post(
    '/v1/webhook-messages/:id/redeliver',
    {
      schema: {
        tags,
        summary: 'Send a message again',
        params: schema.deliveryParams,
        response: { 202: schema.deliveryView },
      },
      config: WRITE,
    },
    async (request, reply) =>
      reply.code(202).send(schema.toDeliveryView(await redeliver(ctxOf(request), request.params.id))),
  );
};
