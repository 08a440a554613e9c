import { notFound } from '../../../kernel/errors.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope, signedInPartner } from '../../../platform/ctx.ts';
import type { Debtor, Destination } from '../model.ts';
import { maskIban } from '../rules.ts';
import type { DestinationBody, DestinationView, PayoutSettingsBody, PayoutSettingsView } from '../schema.ts';
import { lockDrafting } from '../store/candidates.ts';
import {
  findDebtor,
  findDestination,
  lockPayee,
  partnerExists,
  replaceDestination,
  saveDebtor,
} from '../store/destinations.ts';
import { checkSepa, readAccount } from './check-account.ts';
import { repinBatches } from './repin-batches.ts';

/** Says where a partner is paid. Batches that have not been sent follow, and are approved again. @throws 404; 422 */
export async function setDestination(
  ctx: Ctx,
  input: { partnerId: string; destination: DestinationBody },
): Promise<DestinationView> {
  requireScope(ctx, 'payouts:write');
  return changeDestination(ctx, input.partnerId, input.destination);
}

/** The signed-in partner says where it is paid. @throws 422 naming the field */
export async function setOwnDestination(ctx: Ctx, destination: DestinationBody): Promise<DestinationView> {
  requireScope(ctx, 'portal:write');
  return changeDestination(ctx, signedInPartner(ctx), destination);
}

function changeDestination(ctx: Ctx, partnerId: string, body: DestinationBody): Promise<DestinationView> {
  const wanted = readAccount(body);
  return inTransaction(ctx, async (ctx) => {
    await lockDrafting(ctx);
    if (!(await lockPayee(ctx, partnerId))) throw notFound('partner', partnerId);
    const before = await findDestination(ctx, partnerId);
    if (before && isSame(before, wanted)) return showDestination(ctx, before);
    const destination = await replaceDestination(ctx, partnerId, wanted);
    await repinBatches(ctx, partnerId, destination);
    await writeAudit(ctx, {
      action: 'payout_destination.change',
      subjectKind: 'partner',
      subjectId: partnerId,
      detail: { rail: destination.rail, iban: destination.iban && maskIban(destination.iban) },
    });
    return showDestination(ctx, destination);
  });
}

function isSame(a: Omit<Destination, 'id'>, b: Omit<Destination, 'id'>): boolean {
  const text = ({ rail, holderName, iban, bic, details, fields }: Omit<Destination, 'id'>) =>
    JSON.stringify([rail, holderName, iban, bic, details, Object.entries(fields).sort()]);
  return text(a) === text(b);
}

/** Where a partner is paid; null when it has not said so. @throws 404 */
export async function readDestination(ctx: Ctx, partnerId: string): Promise<{ destination: DestinationView | null }> {
  requireScope(ctx, 'money:read');
  if (!(await partnerExists(ctx, partnerId))) throw notFound('partner', partnerId);
  const found = await findDestination(ctx, partnerId);
  return { destination: found ? showDestination(ctx, found) : null };
}

export async function readOwnDestination(ctx: Ctx): Promise<{ destination: DestinationView | null }> {
  requireScope(ctx, 'portal:read');
  const found = await findDestination(ctx, signedInPartner(ctx));
  return { destination: found ? showDestination(ctx, found) : null };
}

/** The IBAN in full only for those who make payouts. */
export function showDestination(ctx: Ctx, destination: Destination): DestinationView {
  return {
    rail: destination.rail,
    holder_name: destination.holderName,
    iban: destination.iban && showIban(ctx, destination.iban),
    bic: destination.bic,
    details: destination.details,
    fields: ctx.scopes.has('payouts:write') ? destination.fields : {},
  };
}

function showIban(ctx: Ctx, iban: string): string {
  return ctx.scopes.has('payouts:write') ? iban : maskIban(iban);
}

/** The company's own account, from which SEPA files pay. */
export async function readPayoutSettings(ctx: Ctx): Promise<PayoutSettingsView> {
  requireScope(ctx, 'money:read');
  const debtor = await findDebtor(ctx);
  if (!debtor) return { holder_name: null, iban: null, bic: null };
  return showDebtor(ctx, debtor);
}

function showDebtor(ctx: Ctx, debtor: Debtor): PayoutSettingsView {
  return { holder_name: debtor.holderName, iban: showIban(ctx, debtor.iban), bic: debtor.bic };
}

/** @throws 422 naming the field */
export async function savePayoutSettings(ctx: Ctx, body: PayoutSettingsBody): Promise<PayoutSettingsView> {
  requireScope(ctx, 'payouts:write');
  const debtor: Debtor = { holderName: body.holder_name, ...checkSepa(body) };
  return inTransaction(ctx, async (ctx) => {
    await saveDebtor(ctx, debtor);
    const detail = { holder_name: debtor.holderName, iban: maskIban(debtor.iban) };
    await writeAudit(ctx, { action: 'payout_settings.change', subjectKind: 'company', subjectId: 'company', detail });
    return showDebtor(ctx, debtor);
  });
}
