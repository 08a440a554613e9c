import type { Role } from '../../kernel/scopes.ts';
import type { Db } from '../../platform/postgres.ts';
import type { Member, Session } from './model.ts';

const COLUMNS = [
  'members.user_id',
  'auth.user.email',
  'auth.user.name',
  'members.role',
  'members.partner_id',
  'members.created_at',
  'members.last_seen_at',
] as const;

function members(db: Db) {
  return db.selectFrom('members').innerJoin('auth.user', 'auth.user.id', 'members.user_id').select(COLUMNS);
}

function asMember(row: object | undefined): Member | undefined {
  return row as Member | undefined;
}

export async function findMember(db: Db, userId: string): Promise<Member | undefined> {
  return asMember(await members(db).where('members.user_id', '=', userId).executeTakeFirst());
}

export async function findMemberByEmail(db: Db, email: string): Promise<Member | undefined> {
  return asMember(await members(db).where('auth.user.email', '=', email).executeTakeFirst());
}

/** The people of the company, the longest there first; partners have their own list. */
export async function listConsoleMembers(db: Db): Promise<Member[]> {
  return (await members(db)
    .where('members.role', '!=', 'partner')
    .orderBy('members.created_at')
    .orderBy('members.user_id')
    .execute()) as Member[];
}

export async function findFirstOwner(db: Db): Promise<Member | undefined> {
  const query = members(db).where('members.role', '=', 'owner').orderBy('members.created_at').limit(1);
  return asMember(await query.executeTakeFirst());
}

/** The owners' ids, locked until the transaction ends, so that two owners cannot leave at once. */
export async function lockOwners(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('members')
    .select('user_id')
    .where('role', '=', 'owner')
    .orderBy('user_id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.user_id);
}

export async function findUserId(db: Db, email: string): Promise<string | undefined> {
  return (await db.selectFrom('auth.user').select('id').where('email', '=', email).executeTakeFirst())?.id;
}

/** A person without a password: only a link sent to their address can sign them in, so the address counts as proven. */
export async function insertUser(db: Db, user: { id: string; email: string; name: string; at: Date }): Promise<void> {
  await db
    .insertInto('auth.user')
    .values({
      id: user.id,
      email: user.email,
      name: user.name,
      email_verified: true,
      created_at: user.at,
      updated_at: user.at,
    })
    .execute();
}

export async function updateUser(db: Db, userId: string, change: { name?: string; email?: string }, at: Date) {
  await db
    .updateTable('auth.user')
    .set({ ...change, updated_at: at })
    .where('id', '=', userId)
    .execute();
}

export type NewMember = {
  user_id: string;
  role: Role;
  partner_id: string | null;
  invited_by: string;
  created_at: Date;
};

export async function insertMember(db: Db, member: NewMember): Promise<void> {
  await db.insertInto('members').values(member).execute();
}

export async function updateRole(db: Db, userId: string, role: Role): Promise<void> {
  await db.updateTable('members').set({ role }).where('user_id', '=', userId).execute();
}

export async function touchMember(db: Db, userId: string, at: Date): Promise<void> {
  await db.updateTable('members').set({ last_seen_at: at }).where('user_id', '=', userId).execute();
}

/** Takes the membership and every open session; the user stays, so that the audit trail keeps its name. */
export async function deleteMember(db: Db, userId: string): Promise<void> {
  await db.deleteFrom('members').where('user_id', '=', userId).execute();
  await db.deleteFrom('auth.session').where('user_id', '=', userId).execute();
}

export async function hasPassword(db: Db, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('auth.account')
    .select('id')
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .where('password', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

export async function isLinkUsed(db: Db, nonce: string): Promise<boolean> {
  const query = db.selectFrom('sign_in_links_used').select('nonce').where('nonce', '=', nonce);
  return (await query.executeTakeFirst()) !== undefined;
}

/** The hash of the password somebody signs in with; undefined when they have none. */
export async function findPasswordHash(db: Db, userId: string): Promise<string | undefined> {
  const query = db.selectFrom('auth.account').select('password').where('user_id', '=', userId);
  const row = await query.where('provider_id', '=', 'credential').executeTakeFirst();
  return row?.password ?? undefined;
}

/** True when this use is the first one. Numbers of links that have expired are dropped on the way. */
export async function useLinkOnce(db: Db, link: { nonce: string; used_at: Date; expires_at: Date }): Promise<boolean> {
  await db.deleteFrom('sign_in_links_used').where('expires_at', '<', link.used_at).execute();
  const result = await db
    .insertInto('sign_in_links_used')
    .values(link)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows) === 1;
}

/** A person's open sessions, the newest first. */
export function listSessionRows(db: Db, userId: string, now: Date): Promise<Session[]> {
  return db
    .selectFrom('auth.session')
    .select(['id', 'user_agent', 'created_at', 'expires_at'])
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
}

/** Ends one session of a person, or all but one; says how many. */
export async function deleteSessions(db: Db, userId: string, which: { only: string } | { except: string }) {
  const own = db.deleteFrom('auth.session').where('user_id', '=', userId);
  const query = 'only' in which ? own.where('id', '=', which.only) : own.where('id', '!=', which.except);
  return Number((await query.executeTakeFirst()).numDeletedRows);
}
