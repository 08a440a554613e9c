import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import {
  approveBody,
  batchPage,
  batchParams,
  batchQuery,
  batchView,
  destinationAnswer,
  destinationBody,
  destinationView,
  draftBody,
  onDemandList,
  onDemandView,
  outlookView,
  ownPayoutPage,
  ownPayoutQuery,
  payeeParams,
  payoutRequestList,
  payoutSettingsBody,
  payoutSettingsView,
  scheduleList,
} from './schema.ts';
import { approvePayoutBatch } from './verbs/approve-batch.ts';
import {
  readDestination,
  readOwnDestination,
  readPayoutSettings,
  savePayoutSettings,
  setDestination,
  setOwnDestination,
} from './verbs/destinations.ts';
import { draftPayoutBatch } from './verbs/draft-batch.ts';
import { payoutFileCsv, payoutFileXml } from './verbs/payout-files.ts';
import { readOutlook, readOwnOutlook, readSchedules } from './verbs/payout-outlook.ts';
import { listPayoutRequests, readOwnRequests, withdrawPayoutRequest } from './verbs/payout-requests.ts';
import { listPayoutBatches, readBatch, readOwnPayouts, showBatch } from './verbs/read-batches.ts';
import { cancelPayoutBatch, sendPayoutBatch } from './verbs/send-batch.ts';

const tags = ['Payouts'];
const portal = ['Portal'];
const file = z.string().describe('The file');

