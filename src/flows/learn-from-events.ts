import { type AccountTold, accountsByNames, tellAccounts } from '../customers/accounts/verbs/tell-accounts.ts';
import type { Arrival, Known, Told } from '../customers/events/model.ts';
import { readAccountFacts, readPersonFacts } from '../customers/events/rules/facts.ts';
import { aliasesOf, keepNames, usersByNames, withOtherNames } from '../customers/events/verbs/names.ts';
import { type PersonTold, peopleByIds, peopleByNames, tellPeople } from '../customers/people/verbs/tell-people.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';

/** Whom the names of a batch mean. */
export type Directory = { people: Map<string, Known>; accounts: Map<string, string> };
/** Names of which something became known: what waited for them can be tried again. */
export type Learned = { users: string[]; accounts: string[] };

type Said = { told: Told; is_public: boolean };

/**
 * Keeps what a batch says of accounts, people and names, and answers whom its names mean. All of it is learned before
 * any use is looked at, so that the order within a batch does not matter.
 */
export async function learnFromEvents(
  ctx: Ctx,
  arrivals: readonly Arrival[],
): Promise<{ directory: Directory; learned: Learned }> {
  requireScope(ctx, 'events:write');
  const { users: names, accounts: accountNames, said } = namesIn(arrivals);
  const made = await tellAccounts(ctx, accountsTold(said));
  const accounts = await accountsByNames(ctx, [...accountNames]);
  const before = await whoIs(ctx, [...names]);
  const tellings = peopleTold(said, before, accounts);
  const people = await tellPeople(ctx, tellings);
  const aliases = aliasesIn(said);
  await keepNames(ctx, { people, aliases });
  const changed = tellings.length > 0 || aliases.size > 0;
  const directory = { people: changed ? await whoIs(ctx, [...names]) : before, accounts };
  const users = [...new Set([...tellings.map(({ user }) => user), ...aliases.keys(), ...aliases.values()])];
  return { directory, learned: { users: await withOtherNames(ctx, users), accounts: made } };
}

/** The names of a batch, and those of its events that may say something new: most only tell what a user did. */
function namesIn(arrivals: readonly Arrival[]): { users: Set<string>; accounts: Set<string>; said: Said[] } {
  const users = new Set<string>();
  const accounts = new Set<string>();
  const said: Said[] = [];
  for (const { told, source } of arrivals) {
    if (typeof told === 'string') continue;
    if (told.user !== null) users.add(told.user);
    if (told.anonymous !== null) users.add(told.anonymous);
    if (told.account !== null) accounts.add(told.account);
    const isPlainUse = told.kind === 'use' && told.anonymous === null && told.account === null;
    if (!isPlainUse) said.push({ told, is_public: source.is_public });
  }
  return { users, accounts, said };
}

/** What is said last of an account stands. */
function accountsTold(said: readonly Said[]): AccountTold[] {
  const byName = new Map<string, AccountTold>();
  for (const { told, is_public } of said) {
    if (!told.tells_account || told.account === null) continue;
    const facts = is_public
      ? withoutEvidence(readAccountFacts(told.account_traits))
      : readAccountFacts(told.account_traits);
    const before = byName.get(told.account);
    const attributes = { ...before?.facts.attributes, ...facts.attributes };
    const merged = { ...before?.facts, ...facts, attributes };
    const may_overwrite = !is_public && (before?.may_overwrite ?? true);
    byName.set(told.account, { external_id: told.account, facts: merged, may_overwrite });
  }
  return [...byName.values()];
}

/** Whoever reads a page can say this: where a customer lives and since when, which decides credit, is no browser's word. */
function withoutEvidence({
  domain: _domain,
  signed_up_at: _since,
  ...facts
}: AccountTold['facts']): AccountTold['facts'] {
  return facts;
}

/** Users of whom something is said, or of whom we do not know yet where they belong. */
function peopleTold(
  said: readonly Said[],
  known: ReadonlyMap<string, Known>,
  accounts: ReadonlyMap<string, string>,
): PersonTold[] {
  const byUser = new Map<string, PersonTold>();
  for (const { told, is_public } of said) {
    if (told.user === null || told.kind === 'alias') continue;
    const account_id = told.account === null ? undefined : accounts.get(told.account);
    const isNews = told.kind === 'person' || (account_id !== undefined && isHomeless(known.get(told.user), told));
    if (!isNews) continue;
    const before = byUser.get(told.user);
    const facts = told.kind === 'person' ? readPersonFacts(told.traits) : { attributes: {} };
    byUser.set(told.user, {
      user: told.user,
      person_id: known.get(told.user)?.person_id,
      account_id: account_id ?? before?.account_id,
      facts: { ...before?.facts, ...facts, attributes: { ...before?.facts.attributes, ...facts.attributes } },
      may_overwrite: !is_public && (before?.may_overwrite ?? true),
    });
  }
  return [...byUser.values()];
}

/** A user belongs to the account they are told to join; a use alone only says so of who belongs nowhere. */
function isHomeless(known: Known | undefined, told: Told): boolean {
  return told.kind === 'account' || known === undefined || known.account_id === null;
}

/** Former and anonymous names with the user they mean. */
function aliasesIn(said: readonly Said[]): Map<string, string> {
  const aliases = new Map<string, string>();
  for (const { told } of said) {
    if (told.user === null) continue;
    const other = told.kind === 'alias' ? told.previous : told.anonymous;
    if (other !== null && other !== told.user) aliases.set(other, told.user);
  }
  return aliases;
}

/** The people behind names: users first, then what the name turned out to mean. */
async function whoIs(ctx: Ctx, names: readonly string[]): Promise<Map<string, Known>> {
  const found = await peopleOf(ctx, names);
  const unknown = names.filter((name) => !found.has(name));
  const aliases = await aliasesOf(ctx, unknown);
  const behind = await peopleOf(ctx, [...new Set(aliases.values())]);
  for (const [name, user] of aliases) {
    const person = behind.get(user);
    if (person !== undefined) found.set(name, person);
  }
  return found;
}

async function peopleOf(ctx: Ctx, names: readonly string[]): Promise<Map<string, Known>> {
  if (names.length === 0) return new Map();
  const users = await usersByNames(ctx, names);
  const unknown = names.filter((name) => !users.has(name));
  const found = await peopleByNames(ctx, unknown);
  const people = await peopleByIds(ctx, [...new Set(users.values())]);
  for (const [name, id] of users) {
    const person = people.get(id);
    if (person !== undefined) found.set(name, person);
  }
  return found;
}
