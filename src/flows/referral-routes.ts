import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { answerOnce } from '../http/idempotency.ts';
import * as schema from '../partners/referrals/schema.ts';
import { assignReferral, getSettings, saveSettings } from '../partners/referrals/verbs/assign-referral.ts';
import { getReferral, listOwnReferrals, listReferrals } from '../partners/referrals/verbs/read-referrals.ts';
import { referOwnProspect, referProspect } from './refer-prospect.ts';
import { settleReferral } from './settle-referral.ts';

const tags = ['Referrals'];
const params = z.object({ id: z.string().max(40) });
const made = z.object({ id: z.string(), stage: z.enum(['submitted', 'lost']), lost_reason: z.string().nullable() });

/** Referrals: named prospects and their way through sales. */
export const referralRoutes: Routes = (app) => {
  app.get(
    '/v1/referrals',
    {
      schema: {
        tags,
        summary: 'Referrals by stage: who was named, by whom, and where it stands',
        querystring: schema.referralQuery,
        response: { 200: schema.referralPage },
      },
      config: { access: 'partners:read' },
    },
    (request) => listReferrals(ctxOf(request), request.query),
  );
  app.get(
    '/v1/referrals/:id',
    {
      schema: { tags, summary: 'One referral with its history', params, response: { 200: schema.referralDetail } },
      config: { access: 'partners:read' },
    },
    (request) => getReferral(ctxOf(request), request.params.id),
  );
  app.post(
    '/v1/referrals',
    {
      schema: {
        tags,
        summary: 'Name a prospect for a partner; with an Idempotency-Key once',
        body: schema.createReferralSchema,
        response: { 201: made },
      },
      config: { access: 'partners:write' },
    },
    (request, reply) =>
      answerOnce(request, reply, async (ctx) => ({
        status: 201,
        body: toMade(await referProspect(ctx, request.body)),
      })),
  );
  app.post(
    '/v1/referrals/:id/move',
    {
      schema: {
        tags,
        summary: 'Move a referral along, or end it with a reason the partner reads',
        params,
        body: schema.moveReferralSchema,
        response: { 200: schema.referralDetail },
      },
      config: { access: 'partners:write' },
    },
    async (request) => {
      const ctx = ctxOf(request);
      await settleReferral(ctx, request.params.id, request.body);
      return getReferral(ctx, request.params.id);
    },
  );
  app.put(
    '/v1/referrals/:id/owner',
    {
      schema: {
        tags,
        summary: 'Give a referral to a member of the team',
        params,
        body: schema.assignReferralSchema,
        response: { 200: schema.referralDetail },
      },
      config: { access: 'partners:write' },
    },
    async (request) => {
      const ctx = ctxOf(request);
      await assignReferral(ctx, request.params.id, request.body.owner_id);
      return getReferral(ctx, request.params.id);
    },
  );
};

/** How a programme takes referrals. */
export const referralSettingsRoutes: Routes = (app) => {
  const response = { 200: schema.referralSettingsSchema };
  app.get(
    '/v1/programmes/:id/referral-settings',
    {
      schema: { tags, summary: 'How a programme takes referrals', params, response },
      config: { access: 'programmes:read' },
    },
    (request) => getSettings(ctxOf(request), request.params.id),
  );
  app.put(
    '/v1/programmes/:id/referral-settings',
    {
      schema: {
        tags,
        summary: 'Change how a programme takes referrals',
        params,
        body: schema.referralSettingsSchema,
        response,
      },
      config: { access: 'programmes:write' },
    },
    (request) => saveSettings(ctxOf(request), request.params.id, request.body),
  );
};

/** The signed-in partner's own referrals. */
export const portalReferralRoutes: Routes = (app) => {
  app.get(
    '/v1/portal/referrals',
    {
      schema: {
        tags: ['Portal'],
        summary: 'Whom the signed-in partner named, and where each stands',
        response: { 200: schema.ownReferralPage },
      },
      config: { access: 'portal:read' },
    },
    (request) => listOwnReferrals(ctxOf(request)),
  );
  app.post(
    '/v1/portal/referrals',
    {
      schema: {
        tags: ['Portal'],
        summary: 'The signed-in partner names a prospect',
        body: schema.ownReferralSchema,
        response: { 201: made },
      },
      config: { access: 'portal:write' },
    },
    (request, reply) =>
      answerOnce(request, reply, async (ctx) => ({
        status: 201,
        body: toMade(await referOwnProspect(ctx, request.body)),
      })),
  );
};

function toMade({ id, stage, lost_reason }: Awaited<ReturnType<typeof referProspect>>) {
  return { id, stage: stage === 'lost' ? ('lost' as const) : ('submitted' as const), lost_reason };
}
