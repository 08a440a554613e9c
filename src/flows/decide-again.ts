import { ensureAccount, listAccountNames, resolveAccount } from '../customers/accounts/verbs/resolve-account.ts';
import { findInvoice } from '../customers/billing/verbs/record-invoice.ts';
import { findSaleStanding } from '../money/commissions/verbs/supersede.ts';
import type { ConversionEvent } from '../partners/attribution/model.ts';
import { attribute, forgetDecisions, hasEvidence } from '../partners/attribution/verbs/attribute.ts';
import { notePaymentMethod } from '../partners/attribution/verbs/note-payment-method.ts';
import {
  hasLaterEvent,
  hasWaiting,
  listAccountsOfVisitor,
  listToDecide,
  takeTurns,
} from '../partners/attribution/verbs/receive-event.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import type { InvoiceBody } from './credit-sale.ts';
import { settleRewards } from './reward-sale.ts';
import { settleInvoice } from './settle-invoice.ts';

/** Decides about everything of an account again when something of it waits for the account to be known (R1). */
export async function decideIfWaiting(ctx: Ctx, accountExternalId: string): Promise<void> {
  requireScope(ctx, 'track:write');
  if (await hasWaiting(ctx, await listAccountNames(ctx, accountExternalId)))
    await decideAllAgain(ctx, accountExternalId);
}

/**
 * Something that happened earlier reached us later, or what we learn now says more about what we decided before: decides
 * about everything of the account again, in the order it happened, so that the books do not depend on the order of
 * arrival. What a payout has claimed or somebody decided by hand stays. Without anything to decide again there is
 * nothing to do. Returns whether it decided.
 */
export async function decideIfLate(ctx: Ctx, event: ConversionEvent): Promise<boolean> {
  requireScope(ctx, 'track:write');
  const name = event.account_external_id;
  if (name === null) return false;
  const names = await listAccountNames(ctx, name);
  const isNews = await learnsPaymentMethod(ctx, event);
  const frees = async () => isEvident(ctx, event) && (await hasWaiting(ctx, names, event.id));
  if (!isNews && !(await hasLaterEvent(ctx, names, event)) && !(await frees())) return false;
  await decideAllAgain(ctx, name);
  return true;
}

/** A card or bank account that the account was not seen with before may be the partner's own. */
async function learnsPaymentMethod(ctx: Ctx, { account_external_id, body }: ConversionEvent): Promise<boolean> {
  const { fingerprint } = body as InvoiceBody;
  const account = fingerprint ? await resolveAccount(ctx, account_external_id ?? '') : undefined;
  if (!fingerprint || !account) return false;
  return notePaymentMethod(ctx, { owner_kind: 'account', owner_id: account.id, fingerprint });
}

function isEvident(ctx: Ctx, { kind, body }: ConversionEvent): boolean {
  return kind === 'signup' || hasEvidence(ctx, body as InvoiceBody);
}

/** Decides about every sign-up and invoice of the account anew, oldest first. */
export async function decideAllAgain(ctx: Ctx, accountExternalId: string): Promise<void> {
  requireScope(ctx, 'track:write');
  const events = await listToDecide(ctx, await listAccountNames(ctx, accountExternalId));
  const account = await findOrMake(ctx, accountExternalId, events);
  const fixed = new Set<string>();
  for (const event of events) if (await isFixed(ctx, event)) fixed.add(event.id);
  if (account) await forgetDecisions(ctx, account.id, [...fixed]);
  for (const event of events.filter(({ id }) => !fixed.has(id))) await decideOne(ctx, event, account?.id);
}

/** The account; made now when anything of it says who brought it, so that what happened before is decided too. */
async function findOrMake(ctx: Ctx, external_id: string, events: readonly ConversionEvent[]) {
  const known = await resolveAccount(ctx, external_id);
  return known ?? (events.some((event) => isEvident(ctx, event)) ? ensureAccount(ctx, { external_id }) : undefined);
}

async function isFixed(ctx: Ctx, event: ConversionEvent): Promise<boolean> {
  if (event.kind !== 'invoice' || event.invoice_external_id === null) return false;
  const invoice = await findInvoice(ctx, event.source, event.invoice_external_id);
  return invoice ? (await findSaleStanding(ctx, invoice.id)).isFixed : false;
}

async function decideOne(ctx: Ctx, event: ConversionEvent, accountId: string | undefined): Promise<void> {
  if (event.kind === 'invoice') return settleInvoice(ctx, event);
  if (!accountId) return;
  const about = { event, account_id: accountId, invoice_id: null, is_paid: false, coupons: [] };
  const { decision } = await attribute(ctx, about);
  await settleRewards(ctx, { event, accountId, invoiceId: null, decision });
}

/** A click reached us after what it led to: decides again about the accounts of its visitor. */
export async function creditLateClick(ctx: Ctx, visitor: string): Promise<void> {
  requireScope(ctx, 'track:write');
  for (const account of await listAccountsOfVisitor(ctx, visitor)) await decideAccountAgain(ctx, account);
}

/** Decides about everything of an account again, alone. */
export async function decideAccountAgain(ctx: Ctx, accountExternalId: string): Promise<void> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    await takeTurns(ctx, 'account', accountExternalId);
    await decideAllAgain(ctx, accountExternalId);
  });
}
