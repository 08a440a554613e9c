import { AppError, invalidField, notFound } from '../../../kernel/errors.ts';
import { isCurrency } from '../../../kernel/money.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import type { CreditUse, Grant } from '../model.ts';
import { allocateCredits, type WaitingCredit } from '../rules/credit.ts';
import { findUse, insertUse, type StoredUse } from '../store/credits.ts';
import { findAccountByExternalId } from '../store/facts.ts';
import { lockCredits, lockGrants } from '../store/grants.ts';
import { moveGrant } from './move-grant.ts';

/** A company's annual invoice as billing draws it up: what it asks before credits, in minor units. */
export type InvoiceAsk = { account_id: string; invoice_id: string; invoice_minor: number; currency: string };

/**
 * Takes a company's waiting credits off its annual invoice: together never more than the invoice, and nothing carries
 * over to another. The same invoice again gets the same answer.
 * @throws 404; 409 for the same invoice with another amount; 422 for a currency that does not exist
 */
export async function useCredit(ctx: Ctx, ask: InvoiceAsk): Promise<StoredUse> {
  requireScope(ctx, 'rewards:write');
  if (!isCurrency(ask.currency)) throw invalidField('currency', `There is no currency ${ask.currency}.`);
  return inTransaction(ctx, async (ctx) => {
    const account = await findAccount(ctx, ask.account_id);
    const grants = await lockCredits(ctx, account, ask.currency);
    const known = await findUse(ctx, account, ask.invoice_id);
    if (known) return sameUse(known, ask);
    const items = allocateCredits(ask.invoice_minor, grants.map(asWaiting));
    const use = await insertUse(ctx, newUse(account, ask), items);
    for (const grant of grants) await spend(ctx, grant, items, ask.invoice_id);
    await audit(ctx, use);
    return use;
  });
}

/** What billing or the product answers about one reward; of a credit, what the invoice took of it. */
export type Applied = { id: string; amount_minor?: number | undefined; invoice_id?: string | undefined };

/**
 * Billing or the product has given the reward: delivered. A credit names its invoice and what that took of it.
 * The same answer again changes nothing. @throws 404; 409 when it is not owed; 422 for more than the credit
 */
export async function markApplied(ctx: Ctx, applied: Applied): Promise<Grant> {
  requireScope(ctx, 'rewards:write');
  return inTransaction(ctx, async (ctx) => {
    const [grant] = await lockGrants(ctx, [applied.id]);
    if (!grant) throw notFound('reward', applied.id);
    if (grant.state === 'delivered' && (grant.used_minor ?? undefined) === applied.amount_minor) return grant;
    if (grant.kind === 'gift' || grant.kind === 'gift_card' || grant.kind === 'donation')
      throw new AppError('conflict', `A ${grant.kind} is sent, not applied.`, { hint: 'Use POST /v1/grants/send.' });
    return grant.kind === 'company_credit' ? applyOne(ctx, grant, applied) : deliver(ctx, grant, 'applied', {});
  });
}

/** One credit taken by an invoice whose total only billing knows: it took what it says, and that is its amount here. */
async function applyOne(ctx: Ctx, grant: Grant, { amount_minor, invoice_id }: Applied): Promise<Grant> {
  if (amount_minor === undefined) throw invalidField('amount_minor', 'Say how much of the credit the invoice took.');
  if (!invoice_id) throw invalidField('invoice_id', 'Say which invoice took the credit.');
  if (amount_minor > grant.amount_minor)
    throw invalidField('amount_minor', `The credit is ${grant.amount_minor} minor units; ${amount_minor} is more.`);
  const account = grant.receiver_account_id ?? '';
  if (await findUse(ctx, account, invoice_id))
    throw new AppError('conflict', `The invoice ${invoice_id} took its credits already.`, {
      hint: 'Ask once for all credits of an invoice: POST /v1/accounts/{id}/credit.',
    });
  const ask = { account_id: '', invoice_id, invoice_minor: amount_minor, currency: grant.currency };
  const items = [{ id: grant.id, usedMinor: amount_minor }];
  await insertUse(ctx, newUse(account, ask), items);
  return spend(ctx, grant, items, invoice_id);
}

function newUse(account_id: string, { invoice_id, invoice_minor, currency }: InvoiceAsk) {
  return { account_id, invoice_external_id: invoice_id, currency, invoice_minor: Math.max(0, invoice_minor) };
}

function spend(ctx: Ctx, grant: Grant, items: readonly CreditUse[], invoice: string): Promise<Grant> {
  const used_minor = items.find(({ id }) => id === grant.id)?.usedMinor ?? 0;
  const reason = used_minor === 0 ? 'credit_unused' : used_minor < grant.amount_minor ? 'credit_part' : 'credit_used';
  return deliver(ctx, grant, reason, { invoice }, used_minor);
}

function deliver(
  ctx: Ctx,
  grant: Grant,
  reason: string,
  params: Record<string, unknown>,
  used_minor: number | null = null,
): Promise<Grant> {
  const change = { delivered_at: ctx.clock.now(), used_minor };
  return moveGrant(ctx, grant, { to: 'delivered', reason, params, change });
}

async function findAccount(ctx: Ctx, externalId: string): Promise<string> {
  const account = await findAccountByExternalId(ctx, externalId);
  if (!account) throw notFound('account', externalId);
  return account;
}

function sameUse(known: StoredUse, ask: InvoiceAsk): StoredUse {
  if (known.invoice_minor === Math.max(0, ask.invoice_minor) && known.currency === ask.currency) return known;
  throw new AppError('conflict', `The invoice ${ask.invoice_id} was asked about with another amount.`);
}

function asWaiting({ id, amount_minor, reward }: Grant): WaitingCredit {
  const most = reward.give.kind === 'company_credit' ? reward.give.most : '100%';
  return { id, amountMinor: amount_minor, most };
}

function audit(ctx: Ctx, use: StoredUse): Promise<void> {
  const detail = { invoice: use.invoice_external_id, used_minor: use.used_minor, grants: use.items.length };
  return writeAudit(ctx, { action: 'credit.use', subjectKind: 'account', subjectId: use.account_id, detail });
}
