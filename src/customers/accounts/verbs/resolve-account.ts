import { notFound } from '../../../kernel/errors.ts';
import { type Ctx, newId, requireScope } from '../../../platform/ctx.ts';
import {
  findById,
  insertSelfReport,
  type KnownAccount,
  listByExternalId,
  listNamesOf,
  lockAccount,
  updateDomain,
  updateSignup,
} from '../store/by-external-id.ts';
import { upsertAccounts } from '../store.ts';

/** The source of accounts and invoices that reach us over the API. */
const API = 'api';

/**
 * The account a caller means by its own id, locked: the API's, else the one of an import when it is the only one. A
 * merged account stands for what it was merged into. Undefined when nobody knows it.
 */
export async function resolveAccount(ctx: Ctx, externalId: string): Promise<KnownAccount | undefined> {
  requireScope(ctx, 'track:write');
  const found = await listByExternalId(ctx, externalId);
  const own = found.find(({ source }) => source === API) ?? (found.length === 1 ? found[0] : undefined);
  const account = own?.merged_into_id ? await findById(ctx, own.merged_into_id) : own;
  if (account) await lockAccount(ctx, account.id);
  return account;
}

/** Every name under which events may speak of the account: its own, and those of accounts merged into it. */
export async function listAccountNames(ctx: Ctx, externalId: string): Promise<string[]> {
  requireScope(ctx, 'track:write');
  const account = await resolveAccount(ctx, externalId);
  return account ? [...new Set([externalId, ...(await listNamesOf(ctx, account.id))])] : [externalId];
}

export type AccountFacts = {
  external_id: string;
  name?: string | undefined;
  domain?: string | undefined;
  signed_up_at?: Date | undefined;
  is_trial?: boolean | undefined;
  /** How they say they heard about us; the first answer is kept. */
  self_reported_source?: string | undefined;
};

/** The account a caller means, made now when nobody knows it. Keeps the earliest sign-up of an account of the API. */
export async function ensureAccount(ctx: Ctx, facts: AccountFacts): Promise<KnownAccount> {
  requireScope(ctx, 'track:write');
  const known = await resolveAccount(ctx, facts.external_id);
  if (known) {
    if (facts.self_reported_source) await insertSelfReport(ctx, known.id, facts.self_reported_source);
    return signUp(ctx, await learnDomain(ctx, known, facts), facts);
  }
  await insertAccount(ctx, facts);
  const made = await resolveAccount(ctx, facts.external_id);
  if (!made) throw new Error(`the account ${facts.external_id} was not kept`);
  return made;
}

async function insertAccount(ctx: Ctx, facts: AccountFacts): Promise<void> {
  const now = ctx.clock.now();
  const row = {
    id: newId(ctx, 'account'),
    source: API,
    external_id: facts.external_id,
    name: facts.name ?? facts.external_id,
    domain: facts.domain ?? null,
    signed_up_at: facts.signed_up_at ?? null,
    is_trial: facts.is_trial ?? null,
    self_reported_source: facts.self_reported_source ?? null,
    created_at: now,
    updated_at: now,
  };
  await upsertAccounts(ctx.db, [row]);
}

/** The first who names the domain of an account of the API is believed, whoever told of the account first. */
async function learnDomain(ctx: Ctx, known: KnownAccount, { domain }: AccountFacts): Promise<KnownAccount> {
  if (!domain || known.domain !== null || known.source !== API) return known;
  await updateDomain(ctx, known.id, domain);
  return { ...known, domain };
}

async function signUp(ctx: Ctx, known: KnownAccount, facts: AccountFacts): Promise<KnownAccount> {
  const { signed_up_at, is_trial } = facts;
  const isEarlier =
    known.signed_up_at === null || (known.source === API && signed_up_at && signed_up_at < known.signed_up_at);
  if (!signed_up_at || !isEarlier) return known;
  await updateSignup(ctx, known.id, { signed_up_at, ...(is_trial === undefined ? {} : { is_trial }) });
  return { ...known, signed_up_at };
}

/** The account by its own id. @throws 404 */
export async function accountById(ctx: Ctx, id: string): Promise<KnownAccount> {
  requireScope(ctx, 'track:write');
  const account = await findById(ctx, id);
  if (!account) throw notFound('account', id);
  return account;
}
