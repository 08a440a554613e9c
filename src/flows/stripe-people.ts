import { ensureAccount, resolveAccount } from '../customers/accounts/verbs/resolve-account.ts';
import { notePerson } from '../customers/people/verbs/note-person.ts';
import { type Referral, STRIPE, type StripeCustomer } from '../customers/stripe/model.ts';
import { learnNames, meaningsOf } from '../customers/stripe/verbs/events.ts';
import { emailDomain, isFreeMail } from '../kernel/email.ts';
import { takeTurns } from '../partners/attribution/verbs/receive-event.ts';
import { tokenOfCode } from '../partners/links/verbs/find-code.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { decideAllAgain } from './decide-again.ts';
import { mergeAccounts } from './merge-accounts.ts';
import { recordSignup } from './record-signup.ts';

/**
 * The account's id in the product behind a customer of Stripe's: what the metadata say, now or ever, else Stripe's own
 * id of the customer. The account is made when nobody knows it, with who is known of it; what was decided without
 * knowing that is decided again.
 */
export async function keepStripeCustomer(ctx: Ctx, customer: StripeCustomer): Promise<{ external_id: string }> {
  requireScope(ctx, 'track:write');
  const external_id = await accountIdOf(ctx, customer);
  await takeTurns(ctx, 'account', external_id);
  const before = await resolveAccount(ctx, external_id);
  const domain = emailDomain(customer.email ?? '');
  const account = await ensureAccount(ctx, {
    external_id,
    name: customer.name,
    domain: domain && !isFreeMail(domain) ? domain : undefined,
  });
  const isNews = customer.email ? await notePerson(ctx, { account_id: account.id, email: customer.email }) : false;
  if (customer.account) await joinNamesakes(ctx, customer.customer_id, account.id);
  if (before ? isNews || before.domain !== account.domain : true) await decideAllAgain(ctx, external_id);
  return { external_id };
}

/** What reached us under Stripe's own id of the customer, before we knew the account's, belongs to the account. */
async function joinNamesakes(ctx: Ctx, customerId: string, into: string): Promise<void> {
  const namesake = await resolveAccount(ctx, customerId);
  if (!namesake || namesake.id === into || namesake.external_id !== customerId) return;
  await mergeAccounts(ctx, namesake.id, {
    into,
    reason: `Stripe names the account of ${customerId}.`,
    isNamesake: true,
  });
}

async function accountIdOf(ctx: Ctx, { customer_id, account }: StripeCustomer): Promise<string> {
  if (account) {
    await learnNames(ctx, 'customer', [{ id: customer_id, means: account }]);
    return account;
  }
  return (await meaningsOf(ctx, 'customer', [customer_id])).get(customer_id) ?? customer_id;
}

export type Evidence = { visitor?: string; click_tokens?: string[] };

/** What a customer brought along, as evidence; empty when it names nobody we know. */
export async function evidenceOf(
  ctx: Ctx,
  { click_token, visitor, via }: Referral,
  occasion: { name: string; at: Date },
): Promise<Evidence> {
  requireScope(ctx, 'track:write');
  const tokens: string[] = [];
  for (const text of [click_token, via]) {
    const token = text === undefined ? undefined : await tokenOfCode(ctx, text, occasion);
    if (token) tokens.push(token);
  }
  return { ...(visitor ? { visitor } : {}), ...(tokens.length > 0 ? { click_tokens: tokens } : {}) };
}

/** Records a sign-up when the customer brought anything along. Returns its conversion, when there was any. */
export async function signUpByStripe(
  ctx: Ctx,
  { customer, referral, name, at }: { customer: StripeCustomer; referral: Referral; name: string; at: Date },
): Promise<string | undefined> {
  requireScope(ctx, 'track:write');
  const evidence = await evidenceOf(ctx, referral, { name, at });
  if (Object.keys(evidence).length === 0) return undefined;
  const { external_id } = await keepStripeCustomer(ctx, customer);
  const signup = {
    account_id: external_id,
    event_id: name,
    occurred_at: at.toISOString(),
    ...(customer.email ? { email: customer.email } : {}),
    ...(customer.name ? { account_name: customer.name } : {}),
    ...evidence,
  };
  return (await recordSignup(ctx, signup, STRIPE)).id;
}
