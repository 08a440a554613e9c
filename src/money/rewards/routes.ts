import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import * as shape from './schema.ts';
import { giveOwnAddress } from './verbs/addresses.ts';
import { markApplied, useCredit } from './verbs/apply-credit.ts';
import { chooseGift, createGift, listGifts, updateGift } from './verbs/gifts.ts';
import { addressConsent, readInterests, readOwnRewards, revealOwnCode, saveOwnInterests } from './verbs/own-rewards.ts';
import { listGrants, readQueue, whyGrant } from './verbs/read-grants.ts';
import { markDelivered, markSent, markUnsent } from './verbs/send-grants.ts';
import { failGrant, holdGrant, releaseGrant, retryGrant, revokeGrant } from './verbs/steer-grants.ts';

const tags = ['Rewards'];
const portal = ['Portal'];
const params = shape.grantParams;
const write = { access: 'rewards:write' } as const;
const why = { 200: shape.grantWhy };
const changed = { 200: shape.changedGrants };

/** What one may do to a reward, each with a reason its receiver reads. */
const STEERING = [
  ['hold', 'Hold a reward', holdGrant],
  ['release', 'Release a held reward', releaseGrant],
  ['revoke', 'End a reward for good', revokeGrant],
  ['fail', 'Say that giving it did not work; it stays owed', failGrant],
  ['retry', 'Try again what failed or ran out of time', retryGrant],
] as const;

export const rewardRoutes: Routes = (app) => {
  app.get(
    '/v1/grants',
    {
      schema: {
        tags,
        summary: 'List rewards, each with what is given and why it is where it is',
        querystring: shape.grantQuery,
        response: { 200: shape.grantPage },
      },
      config: { access: 'money:read' },
    },
    (request) => listGrants(ctxOf(request), request.query),
  );
  app.get(
    '/v1/grants/queue',
    {
      schema: {
        tags,
        summary: 'What a person has to send, overdue first, with addresses',
        querystring: shape.queueQuery,
        response: { 200: shape.queuePage },
      },
      config: write,
    },
    (request) => readQueue(ctxOf(request), request.query),
  );
  app.get(
    '/v1/grants/:id',
    {
      schema: { tags, summary: 'One reward with its history', params, response: why },
      config: { access: 'money:read' },
    },
    (request) => whyGrant(ctxOf(request), request.params.id),
  );
  for (const [action, summary, verb] of STEERING)
    app.post(
      `/v1/grants/:id/${action}`,
      { schema: { tags, summary, params, body: shape.grantNote, response: why }, config: write },
      async (request) => {
        await verb(ctxOf(request), { ...request.params, ...request.body });
        return whyGrant(reading(ctxOf(request)), request.params.id);
      },
    );
  app.post(
    '/v1/grants/:id/gift',
    {
      schema: { tags, summary: 'Give another gift than the one picked', params, body: shape.chooseBody, response: why },
      config: write,
    },
    async (request) => {
      await chooseGift(ctxOf(request), { ...request.params, ...request.body });
      return whyGrant(reading(ctxOf(request)), request.params.id);
    },
  );
  app.post(
    '/v1/grants/send',
    {
      schema: { tags, summary: 'Mark rewards as sent, all or none', body: shape.sendBody, response: changed },
      config: write,
    },
    async (request) => ({ changed: (await markSent(ctxOf(request), request.body.grants)).length }),
  );
  app.post(
    '/v1/grants/unsend',
    {
      schema: {
        tags,
        summary: 'Undo "sent" as long as the receivers were not told',
        body: shape.grantIds,
        response: changed,
      },
      config: write,
    },
    async (request) => ({ changed: (await markUnsent(ctxOf(request), request.body.ids)).length }),
  );
  app.post(
    '/v1/grants/deliver',
    {
      schema: { tags, summary: 'Mark rewards as delivered, all or none', body: shape.grantIds, response: changed },
      config: write,
    },
    async (request) => ({ changed: (await markDelivered(ctxOf(request), request.body.ids)).length }),
  );
  app.post(
    '/v1/grants/:id/applied',
    {
      schema: {
        tags,
        summary: 'Billing or the product has given it; of a credit, what the invoice took',
        params,
        body: shape.appliedBody,
        response: why,
      },
      config: write,
    },
    async (request) => {
      await markApplied(ctxOf(request), { ...request.params, ...request.body });
      return whyGrant(reading(ctxOf(request)), request.params.id);
    },
  );
  app.post(
    '/v1/accounts/:id/credit',
    {
      schema: {
        tags,
        summary: "Take a company's waiting credits off its annual invoice; the same invoice gets the same answer",
        params: z.object({ id: z.string().max(200).describe('Our id of the account, or yours') }),
        body: shape.creditBody,
        response: { 200: shape.creditUse },
      },
      config: write,
    },
    async (request) => {
      const use = await useCredit(ctxOf(request), { account_id: request.params.id, ...request.body });
      return { ...use, invoice_id: use.invoice_external_id };
    },
  );
};

