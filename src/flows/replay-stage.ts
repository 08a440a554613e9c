import { isbot } from 'isbot';
import { resolveAccount } from '../customers/accounts/verbs/resolve-account.ts';
import { saveCompany } from '../customers/company/service.ts';
import { AppError } from '../kernel/errors.ts';
import { notePaymentMethod } from '../partners/attribution/verbs/note-payment-method.ts';
import { recordClick } from '../partners/clicks/service.ts';
import { enrolPartner } from '../partners/enrolments/service.ts';
import { createCoupon, createLink } from '../partners/links/service.ts';
import { createPartner, reinstatePartner, suspendPartner } from '../partners/partners/service.ts';
import { saleEarning, type Terms } from '../partners/programmes/model.ts';
import { addTerms, createProgramme, openProgramme } from '../partners/programmes/service.ts';
import type { settableClock } from '../platform/clock.ts';
import { type Ctx, newId } from '../platform/ctx.ts';
import { creditConversion } from './credit-conversion.ts';
import { creditLateClick } from './decide-again.ts';
import { matureAllCommissions } from './mature-commissions.ts';
import { mergeAccounts } from './merge-accounts.ts';
import { recordDispute } from './record-dispute.ts';
import { recordSignup } from './record-signup.ts';
import type { Scenario, ScenarioEvent } from './replay-format.ts';
import { payOutEverything } from './replay-payout.ts';
import { reverseConversion } from './reverse-conversion.ts';
import { setAccountPartner } from './set-account-partner.ts';

export type StageCtx = Ctx & { clock: ReturnType<typeof settableClock> };

/** What a scenario plays on: one live programme and its partners, by the names the scenario gives them. */
export type Stage = {
  programmeId: string;
  terms: Terms;
  currency: string;
  partners: Map<string, { id: string; linkId: string }>;
};

/** Sets up the company, the programme and the partners at the clock's time. */
export async function setStage(ctx: StageCtx, { settings, partners }: Scenario): Promise<Stage> {
  const company = { name: 'Replay', reporting_currency: settings.currency, zone: settings.zone };
  await saveCompany(ctx, { ...company, product_url: 'https://product.example' });
  const made = new Map<string, string>();
  for (const partner of partners) made.set(partner.id, await makePartner(ctx, partner));
  const terms = { ...BASE_TERMS, ...termsOf(settings, made) };
  const { id: programmeId } = await createProgramme(ctx, {
    template: 'customer_referral',
    name: 'Replay',
    currency: settings.currency,
    zone: settings.zone,
    terms,
    attribution: attributionOf(settings),
  });
  await openProgramme(ctx, programmeId);
  const stage: Stage = { programmeId, terms, currency: settings.currency, partners: new Map() };
  for (const [name, id] of made) stage.partners.set(name, await addPartner(ctx, programmeId, { name, id }));
  for (const { id, status } of partners)
    if (status === 'suspended') await changeStatus(ctx, partnerOf(stage, id).id, status);
  return stage;
}

const BASE_TERMS = { minimum_payout_minor: 0, payout_schedule: 'at once', friend_offer: '' };

function termsOf(settings: Scenario['settings'], partners: ReadonlyMap<string, string>) {
  const { split, rate, months, hold_days, tiers, cap_per_sale_minor, cap_per_month_minor, excluded_products } =
    settings;
  return {
    ...BASE_TERMS,
    commission: { kind: 'percent' as const, rate, months },
    hold_days,
    ...(tiers ? { tiers: tiersOf(tiers) } : {}),
    ...(cap_per_sale_minor === undefined ? {} : { cap_per_sale_minor }),
    ...(cap_per_month_minor === undefined ? {} : { cap_per_month_minor }),
    ...(excluded_products ? { excluded_products } : {}),
    ...(split
      ? { split: split.map(({ partner, weight }) => ({ partner_id: partners.get(partner) ?? partner, weight })) }
      : {}),
  };
}

/** A scenario's tiers are marginal, on the month's base. */
function tiersOf(steps: NonNullable<Scenario['settings']['tiers']>): NonNullable<Terms['tiers']> {
  const from = steps.map(({ from_minor, rate }) => ({ from: from_minor, rate }));
  return { basis: 'revenue', period: 'month', mode: 'marginal', steps: from };
}

function attributionOf({ window_days, model, coupon_over_click, lapse_days }: Scenario['settings']) {
  return { window_days, model, coupon_over_click, lapse_days };
}

async function makePartner(ctx: Ctx, partner: Scenario['partners'][number]): Promise<string> {
  const state = partner.status === 'invited' ? 'invited' : 'approved';
  const { id } = await createPartner(ctx, { kind: 'affiliate', name: partner.id, email: partner.email, state });
  return id;
}

async function addPartner(ctx: Ctx, programme_id: string, partner: { name: string; id: string }) {
  const key = { programme_id, partner_id: partner.id };
  await enrolPartner(ctx, { ...key, terms_version: 1 });
  await createCoupon(ctx, { ...key, code: partner.name });
  const link = await createLink(ctx, key);
  return { id: partner.id, linkId: link.id };
}

