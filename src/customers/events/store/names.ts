import { sql } from 'kysely';
import { recordset } from '../../../platform/bulk.ts';
import type { Ctx } from '../../../platform/ctx.ts';

/** The person behind each user id that events told of. */
export async function findUsers(ctx: Ctx, names: readonly string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const { rows } = await sql<{ user_name: string; person_id: string }>`
    select user_name, person_id from event_users where user_name = any(${names})`.execute(ctx.db);
  return new Map(rows.map(({ user_name, person_id }) => [user_name, person_id]));
}

/** The user each other name means. */
export async function findAliases(ctx: Ctx, names: readonly string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const { rows } = await sql<{ name: string; user_name: string }>`
    select name, user_name from event_aliases where name = any(${names})`.execute(ctx.db);
  return new Map(rows.map(({ name, user_name }) => [name, user_name]));
}

/** Every other name that means one of the users. */
export async function listNamesOf(ctx: Ctx, users: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from event_aliases where user_name = any(${users})`.execute(ctx.db);
  return rows.map(({ name }) => name);
}

export async function upsertUsers(ctx: Ctx, people: ReadonlyMap<string, string>): Promise<void> {
  if (people.size === 0) return;
  const rows = [...people].sort(byName).map(([user_name, person_id]) => ({ user_name, person_id }));
  const columns = { user_name: 'text', person_id: 'text' };
  await sql`insert into event_users as u (user_name, person_id, updated_at)
    select user_name, person_id, ${ctx.clock.now()}::timestamptz
    from ${recordset({ columns }, Object.keys(columns), rows)}
    on conflict (user_name) do update set person_id = excluded.person_id, updated_at = excluded.updated_at
      where u.person_id <> excluded.person_id`.execute(ctx.db);
}

/** From here on each name means the user; names that meant the name follow it. */
export async function upsertAliases(ctx: Ctx, aliases: ReadonlyMap<string, string>): Promise<void> {
  if (aliases.size === 0) return;
  const rows = [...aliases].sort(byName).map(([name, user_name]) => ({ name, user_name }));
  const columns = { name: 'text', user_name: 'text' };
  const given = recordset({ columns }, Object.keys(columns), rows);
  await sql`insert into event_aliases as a (name, user_name, updated_at)
    select name, user_name, ${ctx.clock.now()}::timestamptz from ${given}
    on conflict (name) do update set user_name = excluded.user_name, updated_at = excluded.updated_at
      where a.user_name <> excluded.user_name`.execute(ctx.db);
  await sql`update event_aliases a set user_name = incoming.user_name, updated_at = ${ctx.clock.now()}
    from ${given} where a.user_name = incoming.name and a.name <> incoming.user_name`.execute(ctx.db);
}

function byName([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}