/** Who may change a reward may see it. */
function reading(ctx: ReturnType<typeof ctxOf>): ReturnType<typeof ctxOf> {
  return { ...ctx, scopes: new Set([...ctx.scopes, 'money:read']) };
}

export const giftRoutes: Routes = (app) => {
  app.get(
    '/v1/gifts',
    {
      schema: { tags, summary: 'The catalogue of gifts', response: { 200: shape.giftList } },
      config: { access: 'money:read' },
    },
    (request) => listGifts(ctxOf(request)),
  );
  app.post(
    '/v1/gifts',
    {
      schema: { tags, summary: 'Add a gift', body: shape.newGift, response: { 200: shape.giftView } },
      config: write,
    },
    (request) => createGift(ctxOf(request), request.body),
  );
  app.patch(
    '/v1/gifts/:id',
    {
      schema: {
        tags,
        summary: 'Change a gift, its stock, or whether it is offered',
        params,
        body: shape.giftChange,
        response: { 200: shape.giftView },
      },
      config: write,
    },
    (request) => updateGift(ctxOf(request), request.params.id, request.body),
  );
};

export const ownRewardRoutes: Routes = (app) => {
  app.get(
    '/v1/portal/rewards',
    {
      schema: {
        tags: portal,
        summary: "The signed-in partner's rewards, and their company's",
        querystring: shape.ownQuery,
        response: { 200: shape.ownGrants },
      },
      config: { access: 'portal:read' },
    },
    (request) => readOwnRewards(ctxOf(request), request.query),
  );
  app.put(
    '/v1/portal/rewards/:id/address',
    {
      schema: {
        tags: portal,
        summary: 'Say where the gift goes',
        params,
        body: shape.ownAddress,
        response: { 200: shape.ownGrants },
      },
      config: { access: 'portal:write' },
    },
    async (request) => {
      const ctx = ctxOf(request);
      const { consent: _yes, ...address } = request.body;
      await giveOwnAddress(ctx, request.params.id, { address, consent_text: await addressConsent(ctx) });
      return readOwnRewards(ctx, { page: 1, per_page: 50 });
    },
  );
  app.post(
    '/v1/portal/rewards/:id/code',
    {
      schema: {
        tags: portal,
        summary: "Show the code of the partner's own gift card",
        params,
        response: { 200: shape.revealedCode },
      },
      config: { access: 'portal:write' },
    },
    (request) => revealOwnCode(ctxOf(request), request.params.id),
  );
  app.get(
    '/v1/portal/interests',
    {
      schema: { tags: portal, summary: 'What the partner likes', response: { 200: shape.interestsView } },
      config: { access: 'portal:read' },
    },
    (request) => readInterests(ctxOf(request)),
  );
  app.put(
    '/v1/portal/interests',
    {
      schema: {
        tags: portal,
        summary: 'Say what one likes, with consent; an empty list takes it back',
        body: shape.interestsBody,
        response: { 200: shape.interestsView },
      },
      config: { access: 'portal:write' },
    },
    (request) => saveOwnInterests(ctxOf(request), request.body),
  );
};