/** Delivers one event at the clock's time, through the same flows as the API. */
export async function deliver(ctx: StageCtx, stage: Stage, event: ScenarioEvent): Promise<unknown> {
  switch (event.type) {
    case 'click':
      return click(ctx, stage, event);
    case 'signup':
      return recordSignup(ctx, { ...named(event), trial: event.trial, email: event.email });
    case 'invoice_paid':
      return creditConversion(ctx, invoiceOf(stage, event));
    case 'refund':
      return reverseConversion(ctx, {
        refund_id: event.refund,
        invoice_id: event.invoice,
        amount_minor: event.amount,
        occurred_at: event.at,
      });
    case 'dispute_opened':
      return recordDispute(ctx, disputeOf(event, 'opened'));
    case 'dispute_won':
      return recordDispute(ctx, disputeOf(event, 'won'));
    case 'dispute_lost':
      return recordDispute(ctx, disputeOf(event, 'lost'));
    case 'merge_accounts':
      return mergeAccounts(ctx, await accountNamed(ctx, event.merged), {
        into: await accountNamed(ctx, event.into),
        reason: 'replay',
      });
    case 'payment_method': {
      const owner_id = partnerOf(stage, event.partner).id;
      await notePaymentMethod(ctx, { owner_kind: 'partner', owner_id, fingerprint: event.fingerprint });
      return;
    }
    case 'partner_status':
      return changeStatus(ctx, partnerOf(stage, event.partner).id, event.status);
    case 'set_partner':
      return setAccountPartner(ctx, await accountNamed(ctx, event.account), {
        partner_id: partnerOf(stage, event.partner).id,
        programme_id: stage.programmeId,
        effective_at: event.effective_at ?? event.at,
        reason: 'replay',
      });
    case 'set_terms':
      return addTerms(ctx, stage.programmeId, {
        terms: { ...stage.terms, commission: { kind: 'percent', rate: event.rate, months: monthsOf(stage.terms) } },
      });
    case 'payout_paid':
      return payOutEverything(ctx, partnerOf(stage, event.partner).id, stage.currency);
    case 'advance':
      return matureAllCommissions(ctx);
  }
}

const monthsOf = (terms: Terms) => saleEarning(terms)?.months ?? null;

type EventOf<T extends ScenarioEvent['type']> = Extract<ScenarioEvent, { type: T }>;

/** A click that reaches us late is credited as if it had come in time. */
async function click(ctx: StageCtx, stage: Stage, event: EventOf<'click'>): Promise<void> {
  const partner = partnerOf(stage, event.partner);
  const account = event.account ? await resolveAccount(ctx, event.account) : undefined;
  await recordClick(ctx, {
    id: newId(ctx, 'click'),
    link_id: partner.linkId,
    partner_id: partner.id,
    programme_id: stage.programmeId,
    occurred_at: new Date(event.at),
    visitor_key: event.visitor,
    network_key: null,
    consent: event.consent ?? true,
    kind: isbot(event.user_agent ?? null) ? 'bot' : 'human',
    known_account_id: account?.id ?? null,
    referrer_host: null,
  });
  await creditLateClick(ctx, event.visitor);
}

function disputeOf(
  event: EventOf<'dispute_opened' | 'dispute_won' | 'dispute_lost'>,
  outcome: 'opened' | 'won' | 'lost',
) {
  return {
    dispute_id: event.dispute,
    invoice_id: event.invoice,
    outcome,
    ...(event.amount === undefined ? {} : { amount_minor: event.amount }),
    ...(event.fee === undefined ? {} : { fee_minor: event.fee }),
    occurred_at: event.at,
  };
}

function named(event: EventOf<'signup' | 'invoice_paid'>) {
  return {
    account_id: event.account,
    occurred_at: event.at,
    ...(event.visitor ? { visitor: event.visitor } : {}),
    ...(event.event_id ? { event_id: event.event_id } : {}),
  };
}

function invoiceOf(stage: Stage, event: EventOf<'invoice_paid'>) {
  return {
    ...named(event),
    invoice_id: event.invoice,
    currency: event.currency ?? stage.currency,
    lines: event.lines.map(({ amount, ...line }) => ({ ...line, amount_minor: amount })),
    coupons: event.coupons ?? [],
    credit_applied_minor: event.credit_applied ?? 0,
    ...(event.rate_to ? { rate_to: event.rate_to } : {}),
    ...(event.fingerprint ? { fingerprint: event.fingerprint } : {}),
  };
}

async function changeStatus(ctx: Ctx, id: string, status: string): Promise<void> {
  if (status === 'suspended') await suspendPartner(ctx, id, { reason: 'replay' });
  else await reinstatePartner(ctx, id, { reason: 'replay' });
}

function partnerOf(stage: Stage, name: string) {
  const partner = stage.partners.get(name);
  if (!partner) throw new AppError('unprocessable', `The scenario has no partner ${name}.`);
  return partner;
}

async function accountNamed(ctx: Ctx, name: string): Promise<string> {
  const account = await resolveAccount(ctx, name);
  if (!account) throw new AppError('unprocessable', `Nobody knows the account ${name} yet.`);
  return account.id;
}
