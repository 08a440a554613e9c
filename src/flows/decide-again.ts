import { listAccountNames, resolveAccount } from '../customers/accounts/verbs/resolve-account.ts';
import { findInvoice } from '../customers/billing/verbs/record-invoice.ts';
import { findSaleStanding } from '../money/commissions/verbs/supersede.ts';
import type { ConversionEvent } from '../partners/attribution/model.ts';
import { attribute, forgetDecisions } from '../partners/attribution/verbs/attribute.ts';
import {
  hasLaterEvent,
  listAccountsOfVisitor,
  listToDecide,
  listUndecided,
  takeTurns,
} from '../partners/attribution/verbs/receive-event.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { settleRewards } from './reward-sale.ts';
import { settleInvoice } from './settle-invoice.ts';

/** Decides again about what of an account waits or came out for nobody, in the order it happened (R1). */
export async function decideAgain(ctx: Ctx, accountExternalId: string): Promise<void> {
  requireScope(ctx, 'track:write');
  for (const event of await listUndecided(ctx, accountExternalId, 'invoice')) await settleInvoice(ctx, event);
}

/**
 * Something that happened earlier reached us later: decides about everything of the account again, in the order it
 * happened, so that the books do not depend on the order of arrival. What a payout has claimed or somebody decided by
 * hand stays. Without anything later there is nothing to do. Returns whether it decided.
 */
export async function decideIfLate(ctx: Ctx, event: ConversionEvent): Promise<boolean> {
  requireScope(ctx, 'track:write');
  const name = event.account_external_id;
  if (name === null || !(await hasLaterEvent(ctx, await listAccountNames(ctx, name), event))) return false;
  await decideAllAgain(ctx, name);
  return true;
}

/** Decides about every sign-up and invoice of the account anew, oldest first. */
export async function decideAllAgain(ctx: Ctx, accountExternalId: string): Promise<void> {
  requireScope(ctx, 'track:write');
  const events = await listToDecide(ctx, await listAccountNames(ctx, accountExternalId));
  const account = await resolveAccount(ctx, accountExternalId);
  const fixed = new Set<string>();
  for (const event of events) if (await isFixed(ctx, event)) fixed.add(event.id);
  if (account) await forgetDecisions(ctx, account.id, [...fixed]);
  for (const event of events.filter(({ id }) => !fixed.has(id))) await decideOne(ctx, event, account?.id);
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
