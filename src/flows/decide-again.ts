import { resolveAccount } from '../customers/accounts/verbs/resolve-account.ts';
import { attribute } from '../partners/attribution/verbs/attribute.ts';
import {
  listAccountsOfVisitor,
  listSignupEvents,
  listUndecided,
  takeTurns,
} from '../partners/attribution/verbs/receive-event.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { settleInvoice } from './settle-invoice.ts';

/** Decides again about what of an account waits or came out for nobody, in the order it happened (R1). */
export async function decideAgain(ctx: Ctx, accountExternalId: string): Promise<void> {
  requireScope(ctx, 'track:write');
  for (const event of await listUndecided(ctx, accountExternalId, 'invoice')) await settleInvoice(ctx, event);
}

/** A click reached us after what it led to: decides again about the accounts of its visitor that have not earned. */
export async function creditLateClick(ctx: Ctx, visitor: string): Promise<void> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    for (const account of await listAccountsOfVisitor(ctx, visitor)) {
      await takeTurns(ctx, 'account', account);
      await decideSignupsAgain(ctx, account);
      await decideAgain(ctx, account);
    }
  });
}

async function decideSignupsAgain(ctx: Ctx, accountExternalId: string): Promise<void> {
  const account = await resolveAccount(ctx, accountExternalId);
  if (!account) return;
  const about = { account_id: account.id, invoice_id: null, is_paid: false, coupons: [] };
  for (const event of await listSignupEvents(ctx, accountExternalId)) await attribute(ctx, { ...about, event });
}
