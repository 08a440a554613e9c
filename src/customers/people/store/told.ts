import { sql } from 'kysely';
import { recordset } from '../../../platform/bulk.ts';
import type { Ctx } from '../../../platform/ctx.ts';

const COLUMNS = [
  'id',
  'source',
  'external_id',
  'account_id',
  'name',
  'email',
  'email_normalised',
  'email_claimed',
  'title',
  'locale',
];

export type NamedPerson = {
  id: string;
  source: string;
  external_id: string;
  account_id: string | null;
  name: string | null;
  email: string | null;
  email_normalised: string | null;
  /** Only a public key said so. */
  email_claimed: boolean;
  title: string | null;
  locale: string | null;
  attributes: Record<string, unknown>;
};

const columns = sql.join([...COLUMNS, 'attributes'].map((column) => sql.ref(column)));

export async function listByExternalIds(ctx: Ctx, names: readonly string[]): Promise<NamedPerson[]> {
  const found = sql<NamedPerson>`select ${columns} from people where external_id = any(${names})`;
  return names.length === 0 ? [] : (await found.execute(ctx.db)).rows;
}

export async function listByIds(ctx: Ctx, ids: readonly string[]): Promise<NamedPerson[]> {
  const found = sql<NamedPerson>`select ${columns} from people where id = any(${ids})`;
  return ids.length === 0 ? [] : (await found.execute(ctx.db)).rows;
}

export type Member = {
  id: string;
  source: string;
  external_id: string;
  account_id: string | null;
  active_at: Date | null;
};

/** Where people belong, and when they were last active: by their ids in a source, or by ours. */
export async function listMembers(
  ctx: Ctx,
  by: { names: readonly string[] } | { ids: readonly string[] },
): Promise<Member[]> {
  const wanted = 'names' in by ? sql`external_id = any(${by.names})` : sql`id = any(${by.ids})`;
  const { rows } = await sql<Member>`select id, source, external_id, account_id, last_active_at as active_at
    from people where ${wanted}`.execute(ctx.db);
  return rows;
}

/** People of any account with one of these mailboxes. */
export async function listByMail(ctx: Ctx, normalised: readonly string[]): Promise<NamedPerson[]> {
  const found = sql<NamedPerson>`select ${columns} from people where email_normalised = any(${normalised})`;
  return normalised.length === 0 ? [] : (await found.execute(ctx.db)).rows;
}

const TYPES = {
  id: 'text',
  account_id: 'text',
  name: 'text',
  email: 'text',
  email_normalised: 'text',
  email_claimed: 'boolean',
  title: 'text',
  locale: 'text',
  attributes: 'jsonb',
};
const FACTS = ['account_id', 'name', 'email', 'email_normalised', 'email_claimed', 'title', 'locale'];

/** Writes what each row names and leaves the rest of the person alone. */
export async function updateTold(ctx: Ctx, rows: readonly ({ id: string } & object)[]): Promise<void> {
  if (rows.length === 0) return;
  const sets = FACTS.map((fact) => sql`${sql.ref(fact)} = coalesce(incoming.${sql.ref(fact)}, p.${sql.ref(fact)})`);
  await sql`update people p set ${sql.join(sets)},
      attributes = p.attributes || coalesce(incoming.attributes, '{}'), updated_at = ${ctx.clock.now()}
    from ${recordset({ columns: TYPES }, Object.keys(TYPES), rows)} where p.id = incoming.id`.execute(ctx.db);
}

/** Notes when people were last active. */
export async function updateLastActive(ctx: Ctx, rows: readonly { id: string; at: string }[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`update people p set last_active_at = incoming.at
    from ${recordset({ columns: { id: 'text', at: 'timestamptz' } }, ['id', 'at'], rows)}
    where p.id = incoming.id and (p.last_active_at is null or p.last_active_at < incoming.at)`.execute(ctx.db);
}
