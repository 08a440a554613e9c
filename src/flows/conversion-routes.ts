import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { answerOnce } from '../http/idempotency.ts';
import { rational } from '../kernel/money.ts';
import { commissionNote } from '../money/commissions/schema.ts';
import type { Ctx } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { conversion, conversions, receivedEvent } from '../reports/conversions.ts';
import {
  type CreditNoteInput,
  creditNoteBody,
  creditNoteView,
  type SubscriptionInput,
  subscriptionBody,
  subscriptionView,
} from './billing-schema.ts';
import {
  conversionPageSchema,
  conversionSchema,
  conversionsQuery,
  disputeSchema,
  invoiceSchema,
  mergeSchema,
  type RefundFailureInput,
  refundFailureSchema,
  refundFailureView,
  refundSchema,
  setPartnerSchema,
  signupSchema,
} from './conversion-schema.ts';
import { creditConversion } from './credit-conversion.ts';
import { mergeAccounts } from './merge-accounts.ts';
import { recordCreditNote } from './record-credit-note.ts';
import { recordDispute } from './record-dispute.ts';
import { recordSignup } from './record-signup.ts';
import { recordSubscription } from './record-subscription.ts';
import { releaseRefused } from './release-refused.ts';
import { reverseConversion } from './reverse-conversion.ts';
import { setAccountPartner } from './set-account-partner.ts';
import { undoRefund } from './undo-refund.ts';

const door = { tags: ['Events'], headers: z.looseObject({ 'idempotency-key': z.string().optional() }) };
const answers = { 200: conversionPageSchema.describe('Received before; nothing changed'), 201: conversionPageSchema };
const params = z.object({ id: z.string() });

