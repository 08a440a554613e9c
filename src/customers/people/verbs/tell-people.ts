import { normaliseEmail } from '../../../kernel/email.ts';
import { type Ctx, newId, requireScope } from '../../../platform/ctx.ts';
import type { Known, PersonFacts } from '../../events/model.ts';
import {
  listByExternalIds,
  listByIds,
  listByMail,
  listMembers,
  type Member,
  type NamedPerson,
  updateLastActive,
  updateTold,
} from '../store/told.ts';
import { upsertPeople } from '../store.ts';

const API = 'api';

export type PersonTold = {
  /** The user's id in the product. */
  user: string;
  /** Who the user is known to be. */
  person_id: string | undefined;
  account_id: string | undefined;
  facts: PersonFacts;
  may_overwrite: boolean;
};

/** The person each user id means among those that sources named so: the API's, else the only one. */
export async function peopleByNames(ctx: Ctx, names: readonly string[]): Promise<Map<string, Known>> {
  requireScope(ctx, 'events:write');
  if (names.length === 0) return new Map();
  const found = chosen(await listMembers(ctx, { names }));
  return new Map([...found].map(([name, member]) => [name, toKnown(member)]));
}

/** Where each person belongs. */
export async function peopleByIds(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Known>> {
  requireScope(ctx, 'events:write');
  if (ids.length === 0) return new Map();
  return new Map((await listMembers(ctx, { ids })).map((member) => [member.id, toKnown(member)]));
}

function toKnown({ id, account_id, active_at }: Member): Known {
  return { person_id: id, account_id, active_ms: active_at?.getTime() ?? 0 };
}

function chosen<T extends { external_id: string; source: string }>(people: readonly T[]): Map<string, T> {
  const choices = new Map<string, T>();
  const unclear = new Set<string>();
  for (const person of people) {
    const { external_id: name, source } = person;
    const isFirst = !choices.has(name);
    if (isFirst || source === API) choices.set(name, person);
    if (source === API) unclear.delete(name);
    else if (!isFirst && choices.get(name)?.source !== API) unclear.add(name);
  }
  for (const name of unclear) choices.delete(name);
  return choices;
}

/**
 * Keeps what events say of users and makes the people nobody knows. A user is who was known as such, else who carries
 * the id in an import, else who has the same mailbox at the same account. Consent and unsubscribing are never touched.
 * Returns the person of every user.
 */
export async function tellPeople(ctx: Ctx, told: readonly PersonTold[]): Promise<Map<string, string>> {
  requireScope(ctx, 'events:write');
  const known = await whoIsWho(ctx, told);
  const changes = told.flatMap((one) => {
    const person = known.get(one.user);
    return person ? (changeOf(person, one) ?? []) : [];
  });
  await updateTold(ctx, changes);
  const added = told.filter(({ user }) => !known.has(user));
  const rows = added.map((one) => newPerson(ctx, one));
  await upsertPeople(ctx.db, rows);
  const made = chosen(
    (
      await listByExternalIds(
        ctx,
        rows.map(({ external_id }) => external_id),
      )
    ).filter(isOwn),
  );
  return new Map([...known, ...made].map(([user, { id }]) => [user, id]));
}

const isOwn = ({ source }: NamedPerson) => source === API;

async function whoIsWho(ctx: Ctx, told: readonly PersonTold[]): Promise<Map<string, NamedPerson>> {
  const ids = told.flatMap(({ person_id }) => person_id ?? []);
  const byId = new Map((await listByIds(ctx, ids)).map((person) => [person.id, person]));
  const unknown = told.filter(({ person_id }) => person_id === undefined);
  const byName = chosen(
    await listByExternalIds(
      ctx,
      unknown.map(({ user }) => user),
    ),
  );
  const mails = unknown.flatMap(({ facts, account_id }) =>
    facts.email && account_id ? normaliseEmail(facts.email) : [],
  );
  const byMail = Map.groupBy(await listByMail(ctx, mails), mailKey);
  const pairs = told.flatMap((one) => {
    const person = one.person_id ? byId.get(one.person_id) : (byName.get(one.user) ?? bySameMail(byMail, one));
    return person ? [[one.user, person] as const] : [];
  });
  return new Map(pairs);
}

function mailKey({ account_id, email_normalised }: NamedPerson): string {
  return `${account_id} ${email_normalised}`;
}

function bySameMail(byMail: ReadonlyMap<string, NamedPerson[]>, { facts, account_id }: PersonTold) {
  if (!facts.email || !account_id) return undefined;
  const people = byMail.get(`${account_id} ${normaliseEmail(facts.email)}`) ?? [];
  return people.length === 1 ? people[0] : undefined;
}

function newPerson(ctx: Ctx, { user, account_id, facts, may_overwrite }: PersonTold) {
  const now = ctx.clock.now();
  return {
    ...facts,
    id: newId(ctx, 'person'),
    account_id: account_id ?? null,
    source: API,
    external_id: user,
    email_normalised: facts.email ? normaliseEmail(facts.email) : null,
    email_claimed: facts.email !== undefined && !may_overwrite,
    created_at: now,
    updated_at: now,
  };
}

/** What is new in what is said; undefined when nothing is. The account of an imported person is the file's to change. */
function changeOf(person: NamedPerson, { account_id, facts, may_overwrite }: PersonTold) {
  const replaces = may_overwrite && person.source === API;
  const { attributes, email, ...plain } = facts;
  const mail = email ? { email, email_normalised: normaliseEmail(email) } : {};
  const said = Object.entries({ ...plain, ...mail, ...(account_id ? { account_id } : {}) });
  const fields = said.filter(([name, value]) => {
    const before = person[name as keyof NamedPerson];
    return before !== value && (replaces || before === null);
  });
  const more = Object.entries(attributes).filter(
    ([name, value]) => person.attributes[name] !== value && (replaces || !(name in person.attributes)),
  );
  const claim = claimOf(person, { email, may_overwrite }, new Map(fields).has('email'));
  if (fields.length === 0 && more.length === 0 && !claim) return undefined;
  return { id: person.id, ...Object.fromEntries(fields), ...claim, attributes: Object.fromEntries(more) };
}

/** A mailbox that a public key fills in is a claim; whoever holds a secret and says the same makes it known. */
function claimOf(
  person: NamedPerson,
  { email, may_overwrite }: { email: string | undefined; may_overwrite: boolean },
  isChanged: boolean,
): { email_claimed: boolean } | undefined {
  if (isChanged) return { email_claimed: !may_overwrite };
  const confirms = may_overwrite && person.email_claimed && email === person.email;
  return confirms ? { email_claimed: false } : undefined;
}

/** Notes that people were active. */
export async function notePeopleActive(ctx: Ctx, active: ReadonlyMap<string, number>): Promise<void> {
  requireScope(ctx, 'events:write');
  const rows = [...active].map(([id, at]) => ({ id, at: new Date(at).toISOString() }));
  await updateLastActive(
    ctx,
    rows.sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
}
