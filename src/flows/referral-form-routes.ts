import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerPage } from '../../web/pages/invitation.ts';
import { referralFormPage } from '../../web/pages/referral-form.ts';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { readForms } from '../http/form-body.ts';
import { HTTP_LIMITS } from '../http/limits.ts';
import { prospectSchema } from '../partners/referrals/schema.ts';
import { say } from '../platform/locale.ts';
import { readReferralForm, referByForm } from './refer-prospect.ts';

const params = z.object({ code: z.string().regex(/^[A-Za-z0-9_-]{3,64}$/) });
const PUBLIC = { access: 'public', rateLimit: HTTP_LIMITS.publicWrite } as const;
/** What browsers and their extensions add to a form is passed over. */
const formSchema = prospectSchema.omit({ expected_value_minor: true }).strip();
type Code = { code: string };
type Typed = Record<string, string>;

/** The public referral form behind a partner's link: `/refer/CODE`. */
export const referralFormRoutes: Routes = (app) => {
  app.register(async (scope: FastifyInstance) => {
    readForms(scope);
    const show = { schema: { hide: true, params }, config: PUBLIC };
    scope.get<{ Params: Code }>('/refer/:code', show, async (request, reply) => {
      const form = await readReferralForm(ctxOf(request), request.params.code);
      return form ? send(reply, 200, referralFormPage(form, say)) : closed(reply);
    });
    const take = { schema: { hide: true, params, body: z.record(z.string(), z.string()) }, config: PUBLIC };
    scope.post<{ Params: Code; Body: Typed }>('/refer/:code', take, takeForm);
  });
};

async function takeForm(request: FastifyRequest<{ Params: Code; Body: Typed }>, reply: FastifyReply) {
  const ctx = ctxOf(request);
  const form = await readReferralForm(ctx, request.params.code);
  if (!form) return closed(reply);
  const { consent, ...typed } = request.body;
  const again = (alert: string) => send(reply, 422, referralFormPage({ ...form, typed, alert }, say));
  if (consent !== 'yes') return again(say('referrals:form.consent_missing'));
  const prospect = formSchema.safeParse({ ...typed, consent: true });
  if (!prospect.success) return again(say('referrals:form.wrong', { fields: fieldsOf(prospect.error) }));
  await referByForm(ctx, request.params.code, prospect.data);
  const names = { company: form.company, contact: prospect.data.contact_name };
  const page = { title: say('referrals:form.done_title'), text: say('referrals:form.done_text', names) };
  return send(reply, 200, answerPage(page));
}

function fieldsOf({ issues }: z.ZodError): string {
  const names = issues.map(({ path: [name] }) => say(`referrals:form.${String(name)}`, { defaultValue: String(name) }));
  return [...new Set(names)].join(', ');
}

function closed(reply: FastifyReply): FastifyReply {
  const page = { title: say('referrals:form.closed_title'), text: say('referrals:form.closed_text') };
  return send(reply, 404, answerPage(page));
}

function send(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply
    .code(status)
    .headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    .type('text/html; charset=utf-8')
    .send(page);
}
