import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { type Ctx, type PartnerId, requireScope, signedInPartner } from '../../platform/ctx.ts';
import { listStatementMonths, readStatement, type Statement } from './statement.ts';
import { statementCsv } from './statement-csv.ts';
import { statementPdf } from './statement-pdf.ts';

const ofPartner = z.object({ id: z.string().max(40).describe('The partner, pa_…') });
const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'is a month such as 2026-03')
  .describe('The month, 2026-03');
const ofMonth = z.object({ month });
const months = z.object({ items: z.array(z.object({ month: z.string() })) });
const file = z.string().describe('The file');
const read = { access: 'money:read' } as const;
const own = { access: 'portal:read' } as const;
const [tags, portal] = [['Payouts'], ['Portal']];

/** A partner's month as a file; the signed-in partner gets its own only. */
export const statementRoutes: Routes = (app) => {
  app.get(
    '/v1/partners/:id/statements',
    {
      schema: { tags, summary: 'The months a partner has statements of', params: ofPartner, response: { 200: months } },
      config: read,
    },
    async (request) => ({ items: await listStatementMonths(reader(ctxOf(request)), request.params.id) }),
  );
  app.get(
    '/v1/partners/:id/statements/:month/statement.pdf',
    {
      schema: { tags, summary: 'A statement as PDF', params: ofPartner.extend({ month }), response: { 200: file } },
      config: read,
    },
    async (request, reply) => sendPdf(reply, await statementFor(ctxOf(request), request.params)),
  );
  app.get(
    '/v1/partners/:id/statements/:month/statement.csv',
    {
      schema: { tags, summary: 'A statement as CSV', params: ofPartner.extend({ month }), response: { 200: file } },
      config: read,
    },
    async (request, reply) => sendCsv(reply, await statementFor(ctxOf(request), request.params)),
  );
  app.get(
    '/v1/portal/statements',
    {
      schema: {
        tags: portal,
        summary: 'The months the signed-in partner has statements of',
        response: { 200: months },
      },
      config: own,
    },
    async (request) => ({ items: await listStatementMonths(ctxOf(request), signedIn(ctxOf(request))) }),
  );
  app.get(
    '/v1/portal/statements/:month/statement.pdf',
    {
      schema: { tags: portal, summary: 'An own statement as PDF', params: ofMonth, response: { 200: file } },
      config: own,
    },
    async (request, reply) => sendPdf(reply, await ownStatement(ctxOf(request), request.params.month)),
  );
  app.get(
    '/v1/portal/statements/:month/statement.csv',
    {
      schema: { tags: portal, summary: 'An own statement as CSV', params: ofMonth, response: { 200: file } },
      config: own,
    },
    async (request, reply) => sendCsv(reply, await ownStatement(ctxOf(request), request.params.month)),
  );
};

function reader(ctx: Ctx): Ctx {
  requireScope(ctx, 'money:read');
  return ctx;
}

/** The partner behind the session; nobody else has a portal. */
function signedIn(ctx: Ctx): PartnerId {
  requireScope(ctx, 'portal:read');
  return signedInPartner(ctx);
}

function statementFor(ctx: Ctx, { id, month }: { id: string; month: string }): Promise<Statement> {
  return readStatement(reader(ctx), { partnerId: id, month });
}

function ownStatement(ctx: Ctx, month: string): Promise<Statement> {
  return readStatement(ctx, { partnerId: signedIn(ctx), month });
}

async function sendPdf(reply: FastifyReply, statement: Statement) {
  const pdf = await statementPdf(statement);
  reply.header('content-disposition', `attachment; filename="statement-${statement.month}.pdf"`);
  return reply.type('application/pdf').serializer(passOn).send(pdf);
}

/** A file is sent as it is, not as JSON. */
function passOn(bytes: unknown): string {
  return bytes as string;
}

async function sendCsv(reply: FastifyReply, statement: Statement) {
  reply.header('content-disposition', `attachment; filename="statement-${statement.month}.csv"`);
  return reply.type('text/csv; charset=utf-8').serializer(String).send(statementCsv(statement));
}
