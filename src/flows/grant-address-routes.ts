import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { giftAddressPage } from '../../web/pages/gift-address.ts';
import { answerPage } from '../../web/pages/invitation.ts';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { readForms } from '../http/form-body.ts';
import { HTTP_LIMITS } from '../http/limits.ts';
import { listCountries } from '../kernel/countries.ts';
import { AppError } from '../kernel/errors.ts';
import { addressSchema } from '../money/rewards/schema.ts';
import { type GiftLink, giveAddressByLink, readGiftLink } from '../money/rewards/verbs/addresses.ts';
import { say } from '../platform/locale.ts';

const params = z.object({ token: z.string().max(200) });
const text = z.string().max(300).optional();
const body = z.object({
  name: text,
  street: text,
  street2: text,
  city: text,
  postcode: text,
  region: text,
  country: text,
  consent: text,
});
type Token = z.infer<typeof params>;
type Form = z.infer<typeof body>;

const PUBLIC = { access: 'public', rateLimit: HTTP_LIMITS.publicWrite } as const;

/** The page behind a gift's link. It is read by whoever holds the link, and works without script. */
export const giftAddressRoutes: Routes = (app) => {
  app.register(async (scope: FastifyInstance) => {
    readForms(scope);
    scope.get<{ Params: Token }>('/gift/:token', { schema: { hide: true, params }, config: PUBLIC }, show);
    scope.post<{ Params: Token; Body: Form }>(
      '/gift/:token',
      { schema: { hide: true, params, body }, config: PUBLIC },
      take,
    );
  });
};

async function show(request: FastifyRequest<{ Params: Token }>, reply: FastifyReply): Promise<FastifyReply> {
  return send(reply, openPage(await readGiftLink(ctxOf(request), request.params.token), {}));
}

async function take(
  request: FastifyRequest<{ Params: Token; Body: Form }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const ctx = ctxOf(request);
  const link = await readGiftLink(ctx, request.params.token);
  if (link.means !== 'open') return send(reply, openPage(link, {}));
  const { consent, ...given } = request.body;
  const address = addressSchema.safeParse(trimmed(given));
  if (!address.success) {
    const field = say(`rewards:address.${String(address.error.issues[0]?.path[0] ?? 'name')}`);
    return send(reply, openPage(link, given, say('rewards:address.missing', { field })));
  }
  if (consent !== 'yes') return send(reply, openPage(link, given, say('rewards:address.consent_missing')));
  try {
    const means = await giveAddressByLink(ctx, request.params.token, {
      address: address.data,
      consent_text: consentOf(link),
    });
    return send(reply, closedPage(means));
  } catch (error) {
    if (!(error instanceof AppError) || error.detail.field !== 'country') throw error;
    const name = listCountries().find(({ code }) => code === given.country)?.name ?? '';
    return send(reply, openPage(link, given, say('rewards:address.not_sent', { country: name })));
  }
}

/** Fields left empty are fields not given. */
function trimmed(form: Omit<Form, 'consent'>): Record<string, string> {
  const entries = Object.entries(form).map(([name, value]) => [name, value?.trim() ?? ''] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

type Page = { status: number; html: string };

function openPage(link: GiftLink, given: Partial<Record<string, string>>, alert?: string): Page {
  if (link.means !== 'open') return closedPage(link.means);
  const only = link.gift?.countries ?? [];
  const page = {
    company: link.company,
    gift: link.gift?.name ?? '',
    consent: consentOf(link),
    countries: listCountries().filter(({ code }) => only.length === 0 || only.includes(code)),
    values: trimmed(given),
    alert,
  };
  return { status: alert ? 422 : 200, html: giftAddressPage(page, say) };
}

function consentOf({ company, keptDays }: GiftLink): string {
  return say('rewards:address.consent', { company, days: keptDays });
}

function closedPage(means: 'given' | 'unknown' | 'answered' | 'closed' | 'open'): Page {
  const page = { title: say(`rewards:address.${means}_title`), text: say(`rewards:address.${means}_text`) };
  const status = means === 'unknown' ? 404 : means === 'closed' ? 410 : 200;
  return { status, html: answerPage(page) };
}

function send(reply: FastifyReply, page: Page): FastifyReply {
  return reply
    .code(page.status)
    .headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    .type('text/html; charset=utf-8')
    .send(page.html);
}