export const payoutRoutes: Routes = (app) => {
  app.get(
    '/v1/payout-batches',
    {
      schema: { tags, summary: 'List payout batches', querystring: batchQuery, response: { 200: batchPage } },
      config: { access: 'money:read' },
    },
    (request) => listPayoutBatches(ctxOf(request), request.query),
  );
  app.post(
    '/v1/payout-batches',
    {
      schema: {
        tags,
        summary: 'Collect what is payable into a draft, and say who is left out and why',
        body: draftBody,
        response: { 201: batchView },
      },
      config: { access: 'payouts:write' },
    },
    async (request, reply) => reply.code(201).send(await draftPayoutBatch(ctxOf(request), request.body)),
  );
  app.get(
    '/v1/payout-batches/:id',
    {
      schema: { tags, summary: 'Read a batch', params: batchParams, response: { 200: batchView } },
      config: { access: 'money:read' },
    },
    (request) => readBatch(ctxOf(request), request.params.id),
  );
  app.post(
    '/v1/payout-batches/:id/approve',
    {
      schema: {
        tags,
        summary: 'Approve a batch somebody else made, as it was read',
        params: batchParams,
        body: approveBody,
        response: { 200: batchView },
      },
      config: { access: 'payouts:approve' },
    },
    async (request) => {
      await approvePayoutBatch(ctxOf(request), { ...request.params, ...request.body });
      return showBatch(ctxOf(request), request.params.id);
    },
  );
  app.post(
    '/v1/payout-batches/:id/send',
    {
      schema: {
        tags,
        summary: 'Say that the bank has the file, or that the list is being paid by hand',
        params: batchParams,
        response: { 200: batchView },
      },
      config: { access: 'payouts:write' },
    },
    async (request) => {
      await sendPayoutBatch(ctxOf(request), request.params.id);
      return showBatch(ctxOf(request), request.params.id);
    },
  );
  app.post(
    '/v1/payout-batches/:id/cancel',
    {
      schema: {
        tags,
        summary: 'Give up a batch that has not been sent',
        params: batchParams,
        response: { 200: batchView },
      },
      config: { access: 'payouts:write' },
    },
    async (request) => {
      await cancelPayoutBatch(ctxOf(request), request.params.id);
      return showBatch(ctxOf(request), request.params.id);
    },
  );
  app.get(
    '/v1/payout-batches/:id/file.xml',
    {
      schema: {
        tags,
        summary: 'Download the SEPA credit transfer file, pain.001.001.09',
        params: batchParams,
        response: { 200: file },
      },
      config: { access: 'payouts:write' },
    },
    async (request, reply) => {
      const { name, text } = await payoutFileXml(ctxOf(request), request.params.id);
      reply.type('application/xml; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`);
      return text;
    },
  );
  app.get(
    '/v1/payout-batches/:id/file.csv',
    {
      schema: {
        tags,
        summary: 'Download the batch as a CSV list',
        params: batchParams,
        response: { 200: file },
      },
      config: { access: 'payouts:write' },
    },
    async (request, reply) => {
      const { name, text } = await payoutFileCsv(ctxOf(request), request.params.id);
      reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`);
      return text;
    },
  );
};

export const payoutDestinationRoutes: Routes = (app) => {
  app.get(
    '/v1/partners/:id/payout-destination',
    {
      schema: { tags, summary: 'Where a partner is paid', params: payeeParams, response: { 200: destinationAnswer } },
      config: { access: 'money:read' },
    },
    (request) => readDestination(ctxOf(request), request.params.id),
  );
  app.put(
    '/v1/partners/:id/payout-destination',
    {
      schema: {
        tags,
        summary: 'Say where a partner is paid',
        params: payeeParams,
        body: destinationBody,
        response: { 200: destinationView },
      },
      config: { access: 'payouts:write' },
    },
    (request) => setDestination(ctxOf(request), { partnerId: request.params.id, destination: request.body }),
  );
  app.get(
    '/v1/payout-settings',
    {
      schema: { tags, summary: 'The account payouts are made from', response: { 200: payoutSettingsView } },
      config: { access: 'money:read' },
    },
    (request) => readPayoutSettings(ctxOf(request)),
  );
  app.put(
    '/v1/payout-settings',
    {
      schema: {
        tags,
        summary: 'Set the account payouts are made from',
        body: payoutSettingsBody,
        response: { 200: payoutSettingsView },
      },
      config: { access: 'payouts:write' },
    },
    (request) => savePayoutSettings(ctxOf(request), request.body),
  );
  app.get(
    '/v1/portal/payouts',
    {
      schema: {
        tags: portal,
        summary: "The signed-in partner's payouts, with the promised dates",
        querystring: ownPayoutQuery,
        response: { 200: ownPayoutPage },
      },
      config: { access: 'portal:read' },
    },
    (request) => readOwnPayouts(ctxOf(request), request.query),
  );
  app.get(
    '/v1/portal/payout-outlook',
    {
      schema: {
        tags: portal,
        summary: 'What the signed-in partner is paid next, when, and what stands in the way',
        response: { 200: outlookView },
      },
      config: { access: 'portal:read' },
    },
    (request) => readOwnOutlook(ctxOf(request)),
  );
  app.get(
    '/v1/partners/:id/payout-outlook',
    {
      schema: {
        tags,
        summary: 'What a partner is paid next, when, and what stands in the way',
        params: payeeParams,
        response: { 200: outlookView },
      },
      config: { access: 'money:read' },
    },
    (request) => readOutlook(ctxOf(request), request.params.id),
  );
  app.get(
    '/v1/payout-schedules',
    {
      schema: { tags, summary: 'When each programme pays next', response: { 200: scheduleList } },
      config: { access: 'money:read' },
    },
    (request) => readSchedules(ctxOf(request)),
  );
  app.get(
    '/v1/portal/payout-destination',
    {
      schema: { tags: portal, summary: 'Where the signed-in partner is paid', response: { 200: destinationAnswer } },
      config: { access: 'portal:read' },
    },
    (request) => readOwnDestination(ctxOf(request)),
  );
  app.put(
    '/v1/portal/payout-destination',
    {
      schema: {
        tags: portal,
        summary: 'The signed-in partner says where it is paid',
        body: destinationBody,
        response: { 200: destinationView },
      },
      config: { access: 'portal:write' },
    },
    (request) => setOwnDestination(ctxOf(request), request.body),
  );
};

export const payoutRequestRoutes: Routes = (app) => {
  app.get(
    '/v1/payout-requests',
    {
      schema: { tags, summary: 'Who asked to be paid and is in no batch yet', response: { 200: payoutRequestList } },
      config: { access: 'money:read' },
    },
    (request) => listPayoutRequests(ctxOf(request)),
  );
  app.get(
    '/v1/portal/payout-requests',
    {
      schema: {
        tags: portal,
        summary: 'What the signed-in partner can ask to be paid, and what it asked for',
        response: { 200: onDemandList },
      },
      config: { access: 'portal:read' },
    },
    (request) => readOwnRequests(ctxOf(request)),
  );
  app.delete(
    '/v1/portal/payout-requests/:id',
    {
      schema: {
        tags: portal,
        summary: 'The signed-in partner takes back a request that no batch has taken up',
        params: z.object({ id: z.string() }),
        response: { 200: onDemandView },
      },
      config: { access: 'portal:write' },
    },
    (request) => withdrawPayoutRequest(ctxOf(request), request.params.id),
  );
};