export const conversionRoutes: Routes = (app) => {
  app.post(
    '/v1/signups',
    {
      schema: { ...door, summary: 'An account signed up', body: signupSchema, response: answers },
      config: { access: 'track:write' },
    },
    (request, reply) => receive(request, reply, (ctx) => recordSignup(ctx, request.body)),
  );
  app.post(
    '/v1/invoices',
    {
      schema: { ...door, summary: 'An invoice was paid', body: invoiceSchema, response: answers },
      config: { access: 'track:write' },
    },
    (request, reply) => receive(request, reply, (ctx) => creditConversion(ctx, request.body)),
  );
  app.post(
    '/v1/refunds',
    {
      schema: { ...door, summary: 'Money of an invoice was given back', body: refundSchema, response: answers },
      config: { access: 'track:write' },
    },
    (request, reply) => receive(request, reply, (ctx) => reverseConversion(ctx, request.body)),
  );
  app.post(
    '/v1/refunds/failures',
    {
      schema: {
        ...door,
        summary: 'A refund did not go through: what it took is given back, whether it is known already or comes later',
        body: refundFailureSchema,
        response: { 200: refundFailureView.describe('Received before; nothing changed'), 201: refundFailureView },
      },
      config: { access: 'track:write' },
    },
    (request, reply) => answerOnce(request, reply, (ctx) => failRefund(ctx, request.body)),
  );
  app.post(
    '/v1/subscriptions',
    {
      schema: {
        ...door,
        summary: 'A subscription began, changed or ended',
        body: subscriptionBody,
        response: { 200: subscriptionView.describe('Received before; nothing changed'), 201: subscriptionView },
      },
      config: { access: 'track:write' },
    },
    (request, reply) => answerOnce(request, reply, (ctx) => changeSubscription(ctx, request.body)),
  );
  app.post(
    '/v1/credit-notes',
    {
      schema: {
        ...door,
        summary: 'A credit note was issued, or taken back',
        body: creditNoteBody,
        response: { 200: creditNoteView.describe('Received before'), 201: creditNoteView },
      },
      config: { access: 'track:write' },
    },
    (request, reply) => answerOnce(request, reply, (ctx) => creditNote(ctx, request.body)),
  );
  app.post(
    '/v1/disputes',
    {
      schema: {
        ...door,
        summary: 'A payment is disputed, or the bank has decided',
        body: disputeSchema,
        response: answers,
      },
      config: { access: 'track:write' },
    },
    (request, reply) => receive(request, reply, (ctx) => recordDispute(ctx, request.body)),
  );
  app.get(
    '/v1/events/:id',
    {
      schema: { ...door, summary: 'What became of an event', params, response: { 200: conversionPageSchema } },
      config: { access: 'track:write' },
    },
    (request) => receivedEvent(ctxOf(request), request.params.id),
  );
  app.get(
    '/v1/conversions',
    {
      schema: {
        tags: ['Conversions'],
        summary: 'Every sign-up, invoice and refund with its decision in a sentence',
        querystring: conversionsQuery,
        response: {
          200: z.object({
            items: z.array(conversionSchema),
            total: z.number().int(),
            page: z.number().int(),
            per_page: z.number().int(),
          }),
        },
      },
      config: { access: 'partners:read' },
    },
    (request) => conversions(ctxOf(request), request.query),
  );
  app.get(
    '/v1/conversions/:id',
    {
      schema: {
        tags: ['Conversions'],
        summary: 'One decision, whole',
        params,
        response: { 200: conversionPageSchema },
      },
      config: { access: 'partners:read' },
    },
    (request) => conversion(ctxOf(request), request.params.id),
  );
  app.post(
    '/v1/accounts/:id/attribution',
    {
      schema: {
        tags: ['Conversions'],
        summary: 'Say whose account it is from an instant on; what was earned stays',
        params,
        body: setPartnerSchema,
        response: { 201: z.object({ binding_id: z.string() }) },
      },
      config: { access: 'partners:write' },
    },
    async (request, reply) => {
      const binding_id = await setAccountPartner(ctxOf(request), request.params.id, request.body);
      return reply.code(201).send({ binding_id });
    },
  );
  app.post(
    '/v1/accounts/:id/merge',
    {
      schema: {
        tags: ['Conversions'],
        summary: 'Two accounts are one: the episode with a commission stays, else the earlier',
        params,
        body: mergeSchema,
        response: { 200: z.object({ into: z.string() }) },
      },
      config: { access: 'customers:write' },
    },
    async (request) => {
      await mergeAccounts(ctxOf(request), request.params.id, request.body);
      return { into: request.body.into };
    },
  );
  app.post(
    '/v1/commissions/:id/release-refused',
    {
      schema: {
        tags: ['Commissions'],
        summary: 'Pay after all what a closed gate refused',
        params,
        body: commissionNote,
        response: { 200: z.object({ released: z.literal(true) }) },
      },
      config: { access: 'money:write' },
    },
    async (request) => {
      await releaseRefused(ctxOf(request), { ...request.params, ...request.body });
      return { released: true as const };
    },
  );
};

/** Runs a door's verb, and answers with what became of the event. */
function receive(
  request: FastifyRequest,
  reply: FastifyReply,
  verb: (ctx: Ctx) => Promise<{ id: string; isNew: boolean }>,
): ReturnType<typeof receivedEvent> {
  return answerOnce(request, reply, async (ctx) => {
    const { id, isNew } = await verb(ctx);
    return { status: isNew ? 201 : 200, body: await receivedEvent(ctx, id) };
  });
}

async function changeSubscription(ctx: Ctx, { amount_minor, ...input }: SubscriptionInput) {
  const change = { ...input, amount: rational(amount_minor) };
  const { isNew, spans, account_id, mrr_minor } = await recordSubscription(ctx, change);
  const { subscription_id, currency } = input;
  return { status: isNew ? 201 : 200, body: { subscription_id, account_id, mrr_minor, currency, spans } } as const;
}

async function failRefund(ctx: Ctx, input: RefundFailureInput) {
  const { isNew, conversion_id } = await undoRefund(ctx, input);
  const { refund_id, invoice_id } = input;
  return { status: isNew ? 201 : 200, body: { refund_id, invoice_id, conversion_id } } as const;
}

async function creditNote(ctx: Ctx, input: CreditNoteInput) {
  const { isNew, ...recorded } = await recordCreditNote(ctx, input);
  const { credit_note_id, invoice_id } = input;
  const reason = say(`reasons-doors:credit_note.${recorded.reason_code}`);
  return { status: isNew ? 201 : 200, body: { credit_note_id, invoice_id, ...recorded, reason } } as const;
}
