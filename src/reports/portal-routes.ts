import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { linkSchema } from '../partners/links/schema.ts';
import { partnerPageSchema } from './partner-schema.ts';
import { portalActivity, portalLinks, portalMe, portalQr, portalReferrals } from './portal.ts';

const tags = ['Portal'];
const config = { access: 'portal:read' } as const;
const count = z.number().int();
const listOf = <T extends z.ZodType>(item: T) => ({ 200: z.object({ items: z.array(item) }) });

const meSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  state: z.string(),
  kind: z.string(),
  company: z.string(),
  programmes: partnerPageSchema.shape.enrolments,
});
const referralSchema = z.object({
  account: z.string().describe('Masked'),
  state: z.enum(['signed_up', 'paying', 'not_credited', 'ended']),
  since: z.string(),
  reason_code: z.string(),
  reason: z.string(),
});

export const portalRoutes: Routes = (app) => {
  app.get(
    '/v1/portal/me',
    { schema: { tags, summary: 'Who the signed-in partner is', response: { 200: meSchema } }, config },
    (request) => portalMe(ctxOf(request)),
  );
  app.get(
    '/v1/portal/links',
    {
      schema: {
        tags,
        summary: "The partner's links",
        response: listOf(linkSchema.extend({ clicks: count, bots: count })),
      },
      config,
    },
    (request) => portalLinks(ctxOf(request)),
  );
  app.get(
    '/v1/portal/activity',
    {
      schema: {
        tags,
        summary: 'Clicks and sign-ups by day',
        response: listOf(z.object({ on: z.string(), clicks: count, signups: count })),
      },
      config,
    },
    (request) => portalActivity(ctxOf(request)),
  );
  app.get(
    '/v1/portal/customers',
    {
      schema: {
        tags,
        summary: 'Accounts the partner brought, and why one is not credited',
        response: listOf(referralSchema),
      },
      config,
    },
    (request) => portalReferrals(ctxOf(request)),
  );
  app.get(
    '/v1/portal/qr/:code.svg',
    {
      schema: {
        tags,
        summary: "The QR code of one of the partner's links",
        params: z.object({ code: z.string() }),
        response: { 200: z.string().describe('SVG') },
      },
      config,
    },
    async (request, reply) => {
      const svg = await portalQr(ctxOf(request), request.params.code);
      return reply.type('image/svg+xml').serializer(String).send(svg);
    },
  );
};
