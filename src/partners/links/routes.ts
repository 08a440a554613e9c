import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { toCouponView, toLinkView } from './model.ts';
import {
  couponSchema,
  createCouponSchema,
  createLinkSchema,
  linkSchema,
  updateCouponSchema,
  updateLinkSchema,
} from './schema.ts';
import * as service from './service.ts';

const tags = ['Links'];
const config = { access: 'partners:write' } as const;

export const linkRoutes: Routes = (app) => {
  app.post(
    '/v1/links',
    {
      schema: {
        tags,
        summary: 'Make a link of an enrolled partner',
        body: createLinkSchema,
        response: { 201: linkSchema },
      },
      config,
    },
    async (request, reply) => {
      const ctx = ctxOf(request);
      return reply.code(201).send(toLinkView(await service.createLink(ctx, request.body), ctx.publicUrl));
    },
  );
  app.patch(
    '/v1/links/:id',
    {
      schema: {
        tags,
        summary: 'Pause, wake or end a link, or lead it elsewhere',
        params: z.object({ id: z.string() }),
        body: updateLinkSchema,
        response: { 200: linkSchema },
      },
      config,
    },
    async (request) => {
      const ctx = ctxOf(request);
      return toLinkView(await service.changeLink(ctx, request.params.id, request.body), ctx.publicUrl);
    },
  );
  app.post(
    '/v1/coupons',
    {
      schema: {
        tags,
        summary: 'Give an enrolled partner a coupon code',
        body: createCouponSchema,
        response: { 201: couponSchema },
      },
      config,
    },
    async (request, reply) =>
      reply.code(201).send(toCouponView(await service.createCoupon(ctxOf(request), request.body))),
  );
  app.patch(
    '/v1/coupons/:code',
    {
      schema: {
        tags,
        summary: 'End a coupon, or make it count again',
        params: z.object({ code: z.string().max(64) }),
        body: updateCouponSchema,
        response: { 200: couponSchema },
      },
      config,
    },
    async (request) =>
      toCouponView(await service.changeCouponState(ctxOf(request), request.params.code, request.body.state)),
  );
};
