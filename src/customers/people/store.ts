import type { Insertable } from 'kysely';
import type { People, PersonConsents } from '../../../db/types.ts';
import { type BulkTable, type UpsertCounts, upsertRows } from '../../platform/bulk.ts';
import type { Db } from '../../platform/postgres.ts';

export type PersonRow = Omit<Insertable<People>, 'attributes'> & { attributes?: object };
export type ConsentRow = Insertable<PersonConsents>;

const PEOPLE: BulkTable = {
  table: 'people',
  key: ['source', 'external_id'],
  fixed: ['id', 'created_at'],
  touched: ['updated_at'],
  merged: ['attributes'],
  defaults: { attributes: "'{}'", email_claimed: 'false' },
  columns: {
    id: 'text',
    account_id: 'text',
    source: 'text',
    external_id: 'text',
    name: 'text',
    email: 'text',
    email_normalised: 'text',
    email_claimed: 'boolean',
    title: 'text',
    role: 'text',
    locale: 'text',
    unsubscribed_at: 'timestamptz',
    last_active_at: 'timestamptz',
    attributes: 'jsonb',
    created_at: 'timestamptz',
    updated_at: 'timestamptz',
  },
};

const CONSENTS: BulkTable = {
  table: 'person_consents',
  key: ['person_id', 'purpose', 'at'],
  columns: { person_id: 'text', purpose: 'text', granted: 'boolean', at: 'timestamptz', evidence: 'text' },
};

/** Adds or changes people by (source, external_id). */
export function upsertPeople(db: Db, rows: readonly PersonRow[]): Promise<UpsertCounts> {
  return upsertRows(db, PEOPLE, rows);
}

/** Adds statements of consent; the same statement twice is one. */
export function upsertConsents(db: Db, rows: readonly ConsentRow[]): Promise<UpsertCounts> {
  return upsertRows(db, CONSENTS, rows);
}

/** Every person of a source: id and account by the id the source gave them. */
export async function mapPersonIds(
  db: Db,
  source: string,
): Promise<Map<string, { id: string; account_id: string | null }>> {
  const rows = await db
    .selectFrom('people')
    .select(['external_id', 'id', 'account_id'])
    .where('source', '=', source)
    .execute();
  return new Map(rows.map(({ external_id, ...person }) => [external_id, person]));
}

export async function updateAccountOfPeople(db: Db, fromId: string, intoId: string): Promise<void> {
  await db.updateTable('people').set({ account_id: intoId }).where('account_id', '=', fromId).execute();
}
