import { resolveAccount } from '../customers/accounts/verbs/resolve-account.ts';
import { toMinorUnits } from '../customers/stripe/rules/amount.ts';
import { AppError, invalidField } from '../kernel/errors.ts';
import { isCurrency } from '../kernel/money.ts';
import { findSameEvent, takeTurns } from '../partners/attribution/verbs/receive-event.ts';
import { type Link, linkUrl } from '../partners/links/model.ts';
import { linkOfToken, tokenOfCode } from '../partners/links/verbs/find-code.ts';
import { deferLead, deferredClick } from '../partners/postbacks/verbs/deferred-leads.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../platform/ctx.ts';
import { creditConversion } from './credit-conversion.ts';
import type { DubLead, DubLeadAnswer, DubSale, DubSaleAnswer } from './dub-schema.ts';
import { recordSignup } from './record-signup.ts';

/** The source of what comes through the Dub-shaped doors. */
const DUB = 'dub';

/**
 * A lead as the Dub client tells it: a sign-up with its click. The same event of the same customer counts once. A
 * deferred lead keeps its click; the lead that confirms it names no click.
 * @throws 404 when the click, or what was deferred, is not known
 */
export async function trackLead(ctx: Ctx, lead: DubLead): Promise<DubLeadAnswer> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    const token = await tokenOfLead(ctx, lead);
    if (lead.mode === 'deferred') await deferLead(ctx, lead.customerExternalId, token);
    else await signUp(ctx, lead, token, lead.eventName);
    const link = await linkOfToken(ctx, token);
    return { click: { id: lead.clickId || token }, link: link ? toDubLink(ctx, link) : null, customer: namesOf(lead) };
  });
}

async function tokenOfLead(ctx: Ctx, { clickId, customerExternalId, eventName }: DubLead): Promise<string> {
  if (clickId) return knownClick(ctx, clickId, `${customerExternalId}:${eventName}`);
  const deferred = await deferredClick(ctx, customerExternalId);
  if (deferred) return deferred;
  throw new AppError('not_found', `Nobody announced the customer ${customerExternalId} with a click before.`, {
    field: 'clickId',
    hint: 'Send the clickId, or first a lead with mode "deferred".',
  });
}

async function knownClick(ctx: Ctx, clickId: string, name: string): Promise<string> {
  const token = await tokenOfCode(ctx, clickId, { name: `dub:${name}`, at: ctx.clock.now() });
  if (token) return token;
  throw new AppError('not_found', 'There is no such click here.', {
    field: 'clickId',
    hint: 'Send the value of gw_click that the visitor arrived with.',
  });
}

async function signUp(ctx: Ctx, customer: DubLead | DubSale, token: string, eventName: string): Promise<void> {
  const { customerExternalId: account_id, customerName, customerEmail } = customer;
  const event_id = `${account_id}:${eventName}`;
  if (await findSameEvent(ctx, { source: DUB, kind: 'signup', event_id })) return;
  await recordSignup(
    ctx,
    {
      account_id,
      event_id,
      click_token: token,
      ...(customerName ? { account_name: customerName } : {}),
      ...(customerEmail ? { email: customerEmail } : {}),
    },
    DUB,
  );
}

function namesOf(customer: DubLead | DubSale) {
  return {
    name: customer.customerName || null,
    email: customer.customerEmail || null,
    avatar: customer.customerAvatar || null,
    externalId: customer.customerExternalId,
  };
}

function toDubLink(ctx: Ctx, link: Link): DubLeadAnswer['link'] {
  return {
    id: link.id,
    domain: new URL(ctx.publicUrl).host,
    key: link.code,
    shortLink: linkUrl(ctx.publicUrl, link.code),
    url: link.target_url,
    partnerId: link.partner_id,
    programId: link.programme_id,
    tenantId: null,
    externalId: null,
  };
}

/**
 * A sale as the Dub client tells it: a paid invoice, once for each invoiceId. With a click it makes the lead too.
 * @throws 404 for a click that is not known; 409 for the same invoiceId with other content; 422 naming the field
 */
export async function trackSale(ctx: Ctx, sale: DubSale): Promise<DubSaleAnswer> {
  requireScope(ctx, 'track:write');
  const currency = sale.currency.toUpperCase();
  if (!isCurrency(currency)) throw invalidField('currency', `There is no currency ${currency}.`);
  return inTransaction(ctx, async (ctx) => {
    const { customerExternalId, clickId, leadEventName, eventName } = sale;
    const invoice_id = sale.invoiceId ?? newId(ctx, 'invoice');
    await takeTurns(ctx, 'invoice', invoice_id);
    if (clickId)
      await signUp(ctx, sale, await knownClick(ctx, clickId, customerExternalId), leadEventName || eventName);
    await creditConversion(
      ctx,
      {
        invoice_id,
        account_id: customerExternalId,
        currency,
        lines: [{ amount_minor: toMinorUnits(sale.amount, currency) }],
      },
      DUB,
    );
    return answer(ctx, sale);
  });
}

async function answer(ctx: Ctx, sale: DubSale): Promise<DubSaleAnswer> {
  const account = await resolveAccount(ctx, sale.customerExternalId);
  const { eventName, amount, currency, paymentProcessor, invoiceId = null, metadata = null } = sale;
  const known = account && { ...namesOf(sale), id: account.id, name: sale.customerName || account.name };
  return {
    eventName,
    customer: known ?? null,
    sale: { amount, currency: currency.toLowerCase(), paymentProcessor, invoiceId, metadata },
  };
}
