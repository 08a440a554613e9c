import { type Ctx, newId, requireScope } from '../../../platform/ctx.ts';
import type { AccountFacts } from '../../events/model.ts';
import { listByExternalIds, type NamedAccount, updateTold } from '../store/told.ts';
import { upsertAccounts } from '../store.ts';

const API = 'api';

export type AccountTold = {
  external_id: string;
  facts: AccountFacts;
  /** Whether what is said replaces what is known. Otherwise it only fills what is empty. */
  may_overwrite: boolean;
};

/** The account each name means, merged ones followed: the API's, else the one of an import when it is the only one. */
export async function accountsByNames(ctx: Ctx, names: readonly string[]): Promise<Map<string, string>> {
  requireScope(ctx, 'events:write');
  const found = await chosen(ctx, names);
  return new Map([...found].map(([name, account]) => [name, account.merged_into_id ?? account.id]));
}

async function chosen(ctx: Ctx, names: readonly string[]): Promise<Map<string, NamedAccount>> {
  if (names.length === 0) return new Map();
  const byName = Map.groupBy(await listByExternalIds(ctx, names), ({ external_id }) => external_id);
  const choices = [...byName].flatMap(([name, accounts]) => {
    const own = accounts.find(({ source }) => source === API) ?? (accounts.length === 1 ? accounts[0] : undefined);
    return own ? [[name, own] as const] : [];
  });
  return new Map(choices);
}

/**
 * Keeps what events say of accounts and makes those nobody knows. Of an account that came with an import only what is
 * empty is filled: its file has the last word. Returns the names of the accounts that were made.
 */
export async function tellAccounts(ctx: Ctx, told: readonly AccountTold[]): Promise<string[]> {
  requireScope(ctx, 'events:write');
  const names = told.map(({ external_id }) => external_id);
  const known = await chosen(ctx, names);
  const isAmbiguous = await ambiguousNames(ctx, names, known);
  const changes = told.flatMap((one) => {
    const account = known.get(one.external_id);
    return account && !account.merged_into_id ? (changeOf(account, one) ?? []) : [];
  });
  await updateTold(ctx, changes);
  const added = told.filter(({ external_id }) => !known.has(external_id) && !isAmbiguous.has(external_id));
  await upsertAccounts(
    ctx.db,
    added.map((one) => newAccount(ctx, one)),
  );
  return added.map(({ external_id }) => external_id);
}

/** A name that two imports use for different accounts means neither. */
async function ambiguousNames(ctx: Ctx, names: string[], known: ReadonlyMap<string, unknown>): Promise<Set<string>> {
  const unclear = names.filter((name) => !known.has(name));
  const rows = unclear.length > 0 ? await listByExternalIds(ctx, unclear) : [];
  return new Set(rows.map(({ external_id }) => external_id));
}

function newAccount(ctx: Ctx, { external_id, facts }: AccountTold) {
  const now = ctx.clock.now();
  return {
    ...facts,
    id: newId(ctx, 'account'),
    source: API,
    external_id,
    name: facts.name ?? external_id,
    created_at: now,
    updated_at: now,
  };
}

/** What is new in what is said; undefined when nothing is. An account made without a name carries its id as one. */
function changeOf(
  account: NamedAccount,
  { facts, may_overwrite }: AccountTold,
): ({ id: string } & Record<string, unknown>) | undefined {
  const replaces = may_overwrite && account.source === API;
  const { attributes, ...plain } = facts;
  const isOpen = (name: string, value: unknown) =>
    replaces || value === null || value === undefined || (name === 'name' && value === account.external_id);
  const fields = Object.entries(plain).filter(([name, value]) => {
    const before = account[name as keyof NamedAccount];
    const same = before instanceof Date ? before.toISOString() === value : before === value;
    return !same && (name === 'signed_up_at' ? before === null : isOpen(name, before));
  });
  const more = Object.entries(attributes).filter(
    ([name, value]) => account.attributes[name] !== value && (replaces || !(name in account.attributes)),
  );
  if (fields.length === 0 && more.length === 0) return undefined;
  return { id: account.id, ...Object.fromEntries(fields), attributes: Object.fromEntries(more) };
}
