import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { feeSchema, feesQuery, openByHandSchema, partnerGatesSchema, settleFeeSchema } from './schema.ts';
import { openByHand, readPartnerGates } from './service.ts';
import { listFees, settleByHand } from './verbs/fees.ts';

const tags = ['Gates'];
const params = z.object({ id: z.string().max(40) });
const read = { access: 'partners:read' } as const;
const write = { access: 'partners:write' } as const;
const itemsOf = <T extends z.ZodType>(item: T) => ({ 200: z.object({ items: z.array(item) }) });

export const gateRoutes: Routes = (app) => {
  app.get(
    '/v1/partners/:id/gates',
    {
      schema: {
        tags,
        summary: 'How a partner stands at the gates of its programmes, with the evidence',
        params,
        response: itemsOf(partnerGatesSchema),
      },
      config: read,
    },
    async (request) => ({ items: await readPartnerGates(ctxOf(request), request.params.id) }),
  );
  app.post(
    '/v1/programmes/:id/gate-evidence',
    {
      schema: {
        tags,
        summary: 'Open or close a gate of a partner by hand, with a reason',
        params,
        body: openByHandSchema,
        response: itemsOf(partnerGatesSchema),
      },
      config: write,
    },
    async (request) => {
      await openByHand(ctxOf(request), request.params.id, request.body);
      return { items: await readPartnerGates(ctxOf(request), request.body.partner_id) };
    },
  );
  app.get(
    '/v1/programme-fees',
    {
      schema: {
        tags,
        summary: 'Entry fees that are due or settled',
        querystring: feesQuery,
        response: itemsOf(feeSchema),
      },
      config: read,
    },
    async (request) => ({ items: await listFees(ctxOf(request), request.query) }),
  );
  app.post(
    '/v1/programme-fees/:id/settle',
    {
      schema: {
        tags,
        summary: 'Say that a fee was paid another way, or is forgiven',
        params,
        body: settleFeeSchema,
        response: { 200: z.object({ id: z.string(), state: z.string() }) },
      },
      config: write,
    },
    async (request) => {
      const { id, state } = await settleByHand(ctxOf(request), request.params.id, request.body);
      return { id, state };
    },
  );
};
