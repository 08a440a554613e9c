import { AppError, invalidField, notFound } from '../../kernel/errors.ts';
import { isCurrency } from '../../kernel/money.ts';
import { dateIn } from '../../kernel/time.ts';
import { writeAudit } from '../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../../platform/ctx.ts';
import type { OwnTaxView, TaxProfileBody, TaxProfileView, TaxSettings } from './schema.ts';
import * as store from './store.ts';

/** What is on file about a partner's tax. @throws 404 */
export async function readTaxProfile(ctx: Ctx, partnerId: string): Promise<TaxProfileView> {
  requireScope(ctx, 'money:read');
  if (!(await store.partnerExists(ctx, partnerId))) throw notFound('partner', partnerId);
  return view(ctx, partnerId);
}

async function view(ctx: Ctx, partnerId: string): Promise<TaxProfileView> {
  const profile = await store.findTaxProfile(ctx, partnerId);
  return {
    form: profile?.form ?? 'none',
    form_received_on: profile?.formReceivedOn ?? null,
    rate_bps: profile?.rateBps ?? 0,
    note: profile?.note ?? null,
    updated_at: profile?.updatedAt.toISOString() ?? null,
    withheld: await store.listWithheld(ctx, partnerId),
  };
}

/** Says what is on file and how much is withheld; batches that are drafted from now on follow. @throws 404; 422 */
export async function saveTaxProfile(
  ctx: Ctx,
  input: { partnerId: string; profile: TaxProfileBody },
): Promise<TaxProfileView> {
  requireScope(ctx, 'payouts:write');
  const { form, form_received_on, rate_bps: rateBps, note = null } = input.profile;
  const today = dateIn(ctx.clock.now(), 'UTC');
  if (form === 'none' && form_received_on)
    throw invalidField('form_received_on', 'There is a date, and no form.', 'Say which form it was.');
  if (form_received_on && form_received_on > today)
    throw invalidField('form_received_on', `${form_received_on} is yet to come.`);
  const formReceivedOn = form === 'none' ? null : (form_received_on ?? today);
  return inTransaction(ctx, async (ctx) => {
    if (!(await store.partnerExists(ctx, input.partnerId))) throw notFound('partner', input.partnerId);
    await store.saveTaxProfile(ctx, { partnerId: input.partnerId, form, formReceivedOn, rateBps, note });
    const detail = { form, form_received_on: formReceivedOn, rate_bps: rateBps };
    await writeAudit(ctx, { action: 'tax_profile.change', subjectKind: 'partner', subjectId: input.partnerId, detail });
    return view(ctx, input.partnerId);
  });
}

/** What the signed-in partner is told about its tax. @throws 403 when it is not a partner who is signed in */
export async function readOwnTax(ctx: Ctx): Promise<OwnTaxView> {
  requireScope(ctx, 'portal:read');
  if (ctx.actor.kind !== 'partner') throw new AppError('forbidden', 'This page belongs to a signed-in partner.');
  const { note: _note, updated_at: _at, ...own } = await view(ctx, ctx.actor.partnerId);
  const thresholds = await store.listTaxSettings(ctx);
  return {
    ...own,
    form_needed_above: thresholds.map(({ currency, form_threshold_minor }) => ({
      currency,
      amount_minor: form_threshold_minor,
    })),
  };
}

export async function readTaxSettings(ctx: Ctx): Promise<TaxSettings> {
  requireScope(ctx, 'money:read');
  return { thresholds: await store.listTaxSettings(ctx) };
}

/** Replaces the thresholds of every currency. @throws 422 naming a currency that does not exist or comes twice */
export async function saveTaxSettings(ctx: Ctx, settings: TaxSettings): Promise<TaxSettings> {
  requireScope(ctx, 'payouts:write');
  const seen = new Set<string>();
  settings.thresholds.forEach(({ currency }, index) => {
    const field = `thresholds.${index}.currency`;
    if (!isCurrency(currency)) throw invalidField(field, `There is no currency ${currency}.`);
    if (seen.has(currency)) throw invalidField(field, `${currency} is named twice.`);
    seen.add(currency);
  });
  return inTransaction(ctx, async (ctx) => {
    await store.replaceTaxSettings(ctx, settings.thresholds);
    await writeAudit(ctx, {
      action: 'tax_settings.change',
      subjectKind: 'company',
      subjectId: 'company',
      detail: settings,
    });
    return { thresholds: await store.listTaxSettings(ctx) };
  });
}
